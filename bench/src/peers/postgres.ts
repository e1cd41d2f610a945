import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from '../generated/client.js'
import { SPANS, ScreenNumbers, type Span, type Spans } from '../screen-numbers.js'
import type { Window } from '../overview-questions.js'
import { AS_OF } from '../synthetic-cases.js'
import type { CachedWarehouse } from '../warehouse-cache.js'
import type { Peer } from './peer.js'
import { startCluster } from './postgres-cluster.js'

const CONNECTIONS = 4
const asOf = new Date(AS_OF)
const matureUntil = new Date(asOf.getTime() - 90 * 86_400_000)
const days = ({ from, to }: Window) => ({ gte: new Date(from), lte: new Date(to) })

const VERIFIED = { result: { in: ['true', 'partly'] } }
const CHECKED = { result: { in: ['true', 'partly', 'false', 'unclear'] } }
const RANKED = {
  region: 'region1',
  industry: 'industry1',
  issue: 'issue1',
  channel: 'channel',
  source: 'source',
  department: 'department',
} as const

/** PostgreSQL as a Prisma project asks it: `count` and `groupBy`, and its own SQL for medians and months. */
export async function postgres(warehouse: CachedWarehouse): Promise<Peer> {
  const cluster = await startCluster(warehouse)
  const prisma = new PrismaClient({
    adapter: new PrismaPg({ connectionString: cluster.url, max: CONNECTIONS }),
  })
  return {
    name: 'postgres',
    ask: async (spans) => {
      const numbers = new ScreenNumbers()
      await Promise.all([
        ...SPANS.flatMap((span) => spanOf(prisma, numbers, span, spans[span])),
        ...(['base', 'yearAgo'] as const).flatMap((span) => comparedOnce(prisma, numbers, span, spans)),
      ])
      return () => numbers
    },
    close: async () => {
      await prisma.$disconnect()
      cluster.stop()
    },
  }
}

/** What is asked of every period: the cards, the lists, the departments. */
function spanOf(prisma: PrismaClient, numbers: ScreenNumbers, span: Span, window: Window): Promise<void>[] {
  const { case: cases } = prisma
  const within = days(window)
  const { dueOn } = cases.fields
  const onTime: Prisma.CaseWhereInput = { closedOn: { lte: dueOn } }
  const settled: Prisma.CaseWhereInput = { settledOn: within, OR: [onTime, { dueOn: { lt: asOf } }] }
  const overdue: Prisma.CaseWhereInput = {
    dueOn: within,
    OR: [{ closedOn: { gt: dueOn } }, { closedOn: null, dueOn: { lt: asOf } }],
  }
  const count = async (measure: string, where: Prisma.CaseWhereInput): Promise<void> =>
    numbers.count({ part: 'total', span, measure }, await cases.count({ where }))
  const rate = async (
    measure: string,
    where: Prisma.CaseWhereInput,
    having: Prisma.CaseWhereInput,
  ): Promise<void> => {
    const [n, k] = await Promise.all([
      cases.count({ where }),
      cases.count({ where: { AND: [where, having] } }),
    ])
    numbers.rate({ part: 'total', span, measure }, k, n)
  }
  const byDepartment = async (where: Prisma.CaseWhereInput): Promise<Map<string, number>> => {
    const rows = await cases.groupBy({ by: ['department'], where, _count: true })
    return new Map(rows.map(({ department, _count }) => [department, _count]))
  }
  const departmentCount = async (measure: string, where: Prisma.CaseWhereInput): Promise<void> => {
    for (const [code, n] of await byDepartment(where))
      numbers.count({ part: 'department', span, measure, codes: [code] }, n)
  }
  const departmentsOnTime = async (): Promise<void> => {
    const [n, k] = await Promise.all([byDepartment(settled), byDepartment({ AND: [settled, onTime] })])
    for (const [code, cases] of n)
      numbers.rate(
        { part: 'department', span, measure: 'onTimeRate', codes: [code] },
        k.get(code) ?? 0,
        cases,
      )
  }
  return [
    count('received', { receivedOn: within }),
    count('accepted', { acceptedOn: within }),
    count('closed', { closedOn: within }),
    count('overdue', overdue),
    rate('verifiedShareOfChecked', { verifiedOn: within, ...CHECKED }, VERIFIED),
    rate('verifiedShareOfAccepted', { acceptedOn: { ...within, ...notAfter(window) } }, VERIFIED),
    rate('onTimeRate', settled, onTime),
    departmentCount('closed', { closedOn: within }),
    departmentCount('overdue', overdue),
    departmentsOnTime(),
    handlingTimes(prisma, numbers, span, window),
    ...Object.entries(RANKED).map(async ([part, by]) => {
      const rows = await cases.groupBy({ by: [by], where: { receivedOn: within }, _count: true })
      for (const row of rows)
        numbers.count(
          { part: part as keyof typeof RANKED, span, measure: 'received', codes: [row[by]] },
          row._count,
        )
    }),
  ]
}

/** Reports that are younger than 90 days have no verified share yet. */
const notAfter = ({ to }: Window) => ({ lte: new Date(to) < matureUntil ? new Date(to) : matureUntil })

async function handlingTimes(
  prisma: PrismaClient,
  numbers: ScreenNumbers,
  span: Span,
  { from, to }: Window,
): Promise<void> {
  const levels = [0.5, 0.75, 0.9]
  const rows = await prisma.$queryRaw<{ department: string | null; n: bigint; days: number[] }[]>`
    SELECT department, count(*) AS n, percentile_cont(${levels}::float8[]) WITHIN GROUP (ORDER BY closed_on - accepted_on) AS days
    FROM cases WHERE closed_on BETWEEN ${from}::date AND ${to}::date AND closed_on >= accepted_on
    GROUP BY GROUPING SETS ((), (department))`
  for (const { department, n, days } of rows) {
    const at =
      department === null ? { part: 'total' as const } : { part: 'department' as const, codes: [department] }
    ;['medianDays', 'p75Days', 'p90Days'].slice(0, department === null ? 3 : 1).forEach((measure, i) => {
      numbers.put({ ...at, span, measure }, { n: Number(n), value: days[i] ?? 0 })
    })
  }
}

/** What is compared with the year before only: the matrix, and the months. */
function comparedOnce(
  prisma: PrismaClient,
  numbers: ScreenNumbers,
  span: Span,
  spans: Spans,
): Promise<void>[] {
  const { from, to } = spans[span]
  const matrix = async (): Promise<void> => {
    const rows = await prisma.case.groupBy({
      by: ['industry1', 'region1'],
      where: { receivedOn: days(spans[span]) },
      _count: true,
    })
    for (const { industry1, region1, _count } of rows)
      numbers.count({ part: 'matrix', span, measure: 'received', codes: [industry1, region1] }, _count)
  }
  const trend = async (measure: string): Promise<void> => {
    const column = Prisma.raw(`${measure}_on`)
    const rows = await prisma.$queryRaw<{ month: string; n: bigint }[]>`
      SELECT to_char(date_trunc('month', ${column}), 'YYYY-MM-DD') AS month, count(*) AS n
      FROM cases WHERE ${column} BETWEEN ${from}::date AND ${to}::date GROUP BY 1`
    for (const { month, n } of rows) numbers.count({ part: 'trend', span, measure, month }, Number(n))
  }
  return [matrix(), ...['received', 'accepted', 'closed'].map(trend)]
}
