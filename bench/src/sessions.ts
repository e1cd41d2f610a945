import { type Server, startServer } from '@fengsui/api/server'
import type { Stores } from '@fengsui/etl/stores/open'
import type { Office } from '@fengsui/prisma/office/office'
import type { AnsweredScreen } from './screen-numbers.js'
import { type Window, screenRequest } from './overview-questions.js'

const DAY_MS = 86_400_000

/** The day so many days before another. */
export const dayBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10)

/** The window of a screen: 300 days that end 100 days before the as-of day, and slide back a day a turn. */
export const windowOf = (turn: number, asOf: string): Window => ({
  from: dayBefore(asOf, 399 + turn),
  to: dayBefore(asOf, 100 + turn),
})

/** The product on a free port of this machine; a measurement may ask for more than a person does. `log` as the server's. */
export const serve = (
  stores: Stores,
  office: Office,
  log: (line: string) => void = () => undefined,
): Promise<Server> =>
  startServer({
    config: { port: 0, host: '127.0.0.1', dev: false },
    stores,
    office,
    log,
    fieldsPerMinute: 1e9,
  })

/** A person who is signed in, as the page is. */
export interface Session {
  /** Asks the overview over a window and waits for the whole answer. @throws Error when any part of it is refused. */
  screen(window: Window): Promise<AnsweredScreen>
  /** Asks anything else. @throws Error when it is refused. */
  ask(body: object): Promise<unknown>
  /** Has a file made and waits until it can be fetched. @throws Error when it is refused or fails. */
  file(order: object): Promise<void>
}

/** A file on its way, as the server tells. */
interface Job {
  readonly id: string
  readonly state: string
  readonly message: string | null
}

/** Signs in as a persona, `office` or one of a unit (`town:500156101`). */
export async function signIn(server: Server, persona: string): Promise<Session> {
  const link = await server.signInLink(persona)
  const { origin } = new URL(link)
  const answer = await fetch(link, { redirect: 'manual' })
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  if (!cookie) throw new Error(`the link does not sign in: ${answer.status}`)
  const ask = async (body: object): Promise<unknown> => {
    const answer = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    })
    const { data, errors } = (await answer.json()) as { data?: unknown; errors?: unknown }
    if (errors || !data) throw new Error(`refused: ${answer.status} ${JSON.stringify(errors).slice(0, 500)}`)
    return data
  }
  const headers = { 'content-type': 'application/json', cookie }
  const job = async (way: string, options: RequestInit): Promise<Job> => {
    const answer = await fetch(`${origin}/exports${way}`, { ...options, headers: { ...headers } })
    if (!answer.ok) throw new Error(`refused: ${answer.status} ${(await answer.text()).slice(0, 500)}`)
    return (await answer.json()) as Job
  }
  const file = async (order: object): Promise<void> => {
    let told = await job('', { method: 'POST', body: JSON.stringify(order) })
    while (told.state === 'working') {
      await new Promise((resolve) => setTimeout(resolve, 50))
      told = await job(`/${told.id}`, {})
    }
    if (told.state !== 'done') throw new Error(`no file: ${told.message}`)
  }
  return {
    ask,
    file,
    screen: async (window) => {
      const screen = (await ask(screenRequest(window, persona.includes(':')))) as AnsweredScreen
      const refused = Object.entries(screen).find(([, table]) => table.__typename !== 'MetricsTable')
      if (refused) throw new Error(`refused: ${JSON.stringify(refused).slice(0, 500)}`)
      return screen
    },
  }
}
