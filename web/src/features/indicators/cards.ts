import { formatNumber, formatValue, remarkOf, type Translate } from '@fengsui/charts/format'
import type { Catalogue, MeasureEntry } from '../../catalogue/catalogue'
import type { Screen } from '../../composables/screen'
import type { Table, Value } from '../../graphql/answer'
import type { MeasureId } from '../../graphql/generated/graphql'

export interface Card {
  readonly entry: MeasureEntry
  readonly table: Table
  readonly text: string
  readonly remark: string
  readonly n: number
  /** Under the number: share of the whole office, or further quantiles; '' if there is nothing to say. */
  readonly beside: string
  /** The same of the whole office, for somebody who sees a part of it. */
  readonly office: { readonly text: string; readonly table: Table } | null
  readonly changes: readonly {
    readonly label: string
    readonly text: string
    readonly tone: 'good' | 'alarm' | 'even'
    /** Both periods with their numbers, for the tooltip. */
    readonly detail: string
  }[]
}

/** A change is coloured only where the catalogue says which direction is good. */
function toneOf(value: Value['changes'][number], entry: MeasureEntry): 'good' | 'alarm' | 'even' {
  if (entry.better === 'neither' || !value.difference) return 'even'
  return value.difference > 0 === (entry.better === 'higher') ? 'good' : 'alarm'
}

const shownMeasures = (screen: Screen): MeasureId[] => [
  'received',
  'accepted',
  'closed',
  screen.verified === 'accepted' ? 'verifiedShareOfAccepted' : 'verifiedShareOfChecked',
  'onTimeRate',
  'overdue',
  'medianDays',
]

interface Totals {
  readonly total: Table
  /** The same period without filters; null while nothing is filtered. */
  readonly whole: Table | null
  /** The same period for the whole office; null for somebody who sees it anyway. */
  readonly office: Table | null
}

function officeOf(
  table: Table | null,
  value: Value | undefined,
  { unit }: MeasureEntry,
  t: Translate,
): Card['office'] {
  return table && value ? { table, text: formatValue(value, unit, t) } : null
}

/** The cards over the charts. */
export function cardsOf(
  { total, whole, office }: Totals,
  catalogue: Catalogue,
  screen: Screen,
  t: Translate,
): Card[] {
  const valueOf = (table: Table | null, id: MeasureId) => table?.total.values[table.measures.indexOf(id)]
  return shownMeasures(screen)
    .filter(catalogue.has)
    .flatMap((id) => {
      const entry = catalogue.measure(id)
      const value = valueOf(total, id)
      if (!value) return []
      const all = valueOf(whole, id)?.value
      const share =
        entry.additive && all && value.value !== null
          ? t('card.share', { share: formatNumber(value.value / all, 'percent') })
          : ''
      const p90 = id === 'medianDays' ? valueOf(total, 'p90Days') : undefined
      const p75 = id === 'medianDays' ? valueOf(total, 'p75Days') : undefined
      const quantiles = [
        ...(p75 ? [t('card.p75', { value: formatValue(p75, 'days', t) })] : []),
        ...(p90 ? [t('card.p90', { value: formatValue(p90, 'days', t) })] : []),
      ].join(' · ')
      return [
        {
          entry,
          table: total,
          text: formatValue(value, entry.unit, t),
          remark: value.value === null ? '' : remarkOf(value.state, t),
          n: value.n,
          beside: share || quantiles,
          office: officeOf(office, valueOf(office, id), entry, t),
          changes: value.changes.flatMap((change, at) => {
            const period = total.comparedPeriods[at]
            if (!period) return []
            const base = change.value === null ? '—' : formatNumber(change.value, entry.unit)
            return [
              {
                label: period.label,
                text: change.text,
                tone: toneOf(change, entry),
                detail: [
                  t('card.base', {
                    label: t('card.period'),
                    period: total.period.label,
                    value: formatValue(value, entry.unit, t),
                  }),
                  t('card.base', { label: period.label, period: period.period.label, value: base }),
                ].join('\n'),
              },
            ]
          }),
        },
      ]
    })
}
