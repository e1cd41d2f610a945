/** An order for past days as a test reads it; `code` where it was refused. */
export interface Order {
  readonly code?: string
  readonly id: string
  readonly state: string
  readonly done: number
  readonly days: number
}

export interface Run {
  readonly id: string
  readonly asOf: string
  readonly retrospective: boolean
  readonly by: string | null
  readonly tested: number
  readonly alerts: number
}

export interface FoundFlag {
  readonly id: string
  readonly word: string
  readonly state: string
  readonly issue: string
  readonly observed: number | null
  readonly enterprise: string | null
}

interface Opened {
  readonly code?: string
  readonly run: Run
  readonly flags: readonly FoundFlag[]
}

type Ask = <T>(persona: string, query: string, variables?: object) => Promise<T>

const ORDER = '... on Rejection { code } ... on Backfill { id state done days }'
const RUN = 'id asOf retrospective by tested alerts'

/** Asks for past days, and for what became of them, through GraphQL. */
export function pastDays(ask: Ask) {
  const start = (persona: string, from: string, to: string, everyDays = 1): Promise<Order> =>
    ask(
      persona,
      `mutation ($from: Date!, $to: Date!, $everyDays: Int!) { startBackfill(from: $from, to: $to, everyDays: $everyDays) { ${ORDER} } }`,
      { from, to, everyDays },
    )
  const cancel = (persona: string, id: string): Promise<Order> =>
    ask(persona, `mutation ($id: ID!) { cancelBackfill(id: $id) { ${ORDER} } }`, { id })
  const list = (persona = 'leader'): Promise<{ runs: Run[]; backfills: Order[] }> =>
    ask(persona, `{ screeningRuns { runs { ${RUN} } backfills { id state done days } } }`)
  /** Waits until nobody works at an order any more. */
  const ended = async (id: string): Promise<Order> => {
    const order = (await list()).backfills.find((each) => each.id === id)
    if (!order) throw new Error(`no order ${id}`)
    if (order.state !== 'running') return order
    await new Promise((resolve) => setTimeout(resolve, 100))
    return ended(id)
  }
  const opened = (persona: string, id: string): Promise<Opened> =>
    ask(
      persona,
      `query ($id: ID!) { screeningRun(id: $id) { ... on Rejection { code } ... on ScreeningRunDetail { run { ${RUN} } flags { id word state issue observed enterprise } } } }`,
      { id },
    )
  return { start, cancel, list, ended, opened }
}
