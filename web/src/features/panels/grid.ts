import { formatNumber, formatValue } from '../../catalogue/format'
import type { Change, Table, Value } from '../../graphql/answer'
import type { Situation } from '../overview/views'

export interface Column {
  readonly id: string
  readonly label: string
  /** Null for text; points are differences of percentages, times 100. */
  readonly unit: 'cases' | 'percent' | 'days' | 'points' | null
}

/** A number stays one; what stands in its place (样本不足, 已隐去) is text. */
export type Cell = number | string

export interface Grid {
  readonly columns: readonly Column[]
  readonly rows: readonly {
    /** Codes of the row's dimensions; empty for the total. */
    readonly keys: readonly string[]
    readonly isTotal: boolean
    readonly cells: readonly Cell[]
    readonly texts: readonly string[]
  }[]
}

const CHANGE_UNIT = { cases: 'percent', percent: 'points', days: 'days' } as const

/** A change as a number: the ratio of counts, points of percentages, else the difference; text where there is no such number. */
function changeCell(change: Change, unit: 'cases' | 'percent' | 'days'): Cell {
  const number = unit === 'cases' ? change.ratio : change.difference
  if (change.state !== 'ok' || number === null) return change.text
  return unit === 'percent' ? Number((number * 100).toFixed(4)) : number
}

/** The n of a value; with a hidden value it is hidden too. */
function sizeOf(value: Value, t: Situation['t']): { cell: Cell; text: string } {
  const hidden = t('state.suppressed')
  if (value.state === 'suppressed') return { cell: hidden, text: hidden }
  return { cell: value.n, text: formatNumber(value.n, 'cases') }
}

/** The table behind a chart: every number of the answer, with n where it is a rate and with what it is compared. */
export function gridOf(table: Table, { catalogue, t }: Situation): Grid {
  const measures = table.measures.map((id) => catalogue.measure(id))
  const columns: Column[] = [
    ...(table.buckets.length > 0 ? [{ id: 'bucket', label: t('grid.bucket'), unit: null }] : []),
    ...table.dimensions.map((id) => ({ id, label: catalogue.dimension(id)?.label ?? id, unit: null })),
    ...measures.flatMap((entry): Column[] => [
      { id: entry.id, label: entry.label, unit: entry.unit },
      ...(entry.additive
        ? []
        : [{ id: `${entry.id}.n`, label: t('grid.n', { measure: entry.label }), unit: 'cases' as const }]),
      ...table.comparedPeriods.flatMap((period): Column[] => [
        {
          id: `${entry.id}.${period.kind}.base`,
          label: t('grid.base', {
            measure: entry.label,
            comparison: period.label,
            period: period.period.label,
          }),
          unit: entry.unit,
        },
        {
          id: `${entry.id}.${period.kind}`,
          label: t(entry.unit === 'percent' ? 'grid.points' : 'grid.change', {
            measure: entry.label,
            comparison: period.label,
          }),
          unit: CHANGE_UNIT[entry.unit],
        },
      ]),
    ]),
  ]
  const bucketName = new Map(
    table.buckets.map((bucket) => [bucket.key, bucket.label + (bucket.partial ? t('chart.partial') : '')]),
  )
  const line = (row: Table['rows'][number], isTotal: boolean) => {
    const heads = [
      ...(table.buckets.length > 0
        ? [isTotal ? t('grid.total') : (bucketName.get(row.bucket ?? '') ?? '')]
        : []),
      ...table.dimensions.map((_, at) => {
        if (isTotal) return at === 0 && table.buckets.length === 0 ? t('grid.total') : ''
        return row.labels[at] || t('chart.unknown')
      }),
    ]
    const numbers = row.values.flatMap((value, at) => {
      const entry = measures[at]
      return entry ? cellsOf(value, entry.unit, entry.additive, table.comparedPeriods.length) : []
    })
    const all: { cell: Cell; text: string }[] = [...heads.map((text) => ({ cell: text, text })), ...numbers]
    return {
      keys: isTotal ? [] : row.keys,
      isTotal,
      cells: all.map((one) => one.cell),
      texts: all.map((one) => one.text),
    }
  }
  const cellsOf = (value: Value, unit: 'cases' | 'percent' | 'days', additive: boolean, compared: number) => {
    const shown = formatValue(value, unit, t)
    return [
      { cell: value.value ?? shown, text: shown },
      ...(additive ? [] : [sizeOf(value, t)]),
      ...value.changes.slice(0, compared).flatMap((change) => {
        const base = change.value === null ? '—' : formatNumber(change.value, unit)
        const hidden = change.state === 'suppressed' ? t('state.suppressed') : base
        return [
          { cell: change.value ?? hidden, text: hidden },
          { cell: changeCell(change, unit), text: change.text },
        ]
      }),
    ]
  }
  return {
    columns,
    rows: [
      ...table.rows.map((row) => line(row, false)),
      ...(table.dimensions.length + table.buckets.length > 0 ? [line(table.total, true)] : []),
    ],
  }
}
