import type { ApolloServerPlugin } from '@apollo/server'
import { Kind } from 'graphql/index.js'
import type { Caller } from './caller.js'
import { costsOf, refuseTooCostly } from './cost.js'
import type { Rate } from './rate.js'

/** Weighs what a request asks for with its variables, before anything of it is answered. */
export function limitPlugin(rate: Rate): ApolloServerPlugin<Caller> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        // A refusal is thrown inside the promise, where the server expects it.
        didResolveOperation: ({ document, operation, request, contextValue }) =>
          Promise.resolve().then(() => {
            if (!operation) return
            const fragment = (name: string) =>
              document.definitions
                .filter((each) => each.kind === Kind.FRAGMENT_DEFINITION)
                .find((each) => each.name.value === name)
            const costs = costsOf({ operation, fragment, variables: request.variables ?? {} })
            refuseTooCostly(costs)
            rate.take(contextValue.session.idHash, costs.length)
          }),
      }),
  }
}
