import { LAYOUTS, type LayoutKind } from '@fengsui/charts/territory/layout'
import { VIEWS, type View } from '@fengsui/charts/territory/scale'
import type { MeasureId } from '../graphql/generated/graphql'
import { first, known, type Address } from './address'
import { parsePeriod, periodText, type PeriodChoice, type Words } from './question'

/** With what a second map beside the first one is drawn: the period before, or one of its own. */
export type Beside = 'yearAgo' | 'previous' | PeriodChoice

/** What the map of regions shows, beside period and filters. */
export interface MapChoice {
  readonly measure: MeasureId
  readonly view: View
  /** First day of the month that is shown alone; null: the whole period. */
  readonly month: string | null
  readonly beside: Beside | null
  /** Null: the best that can be drawn. */
  readonly layout: LayoutKind | null
  /** Clusters in space and time are ringed. */
  readonly clusters: boolean
}

export const FIRST_MAP: MapChoice = {
  measure: 'received',
  view: 'value',
  month: null,
  beside: null,
  layout: null,
  clusters: false,
}

/** What the address of a map may name; the catalogue is one. */
export interface MapWords extends Words {
  readonly measures: readonly { readonly id: MeasureId }[]
}

const MONTH = /^\d{4}-\d{2}$/
const ids = <T extends string>(list: readonly T[]) => list.map((id) => ({ id }))

/** Reads what a map shows from the query of an address; what is not understood or not to be had is left out. */
export function parseMap(address: Address, words: MapWords): MapChoice {
  const [measure = FIRST_MAP.measure] = known(first(address.measure), words.measures)
  const [view = FIRST_MAP.view] = known(first(address.view), ids(VIEWS))
  const [layout = null] = known(first(address.layout), ids(LAYOUTS))
  const month = first(address.month)
  return {
    measure,
    view,
    month: month !== null && MONTH.test(month) ? `${month}-01` : null,
    beside: parseBeside(first(address.beside), words),
    layout,
    clusters: first(address.clusters) === 'on',
  }
}

const parseBeside = (text: string | null, words: Words): Beside | null =>
  text === 'yearAgo' || text === 'previous' ? text : parsePeriod(text, words)

/** The query of an address that `parseMap` reads back; defaults are left out. */
export function mapAddress({
  measure,
  view,
  month,
  beside,
  layout,
  clusters,
}: MapChoice): Record<string, string> {
  return {
    ...(measure !== FIRST_MAP.measure && { measure }),
    ...(view !== FIRST_MAP.view && { view }),
    ...(month !== null && { month: month.slice(0, 7) }),
    ...(beside !== null && { beside: typeof beside === 'string' ? beside : periodText(beside) }),
    ...(layout !== null && { layout }),
    ...(clusters && { clusters: 'on' }),
  }
}
