import type { Row, Table } from './answer.js'
import type { Figure } from './figure.js'
import { formatNowcast, formatNumber } from './format.js'
import { withClusters } from './prepare/clusters.js'
import { withFilling } from './prepare/filling.js'
import type { Setting } from './prepare/mark.js'
import { notesOf } from './prepare/notes.js'

/** A figure with the plain name of what it shows, e.g. 区域. */
export interface Titled {
  readonly figure: Figure
  readonly name: string
}

/** The measures that it shows. */
const measuresOf = (figure: Figure, table: Table): readonly string[] => {
  if (figure.kind === 'stages') return table.measures
  return figure.kind === 'trend' ? (figure.measures ?? table.measures) : [figure.measure]
}

const leadOf = (figure: Figure, table: Table): string => measuresOf(figure, table)[0] ?? ''

/** The heading of a picture: its finding if there is one, else what it shows. */
export function titleOf({ figure, name }: Titled, setting: Setting): string {
  const { table, t, names } = setting
  const lead = leadOf(figure, table)
  if (figure.kind === 'trend') return trendTitle(name, setting)
  if (table.buckets.length > 0 || figure.kind === 'stages') return name
  if (lead === 'onTimeRate') return onTimeTitle(name, setting)
  if (figure.kind === 'slope') return slopeTitle(name, lead, setting)
  const at = table.measures.indexOf(lead)
  const most = names.measure(lead).additive ? largest(table, at) : null
  if (!most) return name
  const all = table.total.values[at]?.value ?? 0
  const value = most.values[at]?.value ?? 0
  return t(lead === 'received' ? 'heading.most' : 'heading.mostOf', {
    panel: name,
    measure: names.measure(lead).label,
    name: most.labels.map((label) => label || t('chart.unknown')).join(' × '),
    value: formatNumber(value, names.measure(lead).unit),
    unit: t(`unit.${names.measure(lead).unit}`),
    share: all > 0 ? formatNumber(value / all, 'percent') : '—',
  })
}

function trendTitle(name: string, { table, t, names }: Setting): string {
  const last = table.buckets.filter((bucket) => !bucket.partial).at(-1)
  const value = table.rows.find((row) => row.bucket === last?.key)?.values[0]
  const [lead] = table.measures
  if (!last || lead === undefined || value?.value === null || value === undefined) return name
  const change = value.changes[0]?.text
  const title = t(change ? 'heading.trendCompared' : 'heading.trend', {
    measure: names.measure(lead).label,
    bucket: last.label,
    value: formatNumber(value.value, names.measure(lead).unit),
    unit: t(`unit.${names.measure(lead).unit}`),
    comparison: table.comparedPeriods[0]?.label ?? '',
    change: change ?? '',
  })
  if (!value.nowcast) return title
  return t('heading.filling', { title, expected: formatNowcast(value.nowcast, t) })
}

/** The one that changed most, if one did. */
function slopeTitle(name: string, lead: string, { table, t, names }: Setting): string {
  const at = table.measures.indexOf(lead)
  const changed = table.rows
    .flatMap((row) => {
      const [value, before] = [row.values[at]?.value ?? null, row.values[at]?.changes[0]?.value ?? null]
      return value === null || before === null || row.keys.includes('')
        ? []
        : [{ label: row.labels[0] ?? '', value, before, by: Math.abs(value - before) }]
    })
    .sort((a, b) => b.by - a.by)
  const [most, next] = changed
  if (!most || most.by === 0 || most.by === next?.by) return name
  const { unit } = names.measure(lead)
  return t(most.value > most.before ? 'heading.grew' : 'heading.shrank', {
    panel: name,
    name: most.label,
    before: formatNumber(most.before, unit),
    value: formatNumber(most.value, unit),
    unit: t(`unit.${unit}`),
  })
}

function onTimeTitle(name: string, { table, t }: Setting): string {
  const total = table.total.values[table.measures.indexOf('onTimeRate')]
  const overdue = table.total.values[table.measures.indexOf('overdue')]
  if (total?.value === null || total?.value === undefined) return name
  return t('heading.department', {
    rate: formatNumber(total.value, 'percent'),
    n: formatNumber(total.n, 'cases'),
    overdue: formatNumber(overdue?.value ?? 0, 'cases'),
  })
}

/** The row that stands alone at the top; null where there is none, nothing beside it, or several share the place. */
function largest(table: Table, at: number): Row | null {
  const named = table.rows.filter((row) => !row.keys.includes(''))
  if (named.length < 2) return null
  const [first, second] = named
    .filter((row) => (row.values[at]?.value ?? 0) > 0)
    .sort((a, b) => (b.values[at]?.value ?? 0) - (a.values[at]?.value ?? 0))
  return first && first.values[at]?.value !== second?.values[at]?.value ? first : null
}

/** One line under the heading: axes, measures, period. */
export function subtitleOf({ figure, name }: Titled, { table, t, names }: Setting): string {
  const measures = measuresOf(figure, table)
  const said = measures.map((id) => names.measure(id).label).join(t('list.names'))
  const axes = table.dimensions.map((id) => names.dimension(id)?.label ?? id).join(' × ')
  const isViewed = figure.kind === 'map' && figure.view !== 'value'
  const shown = isViewed ? t('list.aside', { text: said, aside: t(`view.${figure.view}`) }) : said
  return [axes || name, shown, table.period.label].join(' · ')
}

/** A sentence for those who do not see the picture: what is drawn, the extremes, how much there is, what happened. */
export function sentenceOf(titled: Titled, setting: Setting): string {
  const said = setting.t('chart.sentence', {
    title: titleOf(titled, setting),
    subtitle: subtitleOf(titled, setting),
    rows: setting.table.rows.length,
    n: formatNumber(setting.table.cases, 'cases'),
  })
  return withNotes(withClusters(withFilling(said, setting), setting), setting)
}

/** A sentence about an answer over time, and what happened in its days; the days off are left to the points. */
export function withNotes(sentence: string, setting: Pick<Setting, 'annotations' | 't' | 'table'>): string {
  const notes = notesOf(setting.table.buckets, setting).filter(({ kind }) => kind !== 'holiday')
  if (notes.length === 0) return sentence
  const said = notes.map(({ words }) => words).join(setting.t('list.parts'))
  return setting.t('chart.noted', { sentence, notes: said })
}
