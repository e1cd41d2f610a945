import type { ComparisonKind } from '../graphql/generated/graphql'
import { first, known, type Address } from './address'
import { FIRST_MAP, mapAddress, parseMap, type MapChoice, type MapWords } from './map-choice'
import { parseQuestion, questionAddress, type Question } from './question'

export type Hierarchy = 'region' | 'industry' | 'issue'

/** What a board is compared with: all of these, one of them alone, or nothing. */
export const BOARD_COMPARISONS = ['yearAgo', 'previous'] as const satisfies readonly ComparisonKind[]
export type BoardComparison = (typeof BOARD_COMPARISONS)[number]

/** Everything that decides what a board shows; it lives in the address of the page and nowhere else. */
export interface Screen extends Question {
  /** In the order of BOARD_COMPARISONS; a picture that has room for one takes the first. */
  readonly comparisons: readonly BoardComparison[]
  /** Hierarchies shown on their second level. */
  readonly drilled: readonly Hierarchy[]
  /** Panels whose table is shown instead of the picture. */
  readonly tables: readonly string[]
  /** Which denominator of the verified share the card shows. */
  readonly verified: 'checked' | 'accepted'
  /** What the map of the page 区域 shows. */
  readonly map: MapChoice
  /** What happened is said in the pictures over time. */
  readonly notes: boolean
  /** What the page 时限 shows: a limit, and which of its cases or which other list; null: its first. */
  readonly clock: string | null
  readonly list: string | null
}

export const EMPTY_SCREEN: Screen = {
  period: null,
  filters: [],
  comparisons: BOARD_COMPARISONS,
  drilled: [],
  tables: [],
  verified: 'checked',
  map: FIRST_MAP,
  notes: true,
  clock: null,
  list: null,
}

const HIERARCHIES = [{ id: 'region' }, { id: 'industry' }, { id: 'issue' }] as const
const NOTHING = 'off'

/** What is not understood means what the absence means: everything. */
function parseComparisons(text: string | null): readonly BoardComparison[] {
  if (text === NOTHING) return []
  const chosen = known(
    text,
    BOARD_COMPARISONS.map((id) => ({ id })),
  )
  return chosen.length > 0 ? BOARD_COMPARISONS.filter((id) => chosen.includes(id)) : BOARD_COMPARISONS
}

/** Reads the screen from the query of an address; what is not understood is left out. */
export function parseScreen(address: Address, words: MapWords): Screen {
  return {
    ...parseQuestion(address, words),
    comparisons: parseComparisons(first(address.compare)),
    drilled: known<Hierarchy>(first(address.drill), HIERARCHIES),
    tables: (first(address.table) ?? '').split('~').filter(Boolean),
    verified: first(address.verified) === 'accepted' ? 'accepted' : 'checked',
    map: parseMap(address, words),
    notes: first(address.notes) !== 'off',
    clock: first(address.clock),
    list: first(address.list),
  }
}

/** The query of an address that `parseScreen` reads back to the same screen; defaults are left out. */
export function screenAddress(screen: Screen): Record<string, string | string[]> {
  return {
    ...questionAddress(screen),
    ...(screen.comparisons.length < BOARD_COMPARISONS.length && {
      compare: screen.comparisons.join('~') || NOTHING,
    }),
    ...(screen.drilled.length > 0 && { drill: screen.drilled.join('~') }),
    ...(screen.tables.length > 0 && { table: screen.tables.join('~') }),
    ...(screen.verified === 'accepted' && { verified: 'accepted' }),
    ...mapAddress(screen.map),
    ...(!screen.notes && { notes: 'off' }),
    ...(screen.clock !== null && { clock: screen.clock }),
    ...(screen.list !== null && { list: screen.list }),
  }
}
