import type { ApolloServerPlugin } from '@apollo/server'
import { unwrapResolverError } from '@apollo/server/errors'
import { GraphQLError, type GraphQLFormattedError } from 'graphql/index.js'
import type { Text } from '@fengsui/domain/metrics/model'
import type { Caller } from './caller.js'
import { TOO_COMPLEX } from './too-complex.js'

const ASKED_WRONGLY = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
])

/** The parser's word for a document that is longer than it reads (MOST_TOKENS). */
const TOO_LONG = /Parsing aborted/

/** What the client is told; `id` is the number under which the log has the rest. */
function sentenceOf(code: unknown, id: string | null): Text {
  const number = id === null ? { zh: '', en: '' } : { zh: `（编号 ${id}）`, en: ` (number ${id})` }
  if (code === TOO_COMPLEX)
    return {
      zh: `请求过于复杂，请减少一次查询的内容${number.zh}。`,
      en: `The request asks for too much at once${number.en}.`,
    }
  if (ASKED_WRONGLY.has(String(code)))
    return {
      zh: `请求无效，请刷新页面后重试；如仍出错，请告诉管理员${number.zh}。`,
      en: `The request is not valid. Reload the page; if it stays so, tell the administrator${number.en}.`,
    }
  return {
    zh: `服务器出错，请稍后重试；如需帮助，请告诉管理员${number.zh}。`,
    en: `Something went wrong on the server. Try again later, or tell the administrator${number.en}.`,
  }
}

/**
 * Reduces an error to a sentence and a code: never a stack or an engine's text.
 *
 * @param dev also tell the technical text, in `extensions.detail`.
 */
export const formatError =
  (dev: boolean) =>
  (formatted: GraphQLFormattedError): GraphQLFormattedError => {
    const {
      code: given = 'INTERNAL_SERVER_ERROR',
      reason,
      sentence,
      retryAfterSeconds,
    } = formatted.extensions ?? {}
    const isTooLong = given === 'GRAPHQL_PARSE_FAILED' && TOO_LONG.test(formatted.message)
    const code = reason === TOO_COMPLEX || isTooLong ? TOO_COMPLEX : given
    return {
      message: sentenceOf(code, null).zh,
      ...(formatted.path && { path: formatted.path }),
      ...(formatted.locations && { locations: formatted.locations }),
      extensions: {
        code,
        ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
        // Told in one language by the plugin below.
        ...(sentence !== undefined && { sentence }),
        ...(dev && { detail: formatted.message }),
      },
    }
  }

/**
 * Writes faults of ours to the log, and says every error in the caller's language with the request's number, so that the
 * two can be found together.
 */
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
            body.singleResult.errors = whatMatters(body.singleResult.errors).map((error) =>
              told(error, contextValue),
            )
          }
          return Promise.resolve()
        },
      }),
  }
}

/** Of what is wrong with a document one thing is enough, and the limits first; faults of fields are all told. */
function whatMatters(errors: readonly GraphQLFormattedError[]): readonly GraphQLFormattedError[] {
  const [first, ...more] = errors.filter(({ path }) => path === undefined)
  if (!first) return errors
  return [[first, ...more].find(({ extensions }) => extensions?.code === TOO_COMPLEX) ?? first]
}

/** An error in the caller's language: its own sentence, or the one of its code. */
function told(error: GraphQLFormattedError, { locale, requestId }: Caller): GraphQLFormattedError {
  const { sentence, ...extensions } = error.extensions ?? {}
  const own = sentence as Text | undefined
  const message = own?.[locale] ?? sentenceOf(extensions.code, requestId)[locale]
  return { ...error, message, extensions: { ...extensions, requestId } }
}
