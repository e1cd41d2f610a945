import type { Change, MeasureEntry, Table, Unit, Value } from './answer.js'
import { formatInterval, formatNumber, formatValue, type Translate } from './format.js'

export interface Column {
  readonly id: string
  readonly label: string
  /** Null for text; points are differences of percentages, times 100. */
  readonly unit: Unit | 'points' | null
}

/** A number stays one; what stands in its place (样本不足, 已隐去) is text. */
export type Cell = number | string

/** What may stand beside a measure's numbers. */
export const SIDES = ['n', 'share', 'rank', 'cumulative', 'interval', 'base', 'change'] as const
export type Side = (typeof SIDES)[number]

/** Which number of a value is meant. */
export interface Origin<T extends Table> {
  readonly measure: T['measures'][number]
  /** Null: the number of the period itself. */
  readonly comparison: T['comparedPeriods'][number]['kind'] | null
}

/** A column of numbers: its head, what of a value it shows, and which number of the answer that is. */
export interface Field<T extends Table> {
  readonly column: Column
  /** Position of the measure in the answer. */
  readonly at: number
  readonly origin: Origin<T> | null
  readonly show: (value: Value) => { readonly cell: Cell; readonly text: string }
}

const HIDDEN = 'suppressed'

const EXPECTED = {
  expected: 'grid.expected',
  lower: 'grid.expectedFrom',
  upper: 'grid.expectedTo',
} as const

/** Amounts and numbers of cases change by a percentage, shares by points, the rest by its own unit. */
const CHANGE_UNIT = {
  cases: 'percent',
  yuan: 'percent',
  percent: 'points',
  days: 'days',
  per10k: 'per10k',
  per100: 'per100',
} as const satisfies Record<Unit, Column['unit']>

/** A change as a number: the ratio of totals, points of percentages, else the difference; text where there is no such number. */
function changeCell(change: Change, unit: Unit): Cell {
  const number = CHANGE_UNIT[unit] === 'percent' ? change.ratio : change.difference
  if (change.state !== 'ok' || number === null) return change.text
  return unit === 'percent' ? Number((number * 100).toFixed(4)) : number
}

/** The columns of one measure. @param sides what is shown beside its value, as far as the answer has it. */
export function fieldsOf<T extends Table>(
  table: T,
  id: T['measures'][number],
  entry: MeasureEntry,
  sides: readonly Side[],
  t: Translate,
): Field<T>[] {
  const { unit, label: measure } = entry
  const at = table.measures.indexOf(id)
  const number = (value: number | null | undefined, of: Unit) =>
    value === null || value === undefined
      ? { cell: '—', text: '—' }
      : { cell: value, text: formatNumber(value, of) }
  const field = (
    suffix: string,
    label: string,
    of: Column['unit'],
    show: Field<T>['show'],
    origin: Origin<T> | null = null,
  ): Field<T> => ({ column: { id: `${id}${suffix}`, label, unit: of }, at, show, origin })
  const side: Record<Side, () => Field<T>[]> = {
    n: () =>
      entry.additive
        ? []
        : [
            field('.n', t('grid.n', { measure }), 'cases', (value) => {
              const hidden = t(`state.${HIDDEN}`)
              return value.state === HIDDEN ? { cell: hidden, text: hidden } : number(value.n, 'cases')
            }),
          ],
    share: () =>
      entry.additive
        ? [field('.share', t('grid.share', { measure }), 'percent', ({ share }) => number(share, 'percent'))]
        : [],
    rank: () =>
      table.buckets.length > 0 || table.dimensions.length === 0
        ? []
        : [field('.rank', t('grid.rank', { measure }), 'cases', ({ rank }) => number(rank, 'cases'))],
    cumulative: () =>
      entry.additive && table.buckets.length > 0
        ? [
            field('.sum', t('grid.cumulative', { measure }), unit, ({ cumulative }) =>
              number(cumulative, unit),
            ),
          ]
        : [],
    interval: () => [
      field('.interval', t('grid.interval', { measure }), null, (value) => {
        const text = formatInterval(value, unit) || '—'
        return { cell: text, text }
      }),
    ],
    base: () =>
      table.comparedPeriods.map(({ kind, label, period }, nth) =>
        field(
          `.${kind}.base`,
          t('grid.base', { measure, comparison: label, period: period.label }),
          unit,
          ({ changes }) => {
            const change = changes[nth]
            if (change?.state !== HIDDEN) return number(change?.value, unit)
            return { cell: t(`state.${HIDDEN}`), text: t(`state.${HIDDEN}`) }
          },
          { measure: id, comparison: kind },
        ),
      ),
    change: () =>
      table.comparedPeriods.map(({ kind, label }, nth) =>
        field(
          `.${kind}`,
          t(unit === 'percent' ? 'grid.points' : 'grid.change', { measure, comparison: label }),
          CHANGE_UNIT[unit],
          ({ changes }) => {
            const change = changes[nth]
            return change ? { cell: changeCell(change, unit), text: change.text } : number(null, unit)
          },
        ),
      ),
  }
  const own = field(
    '',
    measure,
    unit,
    (value) => {
      const text = formatValue(value, unit, t)
      return { cell: value.value ?? text, text }
    },
    { measure: id, comparison: null },
  )
  /** What the last days grow to, wherever any does: three columns, so that a sheet can reckon with them. */
  const expected = (['expected', 'lower', 'upper'] as const).map((end) =>
    field(`.${end}`, t(EXPECTED[end], { measure }), unit, ({ nowcast }) =>
      nowcast ? number(Math.round(nowcast[end]), unit) : { cell: '', text: '' },
    ),
  )
  const grows = [...table.rows, ...table.others].some(({ values }) => values[at]?.nowcast)
  return [
    own,
    ...(grows ? expected : []),
    ...SIDES.filter((one) => sides.includes(one)).flatMap((one) => side[one]()),
  ]
}
