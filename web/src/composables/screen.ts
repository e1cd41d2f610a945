import type { DimensionId, PeriodPreset } from '../graphql/generated/graphql'

export type PeriodChoice =
  | { readonly preset: PeriodPreset }
  /** ISO days, both inclusive. */
  | { readonly from: string; readonly to: string }

export interface Filter {
  readonly dimension: DimensionId
  /** Codes; '' is 未知. */
  readonly codes: readonly string[]
}

export type Hierarchy = 'region' | 'industry' | 'issue'

/** Everything that decides what the overview shows; it lives in the address of the page and nowhere else. */
export interface Screen {
  /** Null: the office's default. */
  readonly period: PeriodChoice | null
  /** In the order in which they were set. */
  readonly filters: readonly Filter[]
  readonly comparing: boolean
  /** Hierarchies shown on their second level. */
  readonly drilled: readonly Hierarchy[]
  /** Panels whose table is shown instead of the picture. */
  readonly tables: readonly string[]
  /** Which denominator of the verified share the card shows. */
  readonly verified: 'checked' | 'accepted'
}

export const EMPTY_SCREEN: Screen = {
  period: null,
  filters: [],
  comparing: true,
  drilled: [],
  tables: [],
  verified: 'checked',
}

const DIMENSIONS: readonly DimensionId[] = [
  'region1',
  'region2',
  'industry1',
  'industry2',
  'issue1',
  'issue2',
  'channel',
  'source',
  'department',
]
export const PRESETS: readonly PeriodPreset[] = [
  'thisWeek',
  'lastWeek',
  'last7Days',
  'thisTenDays',
  'lastTenDays',
  'thisMonth',
  'lastMonth',
  'last30Days',
  'thisQuarter',
  'lastQuarter',
  'last3Months',
  'last90Days',
  'thisHalfYear',
  'lastHalfYear',
  'yearToDate',
  'last12Months',
  'last13Months',
  'lastYear',
  'all',
]
const HIERARCHIES: readonly Hierarchy[] = ['region', 'industry', 'issue']
const DAY = /^\d{4}-\d{2}-\d{2}$/

type Address = Readonly<Record<string, string | null | readonly (string | null)[] | undefined>>

const texts = (value: Address[string]): string[] =>
  (Array.isArray(value) ? value : [value]).filter((text): text is string => typeof text === 'string')
const first = (value: Address[string]): string | null => texts(value)[0] ?? null
const isOneOf = <T extends string>(list: readonly T[], text: string): text is T =>
  (list as readonly string[]).includes(text)

function parsePeriod(text: string | null): PeriodChoice | null {
  if (text === null) return null
  if (isOneOf(PRESETS, text)) return { preset: text }
  const [from = '', to = ''] = text.split('_')
  return DAY.test(from) && DAY.test(to) && from <= to ? { from, to } : null
}

function parseFilter(text: string): Filter[] {
  const colon = text.indexOf(':')
  const dimension = text.slice(0, colon)
  if (colon < 0 || !isOneOf(DIMENSIONS, dimension)) return []
  try {
    return [
      {
        dimension,
        codes: text
          .slice(colon + 1)
          .split('~')
          .map(decodeURIComponent),
      },
    ]
  } catch {
    return []
  }
}

/** Reads the screen from the query of an address; what is not understood is left out. */
export function parseScreen(address: Address): Screen {
  const filters = texts(address.filter).flatMap(parseFilter)
  return {
    period: parsePeriod(first(address.period)),
    filters: filters.filter(
      (one, at) => filters.findIndex((other) => other.dimension === one.dimension) === at,
    ),
    comparing: first(address.compare) !== 'off',
    drilled: HIERARCHIES.filter((one) => (first(address.drill) ?? '').split('~').includes(one)),
    tables: (first(address.table) ?? '').split('~').filter(Boolean),
    verified: first(address.verified) === 'accepted' ? 'accepted' : 'checked',
  }
}

const codeText = (code: string) => encodeURIComponent(code).replaceAll('~', '%7E')

/** The query of an address that `parseScreen` reads back to the same screen; defaults are left out. */
export function screenAddress(screen: Screen): Record<string, string | string[]> {
  const { period } = screen
  return {
    ...(period && { period: 'preset' in period ? period.preset : `${period.from}_${period.to}` }),
    ...(screen.filters.length > 0 && {
      filter: screen.filters.map((filter) => `${filter.dimension}:${filter.codes.map(codeText).join('~')}`),
    }),
    ...(!screen.comparing && { compare: 'off' }),
    ...(screen.drilled.length > 0 && { drill: screen.drilled.join('~') }),
    ...(screen.tables.length > 0 && { table: screen.tables.join('~') }),
    ...(screen.verified === 'accepted' && { verified: 'accepted' }),
  }
}

/** Sets, or with no codes removes, the filter of a dimension; a new filter comes last. */
export function withFilter(screen: Screen, dimension: DimensionId, codes: readonly string[]): Screen {
  const others = screen.filters.filter((filter) => filter.dimension !== dimension)
  return { ...screen, filters: codes.length > 0 ? [...others, { dimension, codes }] : others }
}

export const codesOf = (screen: Screen, dimension: DimensionId): readonly string[] =>
  screen.filters.find((filter) => filter.dimension === dimension)?.codes ?? []

/** A click on a mark: the mark becomes the dimension's filter; a second click takes it away. */
export function withPicked(screen: Screen, dimension: DimensionId, code: string): Screen {
  const codes = codesOf(screen, dimension)
  return withFilter(screen, dimension, codes.length === 1 && codes[0] === code ? [] : [code])
}

export function withToggled<T extends string>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item]
}
