import { andSql, basisSql, catalogueSql, conditionSql, fromSql, isInSql } from '../compile.js'
import type { Condition, Plan } from '../plan.js'
import type { Basis } from '../scans.js'
import { type BoundQuery, type Sql, join, param, sql, toQuery, trusted } from '../sql.js'
import { CASE_ORDERS, type Page } from './page.js'
import type { Selection } from './selection.js'

/** Which columns of a case may be read; the others do not leave the warehouse. */
export interface Columns {
  readonly summary: boolean
  readonly enterprise: 'all' | 'keyLeads' | 'none'
}

/** What stands for a day that a case has not: after all that it can have. */
const NEVER = sql`toDate32('2299-12-31')`

const DAYS = [
  'received_on',
  'accept_due_on',
  'accepted_on',
  'rejected_on',
  'assigned_on',
  'sign_due_on',
  'signed_on',
  'returned_on',
  'verified_on',
  'extension_asked_on',
  'extended_on',
  'due_on',
  'closed_on',
  'reply_due_on',
  'replied_on',
  'refusal_due_on',
  'refusal_told_on',
  'reward_decided_on',
  'reward_due_on',
  'reward_notified_on',
  'claim_due_on',
  'reward_paid_on',
] as const

/** The important leads: 重大事故隐患, 瞒报谎报; not those of the enterprise's own people (应急〔2020〕69号). */
const KEY_LEAD = sql`(hazard_level = 'major' OR report_class IN ('concealment', 'majorHazard')) AND reporter_kind != 'employee'`

function enterpriseSql({ enterprise }: Columns): Sql {
  if (enterprise === 'all') return sql`enterprise`
  return enterprise === 'keyLeads' ? sql`if(${KEY_LEAD}, enterprise, '')` : sql`''`
}

function columnsSql(columns: Columns): Sql {
  const text = [
    'case_id',
    'source',
    'source_case_no',
    'channel',
    'report_class',
    'hazard_level',
    'state',
    'result',
  ]
  const places = ['region_1', 'region_2', 'industry_1', 'industry_2', 'issue_1', 'issue_2', 'department']
  const all = [
    ...[...text, ...places].map((name) => sql`toString(${trusted(name)}) AS ${trusted(name)}`),
    ...DAYS.map((name) => sql`${trusted(name)}`),
    sql`toUInt32(extension_days) AS extension_days`,
    sql`toUInt32(paused_days) AS paused_days`,
    sql`toUInt8(ifNull(reward_amount, 0) > 0) AS rewarded`,
    sql`toFloat64(reward_amount) AS reward_yuan`,
    sql`toFloat64(fine_amount) AS fine_yuan`,
    sql`reward_item`,
    sql`toUInt8(fatal) AS fatal`,
    sql`arrayMap(step -> toString(step.day), transfers) AS transfer_days`,
    sql`transfers.unit AS transfer_units`,
    sql`${enterpriseSql(columns)} AS shown_enterprise`,
    sql`enterprise != '' AND shown_enterprise = '' AS enterprise_hidden`,
    columns.summary ? sql`summary AS shown_summary` : sql`'' AS shown_summary`,
    sql`summary != '' AND shown_summary = '' AS summary_hidden`,
    sql`toUInt32(merged_reports) AS merged_reports`,
  ]
  return join(
    all,
    sql`,
  `,
  )
}

function whereSql(selection: Selection): Sql[] {
  const { role, span, where, conditions, asOf, ids } = selection
  return [
    ...(ids === undefined ? [] : [sql`case_id IN ${param(ids, 'Array(String)')}`]),
    isInSql(role, span),
    ...(where === null ? [] : [sql`(${catalogueSql(where, asOf)})`]),
    ...conditions.map(conditionSql),
  ]
}

/** One page of the cases behind a number, the day of their order in `place`. One more than asked tells that there are more. */
export function compileCases(selection: Selection, columns: Columns, page: Page): BoundQuery {
  const { first, after, order, direction, search } = page
  const place = sql`ifNull(${trusted(CASE_ORDERS[order].column)}, ${NEVER})`
  const where = whereSql(selection)
  if (search !== '') {
    const found = (text: Sql): Sql =>
      sql`positionCaseInsensitiveUTF8(${text}, ${param(search, 'String')}) > 0`
    where.push(sql`(${found(sql`source_case_no`)} OR ${found(enterpriseSql(columns))})`)
  }
  if (after) {
    const day: Sql = after.day === '' ? NEVER : sql`${param(after.day, 'Date32')}`
    const than = direction === 'asc' ? sql`>` : sql`<`
    const id = param(after.id, 'String')
    where.push(sql`(${place} ${than} ${day} OR (${place} = ${day} AND case_id > ${id}))`)
  }
  return toQuery(sql`SELECT
  ${columnsSql(columns)}
FROM ${fromSql(selection.through)}
WHERE ${andSql(where)}
ORDER BY ${place} ${direction === 'asc' ? sql`ASC` : sql`DESC`}, case_id ASC
LIMIT ${param(first + 1, 'UInt32')}`)
}

/** How many cases are behind a number, without a search. */
export const compileCaseCount = (selection: Selection): BoundQuery =>
  toQuery(
    sql`SELECT count() AS cases FROM ${fromSql(selection.through)} WHERE ${andSql(whereSql(selection))}`,
  )

/**
 * Enterprises with at least `least` of the cases behind a number, those with the most first. Only cases whose enterprise
 * the columns show are counted.
 */
export const compileEnterprises = (
  selection: Selection,
  columns: Columns,
  least: number,
  first: number,
): BoundQuery =>
  toQuery(sql`SELECT
  ${enterpriseSql(columns)} AS shown_enterprise,
  toUInt32(count()) AS cases,
  toUInt32(sum(merged_reports)) AS merged,
  toUInt32(countIf(closed_on IS NULL AND rejected_on IS NULL)) AS open,
  arraySort(groupUniqArray(toString(industry_1))) AS industries,
  arraySort(groupUniqArray(toString(issue_1))) AS issues,
  arraySort(groupUniqArray(toString(region_1))) AS regions,
  min(received_on) AS first_received,
  max(received_on) AS last_received
FROM ${fromSql(selection.through)}
WHERE ${andSql([...whereSql(selection), sql`${enterpriseSql(columns)} != ''`])}
GROUP BY shown_enterprise
HAVING cases >= ${param(least, 'UInt32')}
ORDER BY cases DESC, last_received DESC, shown_enterprise ASC
LIMIT ${param(first + 1, 'UInt32')}`)

/** One case, if it lies within the conditions. */
export const compileCase = (id: string, conditions: readonly Condition[], columns: Columns): BoundQuery =>
  toQuery(sql`SELECT
  ${columnsSql(columns)}
FROM cases
WHERE ${andSql([sql`case_id = ${param(id, 'String')}`, ...conditions.map(conditionSql)])}
LIMIT 1`)

/** The rows of source files that became a case, repeated it or were merged into it, oldest first. */
export const compileSourceRows = (id: string): BoundQuery =>
  toQuery(sql`SELECT batch, row_no, toString(source) AS source, source_case_no, toString(outcome) AS outcome, reasons
FROM source_rows
WHERE case_id = ${param(id, 'String')}
ORDER BY batch, row_no
LIMIT 200`)

/** Every state of a case that was loaded, oldest first. */
export const compileVersions = (id: string): BoundQuery =>
  toQuery(sql`SELECT batch, row_no, toString(source) AS source, toString(state) AS state, toString(result) AS result,
  toString(department) AS department, deleted
FROM case_versions
WHERE case_id = ${param(id, 'String')}
ORDER BY version
LIMIT 200`)

/** From which batches the cases of a period come. */
export function compileBatches(basis: Basis, { conditions, through }: Plan): BoundQuery {
  return toQuery(sql`SELECT batch, count() AS cases
FROM ${fromSql(through)}
WHERE ${andSql([basisSql(basis), ...conditions.map(conditionSql)])}
GROUP BY batch
ORDER BY batch`)
}

/** The day of a page's order in a row, '' for none. */
export const placeOf = (row: Readonly<Record<string, unknown>>, order: Page['order']): string => {
  const day = row[CASE_ORDERS[order].column]
  return typeof day === 'string' ? day : ''
}
