/**
 * A quarter's assessment over HTTP on a synthetic district: reckoned anew as the page asks for it, and frozen, which reads
 * the state after a batch from all versions. Against the deductions alone, counted by a statement written by hand in the
 * same run, after every unit's count was seen to be equal.
 *
 * `npm run bench -- assessment [10k|1m|10m]`
 */
import { CLICK } from '@fengsui/etl/warehouse/limits'
import { loadOffice } from '@fengsui/prisma/office/load'
import { percentile, print } from './print.js'
import { type Session, serve, signIn } from './sessions.js'
import { openWarehouse } from './warehouse-cache.js'

const QUARTERS = ['2025Q3', '2025Q4', '2026Q1', '2026Q2', '2026Q3'] as const
const GOAL_MS = 5000

const office = await loadOffice('wulong')
const warehouse = await openWarehouse(office, process.argv[2] ?? '1m')
const clicking = warehouse.stores.warehouse(CLICK)

interface Board {
  readonly leagues: readonly {
    readonly units: readonly {
      readonly code: string
      readonly taken: readonly { readonly count: number }[]
    }[]
  }[]
}

interface Closed {
  readonly closeQuarter: { readonly id?: string; readonly message?: string }
}

const BOARD = `query ($quarter: String) { ranking(quarter: $quarter) { ... on Rejection { message } ... on RankingBoard {
  leagues { units { code score rank taken { count } rates { n share group rankFrom rankTo } } } } } }`

/** What each unit loses points for in a quarter, as somebody who knows ClickHouse counts it by hand. */
const BY_HAND = `SELECT toString(department) AS unit, countIf(loop BETWEEN {from: Date32} AND {to: Date32}) +
    countIf(pay BETWEEN {from: Date32} AND {to: Date32}) AS items
  FROM (
    SELECT department,
      if(due_on IS NOT NULL AND (closed_on IS NULL OR closed_on > due_on OR verified_on IS NULL OR verified_on > due_on), due_on, NULL) AS at_closing,
      if(contactable AND (replied_on IS NULL OR replied_on > reply_due_on), reply_due_on, NULL) AS at_reply,
      coalesce(least(at_closing, at_reply), at_closing, at_reply) AS loop,
      if(reward_paid_on IS NULL OR reward_paid_on > reward_due_on, reward_due_on, NULL) AS pay
    FROM cases WHERE NOT fatal)
  GROUP BY unit HAVING items > 0`

function daysOf(quarter: string): { from: string; to: string } {
  const [year, number] = [Number(quarter.slice(0, 4)), Number(quarter.slice(5))]
  const day = (month: number, of: number) => new Date(Date.UTC(year, month, of)).toISOString().slice(0, 10)
  return { from: day(number * 3 - 3, 1), to: day(number * 3, 0) }
}

async function byHand(quarter: string): Promise<ReadonlyMap<string, number>> {
  const query_params = daysOf(quarter)
  const answer = await clicking.client.query({ query: BY_HAND, query_params, format: 'JSONEachRow' })
  const rows = await answer.json<{ unit: string; items: number | string }>()
  return new Map(rows.map(({ unit, items }) => [unit, Number(items)]))
}

async function reckoned(session: Session, quarter: string): Promise<ReadonlyMap<string, number>> {
  const { ranking } = (await session.ask({ query: BOARD, variables: { quarter } })) as { ranking: Board }
  const units = ranking.leagues.flatMap((league) => league.units)
  const counts = units.map(
    ({ code, taken }) => [code, taken.reduce((sum, { count }) => sum + count, 0)] as const,
  )
  return new Map(counts.filter(([, count]) => count > 0))
}

/** @throws Error where a unit has another count. */
function expectEqual(ours: ReadonlyMap<string, number>, theirs: ReadonlyMap<string, number>): void {
  const units = new Set([...ours.keys(), ...theirs.keys()])
  for (const unit of units)
    if (ours.get(unit) !== theirs.get(unit))
      throw new Error(`${unit} has ${ours.get(unit)} deductions, by hand ${theirs.get(unit)}`)
}

async function timed<T>(times: number[], work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const result = await work()
  times.push(performance.now() - began)
  return result
}

/** The warehouse outlives the run, and a quarter is closed once. */
async function forget(): Promise<void> {
  const { metadata } = warehouse.stores
  await metadata.assessmentStep.deleteMany()
  await metadata.assessment.deleteMany()
}

try {
  await forget()
  const server = await serve(warehouse.stores, office)
  const session = await signIn(server, 'office')
  await reckoned(session, QUARTERS[0])
  const [live, frozen, hand]: [number[], number[], number[]] = [[], [], []]
  let items = 0
  for (const quarter of QUARTERS) {
    const ours = await timed(live, () => reckoned(session, quarter))
    expectEqual(ours, await timed(hand, () => byHand(quarter)))
    items += [...ours.values()].reduce((sum, count) => sum + count, 0)
    const query = `mutation { closeQuarter(quarter: "${quarter}") { ... on Rejection { message } ... on AssessmentTaken { id } } }`
    const { closeQuarter: told } = (await timed(frozen, () => session.ask({ query }))) as Closed
    if (!told.id) throw new Error(`not closed: ${told.message}`)
  }
  await server.close()
  const slowest = Math.max(...live, ...frozen)
  const units = office.lists.department.members.length
  print({
    bench: 'assessment',
    size: `${warehouse.rows} cases, ${units} units, ${QUARTERS.length} quarters with ${items} deductions`,
    figures: {
      reckoned_p50_ms: percentile(live, 0.5),
      reckoned_worst_ms: Math.max(...live),
      frozen_p50_ms: percentile(frozen, 0.5),
      frozen_worst_ms: Math.max(...frozen),
    },
    against: { by_hand_p50_ms: percentile(hand, 0.5), by_hand_worst_ms: Math.max(...hand) },
    ratio: percentile(live, 0.5) / percentile(hand, 0.5),
    goal: `a quarter within ${GOAL_MS} ms, reckoned or frozen`,
    holds: slowest <= GOAL_MS,
  })
} finally {
  await forget()
  await clicking.close()
  await warehouse.stores.close()
}
