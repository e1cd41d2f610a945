import type { Scope } from './scope.js'

/** The members that something is about, each on the first level; '' is everywhere. */
export interface Concern {
  readonly region: string
  readonly industry: string
}

/**
 * May somebody of this scope know of something that concerns these members? What concerns everybody is for whoever sees
 * a case at all; what concerns a place or a sector for whoever sees the cases of it.
 */
export function mayKnow({ cases }: Scope, { region, industry }: Concern): boolean {
  if (cases === 'whole') return true
  if (cases === 'nothing') return false
  const within = cases.anyOf.filter(({ codes }) => codes.length > 0)
  if (region === '' && industry === '') return within.length > 0
  return within.some(
    ({ dimension, codes }) =>
      (dimension === 'region1' && region !== '' && codes.includes(region)) ||
      (dimension === 'industry1' && industry !== '' && codes.includes(industry)),
  )
}
