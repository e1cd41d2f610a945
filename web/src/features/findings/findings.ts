import { formatNumber, type Translate } from '../../catalogue/format'
import type { Catalogue } from '../../catalogue/catalogue'
import type { Row, Table } from '../../graphql/answer'
import type { DimensionId, MeasureId } from '../../graphql/generated/graphql'

export interface Finding {
  readonly id: 'volume' | 'rising' | 'where' | 'late'
  readonly text: string
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

const count = (value: number | null | undefined) => formatNumber(value ?? 0, 'cases')

const valueOf = (table: Table, row: Row, id: MeasureId) => row.values[table.measures.indexOf(id)]

/** The row that rose most against the first comparison; null where nothing rose or nothing may be said. */
export function risingMost(table: Table | null): Row | null {
  if (!table || table.comparedPeriods.length === 0) return null
  const risen = table.rows.filter((row) => {
    const change = row.values[0]?.changes[0]
    return !row.keys.includes('') && change?.state !== 'suppressed' && (change?.difference ?? 0) > 0
  })
  return (
    risen.sort(
      (a, b) => (b.values[0]?.changes[0]?.difference ?? 0) - (a.values[0]?.changes[0]?.difference ?? 0),
    )[0] ?? null
  )
}

function rising(table: Table | null, catalogue: Catalogue, t: Translate): string {
  const row = risingMost(table)
  const value = row?.values[0]
  const change = value?.changes[0]
  if (!table || !row || !value || !change) return ''
  return t('finding.rising', {
    dimension: dimensionName(table.dimensions[0], catalogue),
    name: row.labels[0] ?? '',
    value: count(value.value),
    before: count(change.value),
    comparison: table.comparedPeriods[0]?.label ?? '',
    change: change.text,
    few: value.n < FEW ? t('finding.few') : '',
  })
}

const dimensionName = (id: DimensionId | undefined, catalogue: Catalogue) =>
  (id && catalogue.dimension(id)?.label) ?? ''

function most(table: Table | null, catalogue: Catalogue, t: Translate): string {
  const known = table?.rows.filter((row) => row.keys[0] !== '' && (row.values[0]?.value ?? 0) > 0) ?? []
  const row = known.sort((a, b) => (b.values[0]?.value ?? 0) - (a.values[0]?.value ?? 0))[0]
  const all = table?.total.values[0]?.value
  if (!table || !row || !all) return ''
  return t('finding.where', {
    dimension: dimensionName(table.dimensions[0], catalogue),
    name: row.labels[0] ?? '',
    value: count(row.values[0]?.value),
    share: formatNumber((row.values[0]?.value ?? 0) / all, 'percent'),
  })
}

function late(table: Table | null, t: Translate): string {
  if (!table) return ''
  const total = valueOf(table, table.total, 'onTimeRate')
  if (total?.value === null || total?.value === undefined) return ''
  const head = t('finding.onTime', { rate: formatNumber(total.value, 'percent'), n: count(total.n) })
  const overdue = (row: Row) => valueOf(table, row, 'overdue')?.value ?? 0
  const worst = table.rows
    .filter((row) => row.keys[0] !== '' && overdue(row) > 0)
    .sort((a, b) => overdue(b) - overdue(a))
    .slice(0, 3)
    .map((row) => {
      const rate = valueOf(table, row, 'onTimeRate')
      const known = rate && rate.value !== null
      return t(known ? 'finding.lateUnit' : 'finding.lateUnitOnly', {
        name: row.labels[0] ?? '',
        overdue: count(overdue(row)),
        rate: known ? formatNumber(rate.value ?? 0, 'percent') : '',
        n: count(rate?.n),
        few: known && rate.n < FEW ? t('finding.few') : '',
      })
    })
  return worst.length > 0
    ? head + t('finding.lateMost', { units: worst.join(t('finding.comma')) })
    : head + t('finding.noneLate')
}

/**
 * What a leader wants to know first: how much, what rises, where, whose is late. Every sentence carries its numbers
 * and n; one for which there are no numbers is left out.
 */
export function findings(sources: Sources, catalogue: Catalogue, t: Translate): Finding[] {
  const { total } = sources
  const received = total && valueOf(total, total.total, 'received')
  const closed = total && valueOf(total, total.total, 'closed')
  const changes = total?.comparedPeriods
    .map((period, at) => `${period.label} ${received?.changes[at]?.text ?? '—'}`)
    .join(t('finding.comma'))
  const volume =
    total && received && received.value !== null
      ? t(changes ? 'finding.volumeCompared' : 'finding.volume', {
          period: total.period.label,
          value: count(received.value),
          changes: changes ?? '',
          closed: closed ? t('finding.closed', { count: count(closed.value) }) : '',
        })
      : ''
  const texts: Finding[] = [
    { id: 'volume', text: volume },
    {
      id: 'rising',
      text: [sources.industry, sources.issue]
        .map((table) => rising(table, catalogue, t))
        .filter(Boolean)
        .join(t('finding.comma')),
    },
    {
      id: 'where',
      text: [most(sources.region, catalogue, t), rising(sources.region, catalogue, t)]
        .filter(Boolean)
        .join(t('finding.comma')),
    },
    { id: 'late', text: late(sources.department, t) },
  ]
  return texts.filter((finding) => finding.text !== '')
}
