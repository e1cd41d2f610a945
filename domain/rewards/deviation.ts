import type { Reckoning, RewardAdvice } from './reckoning.js'
import type { Fen } from './standard.js'

/** How what was decided differs from what a text gives. */
export interface RewardDeviation {
  readonly decided: Fen
  readonly amount: Fen
  /** decided − amount, fen. */
  readonly difference: Fen
  /** difference ÷ amount; null where the text gives nothing. */
  readonly ratio: number | null
  /** Held against the office's own standards, or against the reference where these say no amount. */
  readonly against: 'own' | 'reference'
}

/**
 * Holds a decision against what the standards give. It is a hint, no verdict: an office may have reasons.
 *
 * @param decided fen.
 * @returns null where no text gives an amount.
 */
export function deviationOf(decided: Fen, { own, reference }: RewardAdvice): RewardDeviation | null {
  const of = ({ amount }: Reckoning, against: RewardDeviation['against']): RewardDeviation | null =>
    amount === null
      ? null
      : {
          decided,
          amount,
          difference: decided - amount,
          ratio: amount === 0 ? null : (decided - amount) / amount,
          against,
        }
  return of(own, 'own') ?? of(reference, 'reference')
}
