import { openTestStores } from '@fengsui/etl/stores/testing'
import { loadOffice } from '@fengsui/prisma/office/load'
import { type Server, startServer } from './server.js'

/** What the API answered, as it travels. */
export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly data?: Record<string, unknown> | null
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[]
}

/** A server of the default office for a test, and the ways in which a test talks to it. */
export interface TestServer {
  readonly stores: Awaited<ReturnType<typeof openTestStores>>
  readonly server: Server
  readonly logged: readonly string[]
  /** Signs in by a link for a persona, outside of a demonstration. @returns the cookie. */
  signedInAs(persona: string): Promise<string>
  /** Asks as a browser does; `headers` stand beside or in place of its own. */
  ask(cookie: string, body: unknown, headers?: Record<string, string>): Promise<Answered>
  close(): Promise<void>
}

export const cookieOf = (answer: Response): string => answer.headers.get('set-cookie')?.split(';', 1)[0] ?? ''

export async function startTestServer(fieldsPerMinute?: number): Promise<TestServer> {
  const stores = await openTestStores()
  const logged: string[] = []
  const server = await startServer({
    config: { port: 0, host: '127.0.0.1', dev: false },
    stores,
    office: await loadOffice('wulong'),
    log: (line) => logged.push(line),
    ...(fieldsPerMinute !== undefined && { fieldsPerMinute }),
  })
  return {
    stores,
    server,
    logged,
    signedInAs: async (persona) =>
      cookieOf(await fetch(await server.signInLink(persona), { redirect: 'manual' })),
    ask: async (cookie, body, headers) => {
      const answer = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie, ...headers },
        body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
      })
      const text = await answer.text()
      const read = (text.startsWith('{') ? JSON.parse(text) : {}) as object
      return { ...read, status: answer.status, headers: answer.headers, text }
    },
    close: async () => {
      await server.close()
      await stores.close()
    },
  }
}
