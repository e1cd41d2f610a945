/**
 * Many at once: 1, 16 and 64 users of mixed scopes ask overviews over windows that nobody asked for before; then again
 * while somebody has a large export made, over and over. p50 and p95 of a screen, and how much the export adds.
 *
 * `npm run bench -- users [10k|1m|10m]`
 */
import { loadOffice } from '@fengsui/prisma/office/load'
import type { Office } from '@fengsui/prisma/office/office'
import { percentile, print } from './print.js'
import { type Session, dayBefore, serve, signIn, windowOf } from './sessions.js'
import { AS_OF } from './synthetic-cases.js'
import { openWarehouse } from './warehouse-cache.js'

/** How many at once, and how many screens each asks. */
const ROUNDS = [
  { users: 1, screens: 24 },
  { users: 16, screens: 4 },
  { users: 64, screens: 2 },
]
/** No user begins another screen after so long a round. */
const LONGEST_ROUND_MS = 90_000
const GOAL_GROWTH = 1.2

/** A large table that leaves, small cells hidden: every town with every branch of industry, for almost all years; none is asked twice. */
const exportRequest = (time: number): object => ({
  query: `query Export($request: MetricsRequest!) {
    export: metrics(request: $request) {
      __typename
      ... on MetricsTable { rows { keys values { value n state } } total { values { value n } } suppressed }
      ... on Rejection { code message }
    }
  }`,
  variables: {
    request: {
      measures: ['received', 'accepted', 'closed', 'onTimeRate', 'medianDays'],
      dimensions: ['region1', 'industry2'],
      period: { from: dayBefore(AS_OF, 1800 - (time % 1000)), to: AS_OF },
      leaving: true,
    },
  },
})

const office = await loadOffice('wulong')
const warehouse = await openWarehouse(office, process.argv[2] ?? '1m')

/** The office and a leader, and towns and departments in turn. */
function personasOf({ lists }: Office): string[] {
  const towns = lists.region.members.filter(({ level }) => level === 1).map(({ code }) => `town:${code}`)
  const supervisors = new Set(lists.industry.members.flatMap((industry) => industry.supervisors))
  const departments = [...supervisors].map((code) => `department:${code}`)
  const units = towns.flatMap((town, i) => [town, departments[i % departments.length] ?? town])
  return ['office', 'leader', ...units]
}

/** What came of a round. */
interface Round {
  readonly ms: number[]
  errors: number
}

/** No window is asked for twice, and no export. */
let turn = 0
let exported = 0

/** All users at once, each one screen after another. */
async function round(sessions: readonly Session[], screens: number): Promise<Round> {
  const result: Round = { ms: [], errors: 0 }
  const until = performance.now() + LONGEST_ROUND_MS
  const user = async (session: Session): Promise<void> => {
    for (let screen = 0; screen < screens && performance.now() < until; screen += 1) {
      const began = performance.now()
      try {
        await session.screen(windowOf(turn++, AS_OF))
        result.ms.push(performance.now() - began)
      } catch (error) {
        result.errors += 1
        console.error(error instanceof Error ? error.message : error)
      }
    }
  }
  await Promise.all(sessions.map(user))
  return result
}

/** Has the export made again and again while something else is done. */
async function beside<T>(exporter: Session, work: () => Promise<T>): Promise<{ result: T; exports: number }> {
  let isOver = false
  let exports = 0
  const again = async (): Promise<void> => {
    while (!isOver) {
      const { export: answer } = (await exporter.ask(exportRequest(exported++))) as {
        export: { __typename: string }
      }
      if (answer.__typename !== 'MetricsTable') throw new Error(`no export: ${JSON.stringify(answer)}`)
      exports += 1
    }
  }
  const loop = again()
  try {
    const result = await work()
    isOver = true
    await loop
    return { result, exports }
  } finally {
    isOver = true
  }
}

try {
  const server = await serve(warehouse.stores, office)
  const personas = personasOf(office)
  const most = Math.max(...ROUNDS.map(({ users }) => users))
  const sessions: Session[] = []
  for (let i = 0; i < most; i += 1)
    sessions.push(await signIn(server, personas[i % personas.length] ?? 'office'))
  const exporter = await signIn(server, 'office')
  await round(sessions.slice(0, 4), 1)
  const figures: Record<string, number> = {}
  const against: Record<string, number> = {}
  let [errors, growth] = [0, 0]
  for (const { users, screens } of ROUNDS) {
    const asking = sessions.slice(0, users)
    const began = performance.now()
    const alone = await round(asking, screens)
    const seconds = (performance.now() - began) / 1000
    const { result: busy, exports } = await beside(exporter, () => round(asking, screens))
    errors += alone.errors + busy.errors
    console.error(`${users} users: ${alone.ms.length} and ${busy.ms.length} screens, ${exports} exports`)
    growth = Math.max(growth, percentile(busy.ms, 0.95) / percentile(alone.ms, 0.95))
    Object.assign(figures, {
      [`users_${users}_p50_ms`]: percentile(alone.ms, 0.5),
      [`users_${users}_p95_ms`]: percentile(alone.ms, 0.95),
      [`users_${users}_screens_per_s`]: alone.ms.length / seconds,
    })
    Object.assign(against, {
      [`export_users_${users}_p50_ms`]: percentile(busy.ms, 0.5),
      [`export_users_${users}_p95_ms`]: percentile(busy.ms, 0.95),
      [`export_users_${users}_exports`]: exports,
    })
  }
  await server.close()
  print({
    bench: 'users',
    size: `${warehouse.rows} cases, ${personas.length} personas`,
    figures: { ...figures, errors },
    against,
    ratio: growth,
    goal: `0 errors, and beside an export p95 grows by less than ${Math.round((GOAL_GROWTH - 1) * 100)} %`,
    holds: errors === 0 && growth < GOAL_GROWTH,
  })
} finally {
  await warehouse.stores.close()
}
