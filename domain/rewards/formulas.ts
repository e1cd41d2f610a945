import type { RewardFacts, RewardStep } from './matter.js'
import type { DeathFormula, Fen, FineFormula, RewardFormula } from './standard.js'

const WHOLE = 10_000

/**
 * A share of an amount in whole fen, a half rounded up: no text says how fen are rounded, so this is a setting of the
 * product that is shown as such. Exact: the amount is split, so that no product leaves the whole numbers of a double.
 *
 * @param amount fen, not negative.
 * @param basisPoints hundredths of a percent, 0 to 10,000.
 */
export function shareOf(amount: Fen, basisPoints: number): Fen {
  const whole = Math.floor(amount / WHOLE)
  const rest = amount - whole * WHOLE
  return whole * basisPoints + Math.floor((rest * basisPoints + WHOLE / 2) / WHOLE)
}

/** What a formula makes of a matter, step by step; the last step holds the amount, or says what is missing. */
export function reckon(formula: RewardFormula, facts: RewardFacts): RewardStep[] {
  return formula.kind === 'fine' ? ofFine(formula, facts) : ofDeaths(formula, facts)
}

/** 安监总财〔2018〕19号: 15 % of the fine, 3,000 yuan at least and 300,000 at most. */
function ofFine({ basisPoints, floor, cap }: FineFormula, { fine }: RewardFacts): RewardStep[] {
  if (fine === null) return [{ kind: 'missing', what: 'fine' }]
  const amount = shareOf(fine, basisPoints)
  const share: RewardStep = { kind: 'share', fine, basisPoints, amount }
  if (amount < floor) return [share, { kind: 'raised', from: amount, amount: floor }]
  return amount > cap ? [share, { kind: 'cut', from: amount, amount: cap }] : [share]
}

/** 安监总财〔2018〕19号: 30,000 to 60,000 yuan for each concealed death by the level of the accident, 300,000 at most. */
function ofDeaths(
  { perDeath, cap }: DeathFormula,
  { accidentLevel, concealedDeaths }: RewardFacts,
): RewardStep[] {
  if (accidentLevel === null) return [{ kind: 'missing', what: 'accidentLevel' }]
  if (concealedDeaths === null || concealedDeaths < 1) return [{ kind: 'missing', what: 'concealedDeaths' }]
  const each = perDeath[accidentLevel]
  const amount = each * concealedDeaths
  const product: RewardStep = {
    kind: 'perDeath',
    level: accidentLevel,
    each,
    deaths: concealedDeaths,
    amount,
  }
  return amount > cap ? [product, { kind: 'cut', from: amount, amount: cap }] : [product]
}
