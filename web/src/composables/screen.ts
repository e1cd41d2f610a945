import { first, known, type Address } from './address'
import { FIRST_MAP, mapAddress, parseMap, type MapChoice, type MapWords } from './map-choice'
import { parseQuestion, questionAddress, type Question } from './question'

export type Hierarchy = 'region' | 'industry' | 'issue'

/** Everything that decides what a board shows; it lives in the address of the page and nowhere else. */
export interface Screen extends Question {
  readonly comparing: boolean
  /** Hierarchies shown on their second level. */
  readonly drilled: readonly Hierarchy[]
  /** Panels whose table is shown instead of the picture. */
  readonly tables: readonly string[]
  /** Which denominator of the verified share the card shows. */
  readonly verified: 'checked' | 'accepted'
  /** What the map of the page 区域 shows. */
  readonly map: MapChoice
}

export const EMPTY_SCREEN: Screen = {
  period: null,
  filters: [],
  comparing: true,
  drilled: [],
  tables: [],
  verified: 'checked',
  map: FIRST_MAP,
}

const HIERARCHIES = [{ id: 'region' }, { id: 'industry' }, { id: 'issue' }] as const

/** Reads the screen from the query of an address; what is not understood is left out. */
export function parseScreen(address: Address, words: MapWords): Screen {
  return {
    ...parseQuestion(address, words),
    comparing: first(address.compare) !== 'off',
    drilled: known<Hierarchy>(first(address.drill), HIERARCHIES),
    tables: (first(address.table) ?? '').split('~').filter(Boolean),
    verified: first(address.verified) === 'accepted' ? 'accepted' : 'checked',
    map: parseMap(address, words),
  }
}

/** The query of an address that `parseScreen` reads back to the same screen; defaults are left out. */
export function screenAddress(screen: Screen): Record<string, string | string[]> {
  return {
    ...questionAddress(screen),
    ...(!screen.comparing && { compare: 'off' }),
    ...(screen.drilled.length > 0 && { drill: screen.drilled.join('~') }),
    ...(screen.tables.length > 0 && { table: screen.tables.join('~') }),
    ...(screen.verified === 'accepted' && { verified: 'accepted' }),
    ...mapAddress(screen.map),
  }
}
