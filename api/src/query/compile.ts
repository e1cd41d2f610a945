import { DIMENSIONS } from '@fengsui/domain/metrics/dimensions'
import { MEASURES, type MeasureId } from '@fengsui/domain/metrics/measures'
import { type Measure, ROLE_COLUMN, type TimeRole } from '@fengsui/domain/metrics/model'
import type { Day } from '@fengsui/domain/time/day'
import type { Grain } from '@fengsui/domain/time/grain'
import type { Branch, Condition, Level, Plan, PlannedPeriod } from './plan.js'
import { type BoundQuery, type Sql, join, param, sql, toQuery, trusted } from './sql.js'

/** One column of numbers that the engine counts for a measure. `value` is a quantile, the others are case counts. */
export interface NumberColumn {
  readonly name: string
  readonly measure: MeasureId
  readonly kind: 'n' | 'numerator' | 'value'
}

/** The columns of a measure. A ratio travels as its two counts, so that its interval and its total need no more. */
export function columnsOf(id: MeasureId): readonly NumberColumn[] {
  const { kind } = (MEASURES[id] as Measure).aggregate
  const n: NumberColumn = { name: `${id}_n`, measure: id, kind: 'n' }
  if (kind === 'count') return [n]
  return [
    n,
    {
      name: kind === 'ratio' ? `${id}_k` : `${id}_value`,
      measure: id,
      kind: kind === 'ratio' ? 'numerator' : 'value',
    },
  ]
}

/** The first day of the unit in which a Date32 lies. The engine's own functions end with its Date, in 1970 and 2149. */
const BUCKET_START: Readonly<Record<Grain, (day: Sql) => Sql>> = {
  day: (day) => day,
  week: (day) => sql`addDays(${day}, 1 - toDayOfWeek(${day}))`,
  tenDay: (day) =>
    sql`addDays(${day}, 1 - toDayOfMonth(${day}) + 10 * least(intDiv(toDayOfMonth(${day}) - 1, 10), 2))`,
  month: (day) => sql`addDays(${day}, 1 - toDayOfMonth(${day}))`,
  quarter: (day) => sql`makeDate32(toYear(${day}), 3 * toQuarter(${day}) - 2, 1)`,
  halfYear: (day) => sql`makeDate32(toYear(${day}), if(toMonth(${day}) < 7, 1, 7), 1)`,
  year: (day) => sql`makeDate32(toYear(${day}), 1, 1)`,
}

const COMMA = sql`, `
const asColumns = sql`,
  `

/**
 * Turns a plan into one bound statement: one branch per attribution date and period, each grouped at all levels,
 * merged by the outer grouping. Columns: level, period, bucket (with a grain), the dimensions, the numbers.
 */
export function compileMetrics(plan: Plan): BoundQuery {
  const keys = [sql`level`, sql`period`, ...groupKeys(plan)]
  const numbers = plan.query.measures.flatMap(columnsOf).map(({ name, kind }) => {
    const column = trusted(name)
    return kind === 'value' ? sql`max(${column}) AS ${column}` : sql`sum(${column}) AS ${column}`
  })
  const branches = plan.branches.map((branch) => branchSql(plan, branch))
  return toQuery(sql`SELECT
  ${join([...keys, ...numbers], asColumns)}
FROM
(
${join(
  branches,
  sql`
UNION ALL
`,
)}
)
GROUP BY ${join(keys, COMMA)}
ORDER BY ${join(keys, COMMA)}`)
}

/** How many cases the answer rests on, each once, and the sources they come from. */
export function compileEvidence(plan: Plan): BoundQuery {
  const base = plan.branches.filter((branch) => branch.period === 0)
  const inPeriod = base.map((branch) => withinSql(branch.role, planned(plan, 0)))
  const where = [sql`(${join(inPeriod, sql` OR `)})`, ...plan.conditions.map(conditionSql)]
  return toQuery(sql`SELECT count() AS cases, arraySort(groupUniqArray(source)) AS sources
FROM cases
WHERE ${join(where, sql` AND `)}`)
}

/** The level of a result row, from the bits that `grouping` set for the keys rolled up in it. */
export function levelOf(plan: Plan, bits: number): Level {
  const keys = groupKeys(plan).length
  if (bits === 2 ** keys - 1) return 'total'
  return bits === 0 ? 'rows' : 'members'
}

const dimensionKeys = (plan: Plan): Sql[] => plan.query.dimensions.map((id) => trusted(id))
const groupKeys = (plan: Plan): Sql[] => [...dimensionKeys(plan), ...(plan.query.grain ? [sql`bucket`] : [])]

function branchSql(plan: Plan, branch: Branch): Sql {
  const period = planned(plan, branch.period)
  const keys = groupKeys(plan)
  const columns = [
    keys.length === 0 ? sql`0 AS level` : sql`grouping(${join(keys, COMMA)}) AS level`,
    sql`${trusted(String(branch.period))} AS period`,
    ...plan.query.dimensions.map((id) => sql`toString(${trusted(DIMENSIONS[id].column)}) AS ${trusted(id)}`),
    ...(plan.query.grain ? [sql`${bucketSql(plan, branch.role, period)} AS bucket`] : []),
    ...plan.query.measures.flatMap((id) => numbersSql(plan, id, branch.measures.includes(id))),
  ]
  const where = [withinSql(branch.role, period), ...plan.conditions.map(conditionSql)]
  const select = sql`SELECT
  ${join(columns, asColumns)}
FROM cases
WHERE ${join(where, sql` AND `)}`
  return keys.length === 0
    ? select
    : sql`${select}
GROUP BY GROUPING SETS (${join(
        plan.levels.map((level) => levelSql(plan, level)),
        COMMA,
      )})`
}

function levelSql(plan: Plan, level: Level): Sql {
  const keys = { rows: groupKeys(plan), members: dimensionKeys(plan), total: [] }[level]
  return sql`(${join(keys, COMMA)})`
}

function planned(plan: Plan, index: number): PlannedPeriod {
  const period = plan.periods[index]
  if (!period) throw new Error(`internal: the plan has no period ${index}`)
  return period
}

/** A compared day stands in the bucket with which it is compared. */
function bucketSql(plan: Plan, role: TimeRole, { kind, starts }: PlannedPeriod): Sql {
  const day = trusted(ROLE_COLUMN[role])
  const { grain } = plan.query
  if (grain && kind === 'base') return BUCKET_START[grain](sql`assumeNotNull(${day})`)
  const keys = param(
    plan.buckets.map((bucket) => bucket.key),
    'Array(Date32)',
  )
  return sql`arrayElement(${keys}, arrayLastIndex(start -> start <= assumeNotNull(${day}), ${param(starts, 'Array(Date32)')}))`
}

function withinSql(role: TimeRole, { period }: PlannedPeriod): Sql {
  const { from, to } = period
  return sql`${trusted(ROLE_COLUMN[role])} BETWEEN ${param(from, 'Date32')} AND ${param(to, 'Date32')}`
}

function conditionSql(condition: Condition): Sql {
  if (condition.kind === 'nothing') return sql`false`
  return sql`${trusted(DIMENSIONS[condition.dimension].column)} IN ${param(condition.codes, 'Array(String)')}`
}

/** The numbers of a measure, or nothing in the columns of one that this branch does not count. */
function numbersSql(plan: Plan, id: MeasureId, counted: boolean): Sql[] {
  const { aggregate } = MEASURES[id] as Measure
  const text = (catalogue: string): Sql => catalogueSql(catalogue, plan.asOf)
  const n = (value: Sql): Sql => sql`${value} AS ${trusted(`${id}_n`)}`
  switch (aggregate.kind) {
    case 'count':
      if (!counted) return [n(sql`0`)]
      return [n(aggregate.where ? sql`countIf(${text(aggregate.where)})` : sql`count()`)]
    case 'ratio': {
      const k = trusted(`${id}_k`)
      if (!counted) return [n(sql`0`), sql`0 AS ${k}`]
      const all = text(aggregate.denominator)
      return [n(sql`countIf(${all})`), sql`countIf((${all}) AND (${text(aggregate.numerator)})) AS ${k}`]
    }
    case 'quantile': {
      const value = trusted(`${id}_value`)
      if (!counted) return [n(sql`0`), sql`NULL AS ${value}`]
      const [of, where] = [text(aggregate.of), text(aggregate.where)]
      const quantile = sql`quantileExactInclusiveIf(${trusted(String(aggregate.level))})(${of}, ${where})`
      return [n(sql`countIf(${where})`), sql`${quantile} AS ${value}`]
    }
  }
}

/** SQL of the catalogue, with the as-of day bound where it stands in it. */
function catalogueSql(text: string, asOf: Day): Sql {
  return join(text.split('{asOf: Date32}').map(trusted), sql`${param(asOf, 'Date32')}`)
}
