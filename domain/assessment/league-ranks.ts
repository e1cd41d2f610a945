/** A unit with its score; one without any work in the quarter is not placed. */
export interface Placed {
  readonly score: number
  readonly hasWork: boolean
}

/**
 * Places of a league, the highest score first: equal scores share a place and the next is passed over (1, 1, 3), as 并列
 * is counted. A unit without a case (无办件) has none, so that doing nothing is not being first.
 *
 * @returns in the order given.
 */
export function leagueRanks(units: readonly Placed[]): readonly (number | null)[] {
  const scores = units.flatMap(({ score, hasWork }) => (hasWork ? score : [])).sort((a, b) => b - a)
  return units.map(({ score, hasWork }) => (hasWork ? scores.indexOf(score) + 1 : null))
}
