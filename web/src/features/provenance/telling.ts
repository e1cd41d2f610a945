import { formatInterval, formatNumber, formatValue } from '@fengsui/charts/format'
import type { Speaking } from '../../catalogue/speaking'
import type { Row, Table } from '../../graphql/answer'
import type { Inspected } from './inspection'

/** A number in words, as the head of its provenance says it. */
interface Told {
  readonly label: string
  readonly unit: string
  readonly text: string
  /** Where in the answer it stands: 乡镇（街道）：白马镇; 2026年3月; 合计. */
  readonly places: readonly string[]
  readonly period: string
  readonly n: number
  /** Of a rate: the cases with the property. Null where the number is none, or is that of a compared period. */
  readonly k: number | null
  readonly interval: string
}

const valueOf = ({ table, measure }: Inspected, row: Row) => row.values[table.measures.indexOf(measure)]

/** The value itself, or the one with which it is compared. */
function shownOf(number: Inspected, row: Row) {
  const value = valueOf(number, row)
  if (!value || number.comparison === null) return value
  const nth = number.table.comparedPeriods.findIndex(({ kind }) => kind === number.comparison)
  const change = value.changes[nth]
  if (!change) return undefined
  return {
    value: change.value,
    n: change.n,
    state: change.state === 'suppressed' ? change.state : 'ok',
  } as const
}

/** What a number is, where it stands and of how many cases it is. */
export function tellNumber(number: Inspected, { catalogue, t }: Speaking): Told {
  const { table, row, place, measure, comparison } = number
  const entry = catalogue.measure(measure)
  const value = comparison === null ? valueOf(number, row) : undefined
  const shown = shownOf(number, row)
  const bucket = table.buckets.find(({ key }) => key === row.bucket)
  const members = table.dimensions.map((id, at) =>
    t('list.pair', {
      name: catalogue.dimension(id)?.label ?? id,
      text: row.labels[at] || t('chart.unknown'),
    }),
  )
  const compared = table.comparedPeriods.find(({ kind }) => kind === comparison)
  return {
    label: entry.label,
    unit: entry.unit === 'percent' ? '' : entry.unitLabel,
    text: shown ? formatValue(shown, entry.unit, t) : '—',
    places: [
      ...(place === 'member' ? members : [place === 'others' ? (row.labels[0] ?? '') : t('grid.total')]),
      ...(bucket ? [bucket.label] : []),
    ],
    period: compared
      ? t('list.aside', { text: compared.period.label, aside: compared.label })
      : table.period.label,
    n: shown?.n ?? 0,
    k: value?.k ?? null,
    interval: value ? formatInterval(value, entry.unit) : '',
  }
}

interface Check {
  readonly isSame: boolean
  /** The number as it came out this time. */
  readonly text: string
}

/**
 * Compares a number with the one that stands in its place when the answer is counted anew.
 * @param again the answer counted anew. @returns null if the number has no place in it.
 */
export function checkNumber(number: Inspected, again: Table, { catalogue, t }: Speaking): Check | null {
  const rows = { member: again.rows, others: again.others, total: [again.total] }[number.place]
  const isIt = (row: Row) =>
    row.bucket === number.row.bucket && row.keys.join('\u0000') === number.row.keys.join('\u0000')
  const row = number.place === 'total' ? again.total : rows.find(isIt)
  const now = row && shownOf({ ...number, table: again }, row)
  const before = shownOf(number, number.row)
  if (!now || !before) return null
  return {
    isSame: now.value === before.value && now.n === before.n,
    text: `${formatValue(now, catalogue.measure(number.measure).unit, t)}${t('list.parts')}${t('panel.n', {
      n: formatNumber(now.n, 'cases'),
    })}`,
  }
}
