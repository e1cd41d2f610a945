import type { AnswerFragment, RowFragment } from './generated/graphql'

/** What `metrics` answers with: a table, or the reason why there is none. */
export type Answer = AnswerFragment
export type Table = Extract<AnswerFragment, { __typename: 'MetricsTable' }>
export type Rejection = Extract<AnswerFragment, { __typename: 'Rejection' }>
export type Row = RowFragment
export type Value = Row['values'][number]
export type Change = Value['changes'][number]

/** The table of an answer, null while there is none or where it was rejected. */
export const tableOf = (answer: Answer | null | undefined): Table | null =>
  answer?.__typename === 'MetricsTable' ? withoutRepeats(answer) : null

/** 今年以来 is compared with one and the same period for 同比 and 环比: it is shown once. */
function withoutRepeats(table: Table): Table {
  const isNew = table.comparedPeriods.map(
    ({ period }, at) =>
      table.comparedPeriods.findIndex(
        (other) => other.period.from === period.from && other.period.to === period.to,
      ) === at,
  )
  if (isNew.every(Boolean)) return table
  const kept = <T>(list: readonly T[]): T[] => list.filter((_, at) => isNew[at])
  const row = (one: Row): Row => ({
    ...one,
    values: one.values.map((value) => ({ ...value, changes: kept(value.changes) })),
  })
  return {
    ...table,
    comparedPeriods: kept(table.comparedPeriods),
    rows: table.rows.map(row),
    others: table.others.map(row),
    total: row(table.total),
  }
}

export const rejectionOf = (answer: Answer | null | undefined): Rejection | null =>
  answer?.__typename === 'Rejection' ? answer : null
