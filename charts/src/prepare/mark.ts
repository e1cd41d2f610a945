import { formatInterval, formatNumber, formatValue, remarkOf, type Translate } from '../format.js'
import type { Annotation, Cluster, Names, Row, Table } from '../answer.js'
import type { Mark } from '../model.js'
import type { Ground } from '../territory/ground.js'
import { countedText } from './filling.js'

/** What every preparation needs beside the answer. */
export interface Setting {
  readonly table: Table
  readonly names: Names
  /** Codes of a dimension that are picked; none where nothing is. */
  picked(dimension: string): readonly string[]
  readonly t: Translate
  /** What happened, for the pictures over time; absent where it is not to be said. */
  readonly annotations?: readonly Annotation[]
  /** What a screening found to stand together, for maps that show it; absent where it is not to be shown. */
  readonly clusters?: readonly Cluster[]
  /** Where the members of a dimension lie; absent where nothing is known beside their lists. */
  readonly ground?: (dimension: string) => Ground
}

const share = (part: number | null, whole: number | null | undefined) =>
  part !== null && whole ? formatNumber(part / whole, 'percent') : ''

/**
 * Lines of a tooltip: the exact number with its n, then each compared period with its own.
 * @param baseLabel what a compared period is called for this row, where it is not that of the whole answer.
 */
export function tooltipLines(
  row: Row,
  setting: Setting,
  measures: readonly string[],
  baseLabel: (kind: string) => string | null = () => null,
): string[] {
  const { table, t } = setting
  return measures.flatMap((id) => {
    const at = table.measures.indexOf(id)
    const value = row.values[at]
    if (!value) return []
    const entry = setting.names.measure(id)
    const now = `${entry.label} ${countedText(value, entry.unit, t)}`
    const part = entry.additive ? share(value.value, table.total.values[at]?.value) : ''
    const details = [
      ...(entry.additive ? [] : [t('chart.n', { n: formatNumber(value.n, 'cases') })]),
      ...(part ? [t('chart.share', { share: part })] : []),
      ...(!entry.additive && formatInterval(value, entry.unit)
        ? [t('chart.interval', { interval: formatInterval(value, entry.unit) })]
        : []),
      ...[value.value === null ? '' : remarkOf(value.state, t)].filter(Boolean),
    ]
    const compared = value.changes.map((change, nth) => {
      const period = table.comparedPeriods[nth]
      const before = change.value === null ? '—' : formatNumber(change.value, entry.unit)
      const base = t('list.pair', {
        name: baseLabel(period?.kind ?? '') ?? period?.period.label ?? '',
        text: before,
      })
      return t('list.aside', { text: `${period?.label ?? ''} ${change.text}`, aside: base })
    })
    return [[now, ...details].join(' · '), ...compared]
  })
}

/** What a tooltip says of a row: what it is, of which days, and all its numbers. */
export const linesOf = (row: Row, setting: Setting): string[] => [
  row.labels.map((one) => one || setting.t('chart.unknown')).join(' × '),
  setting.table.period.label,
  ...tooltipLines(row, setting, setting.table.measures),
]

/** The mark of a row for one measure; `keyAt` says which of the row's keys is its code. */
export const markOf = (row: Row, setting: Setting, measure: string, keyAt = 0): Mark => ({
  ...silentMarkOf(row, setting, measure, keyAt),
  lines: linesOf(row, setting),
})

/** A mark without its lines, for pictures of so many that most are never asked for theirs. */
export function silentMarkOf(row: Row, setting: Setting, measure: string, keyAt = 0): Omit<Mark, 'lines'> {
  const { table, t } = setting
  const value = row.values[table.measures.indexOf(measure)]
  const dimension = table.dimensions[keyAt]
  const picked = dimension ? setting.picked(dimension) : []
  const code = row.keys[keyAt] ?? ''
  const label = row.labels[keyAt] || t('chart.unknown')
  const entry = setting.names.measure(measure)
  return {
    code,
    label,
    value: value?.value ?? null,
    n: value?.n ?? 0,
    state: value?.state ?? 'noData',
    text: value ? formatValue(value, entry.unit, t) : '—',
    change: value?.changes[0]?.text ?? '',
    // A number of cases is what it is; how it might have come out otherwise stands in the table.
    lower: (entry.additive ? null : value?.lower) ?? null,
    upper: (entry.additive ? null : value?.upper) ?? null,
    faded: picked.length > 0 && !picked.includes(code),
    isOthers: false,
  }
}
