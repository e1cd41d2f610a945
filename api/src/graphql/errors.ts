import type { ApolloServerPlugin } from '@apollo/server'
import { unwrapResolverError } from '@apollo/server/errors'
import { GraphQLError, type GraphQLFormattedError } from 'graphql/index.js'
import type { Caller } from './caller.js'

const ASKED_WRONGLY = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
])

/** What the client is told: a Chinese sentence and a code, never a stack or an engine's text. */
export function formatError(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const given = formatted.extensions?.code
  const code = typeof given === 'string' ? given : 'INTERNAL_SERVER_ERROR'
  const place = {
    ...(formatted.path && { path: formatted.path }),
    ...(formatted.locations && { locations: formatted.locations }),
  }
  if (ASKED_WRONGLY.has(code))
    return { message: `请求无效：${formatted.message}`, ...place, extensions: { code } }
  return { message: '服务器出错，请稍后重试；如需帮助，请把编号告诉管理员。', ...place, extensions: { code } }
}

/** Writes faults of ours to the log and puts the request's id on every error, so that the two can be found together. */
export function errorPlugin(log: (line: string) => void): ApolloServerPlugin<Caller> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didEncounterErrors: ({ errors, contextValue }) => {
          for (const error of errors) {
            const cause = unwrapResolverError(error)
            if (cause instanceof GraphQLError || contextValue.signal.aborted) continue
            log(
              `request ${contextValue.requestId} failed: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`,
            )
          }
          return Promise.resolve()
        },
        willSendResponse: ({ response, contextValue }) => {
          const { body } = response
          if (body.kind === 'single' && body.singleResult.errors) {
            body.singleResult.errors = body.singleResult.errors.map((error) => ({
              ...error,
              extensions: { ...error.extensions, requestId: contextValue.requestId },
            }))
          }
          return Promise.resolve()
        },
      }),
  }
}
