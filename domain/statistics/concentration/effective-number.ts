export interface Concentration {
  /** Σ share², 1 ÷ n … 1 (Herfindahl–Hirschman); ten thousand times it are the points of competition law. */
  readonly herfindahl: number
  /** 1 ÷ herfindahl: as if so many had equal shares. M. Laakso, R. Taagepera, Comparative Political Studies 12 (1979). */
  readonly effectiveNumber: number
  /** −Σ share ln share. C. Shannon (1948). */
  readonly entropy: number
  /** 0: all equal. C. Gini (1912). */
  readonly gini: number
  /** Gini × n ÷ (n − 1): 1 where one has everything. NaN of one. */
  readonly giniCorrected: number
  /** Share of the k largest. */
  readonly topShare: (k: number) => number
}

/**
 * How far cases are concentrated on few places or enterprises.
 *
 * @param counts 0 or more each; places without a case count for Gini only.
 * @returns null where there is no case.
 */
export function concentration(counts: readonly number[]): Concentration | null {
  const all = counts.reduce((sum, count) => sum + count, 0)
  if (!(all > 0)) return null
  const shares = counts.map((count) => count / all).sort((a, b) => b - a)
  const n = shares.length
  const herfindahl = shares.reduce((sum, share) => sum + share * share, 0)
  // With the largest first, its rank from the smallest is n − i.
  const gini = (2 * shares.reduce((sum, share, i) => sum + (n - i) * share, 0)) / n - (n + 1) / n
  return {
    herfindahl,
    effectiveNumber: 1 / herfindahl,
    entropy: -shares.reduce((sum, share) => sum + (share > 0 ? share * Math.log(share) : 0), 0),
    gini,
    giniCorrected: (gini * n) / (n - 1),
    topShare: (k) => shares.slice(0, k).reduce((sum, share) => sum + share, 0),
  }
}
