import type { Text } from '@fengsui/domain/metrics/model'
import { type ASTNode, GraphQLError } from 'graphql/index.js'

export const TOO_COMPLEX = 'TOO_COMPLEX'

/** The refusal of a request that asks for too much; `sentence` says of what, and how much there may be. */
export const tooComplex = (sentence: Text, nodes?: ASTNode): GraphQLError =>
  new GraphQLError(sentence.en, {
    ...(nodes && { nodes }),
    // Validation gives its errors a code of its own; `reason` is ours.
    extensions: { reason: TOO_COMPLEX, sentence, http: { status: 400 } },
  })
