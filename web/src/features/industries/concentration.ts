import { formatNumber, type Translate } from '@fengsui/charts/format'
import type { Catalogue } from '../../catalogue/catalogue'
import type { Table } from '../../graphql/answer'
import { citing, type Piece } from '../findings/citing'
import { risingMost } from '../findings/findings'

/** So many members are named as the ones that lead. */
const LEADERS = 3
/** Fewer cases than this are not said to concentrate anywhere. */
const LEAST = 20

/** A sentence with its label, as it stands above the panels. */
export interface Sentence {
  readonly label: string
  /** What it says; each of its numbers leads to its provenance. */
  readonly pieces: readonly Piece[]
}

const nameOf = (labels: readonly string[]) => labels[0] ?? ''
const count = (value: number | null | undefined) => formatNumber(value ?? 0, 'cases')

/**
 * Where the cases concentrate, which member rose most, and how many have none, in sentences.
 * @param table received by one dimension, all its members.
 */
export function concentrationOf(table: Table, catalogue: Catalogue, t: Translate): Sentence[] {
  const { cite, piecesOf } = citing()
  const received = { table, measure: 'received', comparison: null } as const
  const whole = cite(count(table.total.values[0]?.value), { ...received, row: table.total, place: 'total' })
  const dimension = catalogue.dimension(table.dimensions[0] ?? 'industry1')?.label ?? ''
  const known = table.rows
    .filter((row) => row.keys[0] !== '' && (row.values[0]?.value ?? 0) > 0)
    .sort((a, b) => (b.values[0]?.value ?? 0) - (a.values[0]?.value ?? 0))
  const all = table.total.values[0]?.value ?? 0
  const leaders = known.slice(0, LEADERS)
  const sum = leaders.reduce((total, row) => total + (row.values[0]?.value ?? 0), 0)
  const concentrated =
    known.length > LEADERS && all >= LEAST
      ? t('sector.concentrated', {
          dimension,
          names: leaders.map((row) => nameOf(row.labels)).join(t('list.names')),
          count: LEADERS,
          cases: count(sum),
          share: formatNumber(sum / all, 'percent'),
          all: whole,
          members: known.length,
        })
      : t('sector.few', { all: whole, members: known.length, dimension })
  const risen = risingMost(table)
  const change = risen?.values[0]?.changes[0]
  return [
    { label: t('sector.label.where'), pieces: piecesOf(concentrated) },
    ...(risen && change
      ? [
          {
            label: t('sector.label.rising'),
            pieces: piecesOf(
              t('sector.rising', {
                name: nameOf(risen.labels),
                value: cite(count(risen.values[0]?.value), { ...received, row: risen, place: 'member' }),
                before: count(change.value),
                more: count(change.difference),
                comparison: table.comparedPeriods[0]?.label ?? '',
              }),
            ),
          },
        ]
      : []),
  ]
}
