import { Client, cacheExchange, fetchExchange } from '@urql/vue'

/**
 * The one way to the API. The session travels as a cookie of the same origin.
 * @param locale asked at every request, so that labels come in the language of the screen.
 */
export const createClient = (locale: () => string): Client =>
  new Client({
    url: '/graphql',
    preferGetMethod: false,
    exchanges: [cacheExchange, fetchExchange],
    fetchOptions: () => ({ credentials: 'same-origin', headers: { 'Accept-Language': locale() } }),
  })
