import { formatNumber, type Translate } from '@fengsui/charts/format'
import type { Catalogue } from '../../catalogue/catalogue'
import type { Row, Table, Value } from '../../graphql/answer'
import type { DimensionId, MeasureId } from '../../graphql/generated/graphql'
import type { Inspected, Place } from '../provenance/inspection'
import { citing, type Piece } from './citing'

interface Finding {
  readonly id: 'volume' | 'rising' | 'where' | 'late'
  /** The sentence; each of its numbers leads to its provenance. */
  readonly pieces: readonly Piece[]
}

/** The texts, and the numbers that stand in them. */
interface Saying {
  readonly t: Translate
  readonly cite: (text: string, number: Inspected) => string
}

interface Sources {
  readonly total: Table | null
  readonly industry: Table | null
  readonly issue: Table | null
  readonly region: Table | null
  readonly department: Table | null
}

/** Fewer cases than this are said to be few. */
const FEW = 5

/** Codes that are picked of a dimension; the tables over a dimension do not have its own filter. */
type Picked = (dimension: DimensionId) => readonly string[]

const count = (value: number | null | undefined) => formatNumber(value ?? 0, 'cases')

const valueOf = (table: Table, row: Row, id: MeasureId) => row.values[table.measures.indexOf(id)]

const numberOf = (table: Table, row: Row, measure: MeasureId, place: Place): Inspected => ({
  table,
  row,
  place,
  measure,
  comparison: null,
})

/** One or two cases more are no finding. */
const LEAST_RISE = 3

/** The row that rose most against the first comparison; null where no single one did, or nothing may be said. */
export function risingMost(table: Table | null): Row | null {
  if (!table || table.comparedPeriods.length === 0) return null
  const risen = table.rows.filter((row) => {
    const change = row.values[0]?.changes[0]
    return !row.keys.includes('') && change?.state !== 'suppressed' && (change?.difference ?? 0) >= LEAST_RISE
  })
  const rise = (row: Row | undefined) => row?.values[0]?.changes[0]?.difference ?? 0
  const [first, second] = risen.sort((a, b) => rise(b) - rise(a))
  return first && rise(first) > rise(second) ? first : null
}

function rising(table: Table | null, catalogue: Catalogue, { t, cite }: Saying): string {
  const row = risingMost(table)
  const value = row?.values[0]
  const change = value?.changes[0]
  if (!table || !row || !value || !change) return ''
  const few = value.n < FEW ? t('finding.few') : ''
  return t('finding.rising', {
    dimension: dimensionName(table.dimensions[0], catalogue),
    name: row.labels[0] ?? '',
    value: cite(count(value.value), numberOf(table, row, 'received', 'member')),
    more: count(change.difference),
    before: count(change.value),
    comparison: comparisonName(table.comparedPeriods[0]),
    percent:
      change.state === 'ok' && change.ratio !== null
        ? t('finding.percent', { percent: `+${formatNumber(change.ratio, 'percent')}` })
        : '',
    few: few || (change.state === 'baseSmall' ? t('finding.fewBase') : ''),
  })
}

/** 同比; in the middle of a Latin sentence with a small letter. */
const comparisonName = (period: Table['comparedPeriods'][number] | undefined) =>
  (period?.label ?? '').replace(/^[A-Z]/, (letter) => letter.toLowerCase())

/** How a count of the whole compares: 同比增长37.8%（基期 315 件）. */
function compared(table: Table, value: Value, at: number, t: Translate): string {
  const change = value.changes[at]
  const comparison = comparisonName(table.comparedPeriods[at])
  if (!change) return ''
  const ratio = change.state === 'ok' ? change.ratio : null
  const key = ratio === null ? 'other' : ratio > 0 ? 'grew' : ratio < 0 ? 'shrank' : 'same'
  const text = t(`finding.${key}`, {
    comparison,
    change: change.text,
    percent: formatNumber(Math.abs(ratio ?? 0), 'percent'),
  })
  if (change.value === null) return text
  return t('finding.comparedBase', { change: text, before: count(change.value) })
}

const dimensionName = (id: DimensionId | undefined, catalogue: Catalogue) =>
  (id && catalogue.dimension(id)?.label) ?? ''

function most(table: Table | null, { t, cite }: Saying): string {
  const named = table?.rows.filter((row) => row.keys[0] !== '') ?? []
  // Nothing leads where there is nothing beside it: a town sees itself only.
  if (named.length < 2) return ''
  const known = named.filter((row) => (row.values[0]?.value ?? 0) > 0)
  const [row, next] = known.sort((a, b) => (b.values[0]?.value ?? 0) - (a.values[0]?.value ?? 0))
  if (row?.values[0]?.value === next?.values[0]?.value) return ''
  const all = table?.total.values[0]?.value
  if (!table || !row || !all) return ''
  return t('finding.where', {
    name: row.labels[0] ?? '',
    value: cite(count(row.values[0]?.value), numberOf(table, row, 'received', 'member')),
    share: formatNumber((row.values[0]?.value ?? 0) / all, 'percent'),
  })
}

/** @param total the answer for the whole screen, in which every filter applies. */
function late(
  total: Table | null,
  table: Table | null,
  picked: readonly string[],
  { t, cite }: Saying,
): string {
  const rate = total && valueOf(total, total.total, 'onTimeRate')
  if (!total || !table || !rate || rate.value === null) return ''
  const all = valueOf(total, total.total, 'overdue')?.value ?? 0
  const head =
    t('finding.onTime', {
      rate: cite(formatNumber(rate.value, 'percent'), numberOf(total, total.total, 'onTimeRate', 'total')),
      n: count(rate.n),
    }) +
    (rate.n < FEW ? t('finding.few') : '') +
    (all > 0
      ? t('finding.overdueAll', { count: cite(count(all), numberOf(total, total.total, 'overdue', 'total')) })
      : '')
  const overdue = (row: Row) => valueOf(table, row, 'overdue')?.value ?? 0
  const worst = table.rows
    .filter((row) => row.keys[0] !== '' && overdue(row) > 0 && isPicked(row, picked))
    .sort((a, b) => overdue(b) - overdue(a))
    .slice(0, 3)
    .map((row) => {
      const rate = valueOf(table, row, 'onTimeRate')
      const known = rate && rate.value !== null
      return t(known ? 'finding.lateUnit' : 'finding.lateUnitOnly', {
        name: row.labels[0] ?? '',
        overdue: cite(count(overdue(row)), numberOf(table, row, 'overdue', 'member')),
        rate: known
          ? cite(formatNumber(rate.value ?? 0, 'percent'), numberOf(table, row, 'onTimeRate', 'member'))
          : '',
        n: count(rate?.n),
        few: known && rate.n < FEW ? t('finding.few') : '',
      })
    })
  return worst.length > 0
    ? head + t('finding.lateMost', { units: worst.join(t('list.names')) })
    : head + t(all > 0 ? 'finding.end' : 'finding.noneLate')
}

const isPicked = (row: Row, picked: readonly string[]) =>
  picked.length === 0 || picked.includes(row.keys[0] ?? '')

/** A table without what its own filter leaves out; one member alone can neither lead nor rise most. */
function withinFilter(table: Table | null, picked: Picked): Table | null {
  const dimension = table?.dimensions[0]
  if (!table || !dimension || picked(dimension).length === 0) return table
  return null
}

/**
 * What a leader wants to know first: how much, what rises, where, whose is late. Every sentence carries its numbers
 * and n; one for which there are no numbers is left out.
 */
export function findings(sources: Sources, catalogue: Catalogue, picked: Picked, t: Translate): Finding[] {
  const { total } = sources
  const { cite, piecesOf } = citing()
  const saying = { t, cite }
  const [industry, issue, region] = [sources.industry, sources.issue, sources.region].map((table) =>
    withinFilter(table, picked),
  )
  const received = total && valueOf(total, total.total, 'received')
  const closed = total && valueOf(total, total.total, 'closed')
  const changes = total?.comparedPeriods
    .map((_, at) => (received ? compared(total, received, at, t) : ''))
    .join(t('finding.and'))
  const volume =
    total && received && received.value !== null
      ? t(changes ? 'finding.volumeCompared' : 'finding.volume', {
          period: total.period.label,
          value: cite(count(received.value), numberOf(total, total.total, 'received', 'total')),
          changes: changes ?? '',
          closed: closed
            ? t('finding.closed', {
                count: cite(count(closed.value), numberOf(total, total.total, 'closed', 'total')),
              })
            : '',
        })
      : ''
  const texts: { readonly id: Finding['id']; readonly text: string }[] = [
    { id: 'volume', text: volume },
    {
      id: 'rising',
      text: [industry, issue]
        .map((table) => rising(table ?? null, catalogue, saying))
        .filter(Boolean)
        .join(t('finding.comma')),
    },
    {
      id: 'where',
      text: [most(region ?? null, saying), rising(region ?? null, catalogue, saying)]
        .filter(Boolean)
        .join(t('finding.comma')),
    },
    { id: 'late', text: late(total, sources.department, picked('department'), saying) },
  ]
  const end = t('finding.end')
  return texts
    .filter((finding) => finding.text !== '')
    .map(({ id, text }) => ({ id, pieces: piecesOf(text.endsWith(end) ? text : text + end) }))
}
