import type { CombinedError } from '@urql/vue'

export type Failure = 'signIn' | 'network' | 'server'

/** What kind of failure an error of the client is: not signed in, no connection, or the server's fault. */
export function failureOf(error: CombinedError): Failure {
  const response: unknown = error.response
  const status =
    typeof response === 'object' && response !== null && 'status' in response ? response.status : null
  const codes = error.graphQLErrors.map((one) => one.extensions.code)
  if (status === 401 || codes.includes('UNAUTHENTICATED')) return 'signIn'
  return error.networkError && typeof status !== 'number' ? 'network' : 'server'
}
