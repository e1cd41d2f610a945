import type { Row, Table } from './answer.js'

/** 今年以来 is compared with one and the same period for 同比 and 环比: it is shown once. */
export function withoutRepeats<T extends Table>(table: T): T {
  const isNew = table.comparedPeriods.map(
    ({ period }, at) =>
      table.comparedPeriods.findIndex(
        (other) => other.period.from === period.from && other.period.to === period.to,
      ) === at,
  )
  if (isNew.every(Boolean)) return table
  const kept = <E>(list: readonly E[]): E[] => list.filter((_, at) => isNew[at])
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
