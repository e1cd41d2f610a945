import { formatNumber, type Translate } from '../../catalogue/format'
import type { Catalogue } from '../../catalogue/catalogue'
import { prepareBars } from '../../charts/prepare/bars'
import type { Setting } from '../../charts/prepare/mark'
import { prepareMatrix } from '../../charts/prepare/matrix'
import { prepareTiles } from '../../charts/prepare/tiles'
import { prepareTrend } from '../../charts/prepare/trend'
import type { ChartModel } from '../../charts/model'
import { codesOf } from '../../composables/question'
import type { Screen } from '../../composables/screen'
import type { Table } from '../../graphql/answer'
import type { MeasureId } from '../../graphql/generated/graphql'
import type { ChartId } from './requests'

export interface Situation {
  readonly catalogue: Catalogue
  readonly screen: Screen
  readonly t: Translate
}

/** The measure that a chart is about. */
const leadMeasure = (chart: ChartId, catalogue: Catalogue): MeasureId =>
  chart === 'department' && catalogue.has('onTimeRate') ? 'onTimeRate' : 'received'

export const settingOf = (table: Table, { catalogue, screen, t }: Situation): Setting => ({
  table,
  measure: catalogue.measure,
  picked: (dimension) => codesOf(screen, dimension),
  t,
})

/** Is the region chart a map? It is on the first level if the office gave its members places. */
export const isMapped = (table: Table, catalogue: Catalogue): boolean =>
  table.dimensions[0] === 'region1' && catalogue.members('region1').some((member) => member.tile !== null)

/** How a chart is drawn; the same for the screen and for what leaves it. */
export function modelOf(
  chart: ChartId,
  table: Table,
  situation: Situation,
  chosen: { readonly from: string; readonly to: string } | null,
): ChartModel {
  const setting = settingOf(table, situation)
  const { catalogue } = situation
  if (chart === 'trend') return prepareTrend(setting, table.measures, chosen)
  if (chart === 'matrix') return prepareMatrix(setting, 'received')
  if (chart === 'region' && isMapped(table, catalogue))
    return prepareTiles(setting, 'received', catalogue.members('region1'), catalogue.office.mapNote)
  const lead = leadMeasure(chart, catalogue)
  const at = table.measures.indexOf(lead)
  const withoutEmpty =
    chart === 'department'
      ? { ...setting, table: { ...table, rows: table.rows.filter((row) => (row.values[at]?.n ?? 0) > 0) } }
      : setting
  return prepareBars(withoutEmpty, lead, lead === 'onTimeRate' ? 24 : 12)
}

/** The heading of a chart: its finding if there is one, else what it shows. */
export function titleOf(chart: ChartId, table: Table, situation: Situation): string {
  const { catalogue, t } = situation
  const plain = t(`panel.${chart}`)
  if (chart === 'trend') {
    const whole = table.buckets.filter((bucket) => !bucket.partial)
    const last = whole.at(-1)
    const value = table.rows.find((row) => row.bucket === last?.key)?.values[0]
    if (!last || value?.value === null || value === undefined) return plain
    const change = value.changes[0]?.text
    return t(change ? 'finding.trendCompared' : 'finding.trend', {
      bucket: last.label,
      value: formatNumber(value.value, 'cases'),
      comparison: table.comparedPeriods[0]?.label ?? '',
      change: change ?? '',
    })
  }
  if (leadMeasure(chart, catalogue) === 'onTimeRate') {
    const total = table.total.values[table.measures.indexOf('onTimeRate')]
    const overdue = table.total.values[table.measures.indexOf('overdue')]
    if (total?.value === null || total?.value === undefined) return plain
    return t('finding.department', {
      rate: formatNumber(total.value, 'percent'),
      n: formatNumber(total.n, 'cases'),
      overdue: formatNumber(overdue?.value ?? 0, 'cases'),
    })
  }
  const most = largest(table)
  if (!most) return plain
  const all = table.total.values[0]?.value ?? 0
  return t('finding.most', {
    panel: plain,
    name: most.labels.map((label) => label || t('chart.unknown')).join(' × '),
    value: formatNumber(most.values[0]?.value ?? 0, 'cases'),
    share: all > 0 ? formatNumber((most.values[0]?.value ?? 0) / all, 'percent') : '—',
  })
}

/** The row that stands alone at the top; null where there is none, nothing beside it, or several share the place. */
function largest(table: Table) {
  const named = table.rows.filter((row) => !row.keys.includes(''))
  if (named.length < 2) return null
  const [first, second] = named
    .filter((row) => (row.values[0]?.value ?? 0) > 0)
    .sort((a, b) => (b.values[0]?.value ?? 0) - (a.values[0]?.value ?? 0))
  return first && first.values[0]?.value !== second?.values[0]?.value ? first : null
}

/** One line under the heading: measure, axis, period. */
export function subtitleOf(chart: ChartId, table: Table, { catalogue, t }: Situation): string {
  const measures = chart === 'trend' ? table.measures : [leadMeasure(chart, catalogue)]
  const names = measures.map((id) => catalogue.measure(id).label).join(t('list.names'))
  const axes = table.dimensions.map((id) => catalogue.dimension(id)?.label ?? id).join(' × ')
  return [axes || t(`panel.${chart}`), names, table.period.label].join(' · ')
}

/** A sentence for a screen reader: what is drawn, the extremes, how much there is. */
export function sentenceOf(chart: ChartId, table: Table, situation: Situation): string {
  const { t } = situation
  const title = titleOf(chart, table, situation)
  return t('chart.sentence', {
    title,
    subtitle: subtitleOf(chart, table, situation),
    rows: table.rows.length,
    n: formatNumber(table.cases, 'cases'),
  })
}
