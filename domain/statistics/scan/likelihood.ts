/** Whether more cases than expected are looked for, or fewer. */
export type Rates = 'high' | 'low'

const part = (observed: number, expected: number): number =>
  observed === 0 ? 0 : observed * Math.log(observed / expected)

/**
 * ln of the likelihood ratio of a cluster against none, of `total` cases:
 * c ln(c ÷ E) + (C − c) ln((C − c) ÷ (C − E)), and 0 on the other side of what is expected.
 * M. Kulldorff, Communications in Statistics 26 (1997) 1481–1496.
 */
export function logLikelihoodRatio(observed: number, expected: number, total: number, rates: Rates): number {
  const isBeyond = rates === 'high' ? observed > expected : observed < expected
  return isBeyond ? part(observed, expected) + part(total - observed, total - expected) : 0
}

/** Risk inside ÷ risk outside; Infinity where there is no case outside. */
export const relativeRisk = (observed: number, expected: number, total: number): number =>
  observed / expected / ((total - observed) / (total - expected))
