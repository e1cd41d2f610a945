import { formatNumber, formatValue, type Translate } from '../../catalogue/format'
import type { Row, Table, Value } from '../../graphql/answer'
import type { MeasureId } from '../../graphql/generated/graphql'

export interface DepartmentLine {
  readonly code: string
  readonly name: string
  readonly received: string
  readonly closed: string
  readonly overdue: number
  readonly overdueText: string
  readonly median: string
  readonly rateText: string
  /** Fractions; null where there is no rate. */
  readonly rate: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly n: string
  /** Too few settled cases to be compared with others. */
  readonly isSmall: boolean
}

const SMALL = 5

/** Departments with anything to show: most overdue first, then the lower rate; small ones and 未知 after the others. */
export function departmentLines(table: Table, t: Translate): DepartmentLine[] {
  const valueOf = (row: Row, id: MeasureId): Value | undefined => row.values[table.measures.indexOf(id)]
  const count = (row: Row, id: MeasureId) => {
    const value = valueOf(row, id)
    return value ? formatValue(value, 'cases', t) : '—'
  }
  return table.rows
    .map((row): DepartmentLine => {
      const rate = valueOf(row, 'onTimeRate')
      const median = valueOf(row, 'medianDays')
      return {
        code: row.keys[0] ?? '',
        name: row.labels[0] || t('chart.unknown'),
        received: count(row, 'received'),
        closed: count(row, 'closed'),
        overdue: valueOf(row, 'overdue')?.value ?? 0,
        overdueText: count(row, 'overdue'),
        median: median ? formatValue(median, 'days', t) : '—',
        rateText: rate ? formatValue(rate, 'percent', t) : '—',
        rate: rate?.value ?? null,
        lower: rate?.lower ?? null,
        upper: rate?.upper ?? null,
        n: formatNumber(rate?.n ?? 0, 'cases'),
        isSmall: (rate?.n ?? 0) < SMALL,
      }
    })
    .filter((line) => line.received !== '0' || line.closed !== '0' || line.n !== '0' || line.overdue > 0)
    .sort(
      (a, b) =>
        Number(a.code === '') - Number(b.code === '') ||
        Number(a.isSmall) - Number(b.isSmall) ||
        b.overdue - a.overdue ||
        (a.rate ?? 1) - (b.rate ?? 1),
    )
}
