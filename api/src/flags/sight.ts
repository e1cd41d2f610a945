import type { Scope } from '../access/scope.js'
import type { FoundSignal } from './findings.js'

/**
 * May somebody of this scope see a flag: are all of its cases among those that he sees? Who sees a place or a sector sees
 * flags of that place or sector; of a series also who sees every sector that its place ever had cases of. What goes
 * through the whole office is for who sees the whole.
 */
export function maySee(
  scope: Scope,
  signal: Pick<FoundSignal, 'region' | 'industry' | 'regions' | 'word' | 'sectors'>,
): boolean {
  const { cases, smallCells } = scope
  if (cases === 'nothing') return false
  // A lead may be one report: who is shown no small numbers is not shown it.
  if (smallCells === 'always' && signal.word === 'lead') return false
  if (cases === 'whole') return true
  const { region, industry, regions } = signal
  const sectors = industry === '' ? (signal.sectors ?? []) : [industry]
  const places = regions.length > 0 ? regions : region === '' ? [] : [region]
  return cases.anyOf.some(
    ({ dimension, codes }) =>
      (dimension === 'region1' && places.length > 0 && places.every((place) => codes.includes(place))) ||
      (dimension === 'industry1' && sectors.length > 0 && sectors.every((sector) => codes.includes(sector))),
  )
}

/** The enterprise of a flag, for who sees every enterprise; which one it is tells the list of its cases otherwise. */
export const enterpriseFor = ({ enterprise }: Scope, name: string): string | null =>
  enterprise === 'all' && name !== '' ? name : null

const SMALLEST_SHOWN = 3

/** A count as somebody may see it: below three it is hidden from who is shown no small numbers. */
export const countFor = ({ smallCells }: Pick<Scope, 'smallCells'>, count: number): number | null =>
  smallCells === 'always' && count > 0 && count < SMALLEST_SHOWN ? null : count
