import type { ComparisonKind, DimensionId, Direction, Grain, MeasureId } from '../graphql/generated/graphql'
import { first, known, type Address } from './address'
import { parseQuestion, questionAddress, type Question, type Words } from './question'

/** `auto` follows the shape of the answer. */
export const CHART_CHOICES = ['auto', 'line', 'bar', 'stacked', 'matrix', 'funnel', 'table'] as const
export type ChartChoice = (typeof CHART_CHOICES)[number]

/** What can be switched on beside the numbers of the table. */
export const COLUMN_CHOICES = ['change', 'base', 'share', 'rank', 'cumulative', 'interval'] as const
export type ColumnChoice = (typeof COLUMN_CHOICES)[number]

export const MOST_DIMENSIONS = 2

/** How many members are shown; null leaves it to the picture. */
export type Top = number | 'all' | null

/** Everything that decides what the explore page shows; it lives in the address of the page and nowhere else. */
export interface Exploration extends Question {
  /** One at least, the first is the one that is drawn. */
  readonly measures: readonly MeasureId[]
  readonly dimensions: readonly DimensionId[]
  readonly grain: Grain | null
  readonly comparisons: readonly ComparisonKind[]
  /** Null: the first measure, the largest first. */
  readonly order: { readonly measure: MeasureId; readonly direction: Direction } | null
  readonly top: Top
  /** What `top` leaves out is shown as 其他. */
  readonly others: boolean
  readonly chart: ChartChoice
  readonly columns: readonly ColumnChoice[]
  /** What happened is said in the pictures over time. */
  readonly notes: boolean
}

/** What the address of an exploration may name; the catalogue is one. */
export interface ExplorationWords extends Words {
  readonly measures: readonly { readonly id: MeasureId }[]
  readonly comparisons: readonly { readonly id: ComparisonKind }[]
  readonly grains: readonly { readonly id: Grain }[]
}

export const FIRST_EXPLORATION: Exploration = {
  period: null,
  filters: [],
  measures: ['received'],
  dimensions: [],
  grain: 'month',
  comparisons: ['yearAgo'],
  order: null,
  top: null,
  others: true,
  chart: 'auto',
  columns: ['change'],
  notes: true,
}

const NONE = 'none'
const ids = <T extends string>(list: readonly T[]) => list.map((id) => ({ id }))

/** A list as it stands in the address; absent means the default, `none` an empty one. */
function listOf<T extends string>(
  text: string | null,
  list: readonly { readonly id: T }[],
  usual: readonly T[],
): readonly T[] {
  return text === null ? usual : known(text, list)
}

function parseOrder(text: string | null, measures: readonly MeasureId[]): Exploration['order'] {
  const [id = '', direction] = (text ?? '').split(':')
  const [measure] = known(id, ids(measures))
  return measure && (direction === 'asc' || direction === 'desc') ? { measure, direction } : null
}

function parseTop(text: string | null): Top {
  if (text === 'all') return text
  const top = Number(text)
  return text !== null && Number.isInteger(top) && top >= 1 && top <= 200 ? top : null
}

/** Reads an exploration from the query of an address; what is not understood or not to be had is left out. */
export function parseExploration(address: Address, words: ExplorationWords): Exploration {
  const usual = FIRST_EXPLORATION
  const asked = known(first(address.measures), words.measures)
  const measures = asked.length > 0 ? asked : usual.measures
  const grain = first(address.grain)
  return {
    ...parseQuestion(address, words),
    measures,
    dimensions: known(first(address.by), words.dimensions).slice(0, MOST_DIMENSIONS),
    grain: grain === null ? usual.grain : (known(grain, words.grains)[0] ?? null),
    comparisons: listOf(first(address.compare), words.comparisons, usual.comparisons),
    order: parseOrder(first(address.order), measures),
    top: parseTop(first(address.top)),
    others: first(address.others) !== 'off',
    chart: known(first(address.chart), ids(CHART_CHOICES))[0] ?? usual.chart,
    columns: listOf(first(address.columns), ids(COLUMN_CHOICES), usual.columns),
    notes: first(address.notes) !== 'off',
  }
}

/** How many measures an address names that the office's sources cannot say. */
export function unsaidMeasures(address: Address, { measures }: ExplorationWords): number {
  const named = [...new Set((first(address.measures) ?? '').split('~').filter(Boolean))]
  return named.filter((id) => !measures.some((one) => one.id === id)).length
}

const listText = (list: readonly string[]) => list.join('~') || NONE
const isSame = (one: readonly string[], other: readonly string[]) => one.join('~') === other.join('~')

/** The query of an address that `parseExploration` reads back to the same exploration; defaults are left out. */
export function explorationAddress(exploration: Exploration): Record<string, string | string[]> {
  const usual = FIRST_EXPLORATION
  const { measures, dimensions, grain, comparisons, order, top, others, chart, columns, notes } = exploration
  return {
    ...questionAddress(exploration),
    ...(!isSame(measures, usual.measures) && { measures: listText(measures) }),
    ...(dimensions.length > 0 && { by: listText(dimensions) }),
    ...(grain !== usual.grain && { grain: grain ?? NONE }),
    ...(!isSame(comparisons, usual.comparisons) && { compare: listText(comparisons) }),
    ...(order && { order: `${order.measure}:${order.direction}` }),
    ...(top !== null && { top: String(top) }),
    ...(!others && { others: 'off' }),
    ...(chart !== usual.chart && { chart }),
    ...(!isSame(columns, usual.columns) && { columns: listText(columns) }),
    ...(!notes && { notes: 'off' }),
  }
}
