import { ruleOn } from '../rules/dated.js'
import { reckon } from './formulas.js'
import type { RewardFacts, RewardStep } from './matter.js'
import type { Fen, RewardStandard } from './standard.js'

/** How an amount came about, or why there is none. */
export interface Reckoning {
  /** Null: what is known says none. */
  readonly amount: Fen | null
  /** The standard that gave the amount, or for which something is missing. */
  readonly standard: string | null
  readonly steps: readonly RewardStep[]
}

/** What the standards of the office say of a matter, and what the reference beside them would. */
export interface RewardAdvice {
  readonly own: Reckoning
  readonly reference: Reckoning
}

/**
 * Holds a matter against the standards in their order: the first that says anything of it decides (通知第8项：对照49号发放，
 * 没有明确的按78号执行). It shows what the texts give; what is decided is for people.
 *
 * @param standards all versions, in the order in which the texts are tried.
 */
export function adviseReward(facts: RewardFacts, standards: readonly RewardStandard[]): RewardAdvice {
  const of = (isReference: boolean): Reckoning =>
    reckonBy(
      facts,
      standards.filter((standard) => standard.isReference === isReference),
    )
  return { own: of(false), reference: of(true) }
}

function reckonBy(facts: RewardFacts, standards: readonly RewardStandard[]): Reckoning {
  if (facts.isRewardedAlready) return { amount: 0, standard: null, steps: [{ kind: 'once', amount: 0 }] }
  const steps: RewardStep[] = []
  for (const id of new Set(standards.map((standard) => standard.id))) {
    const inForce = ruleOn(
      standards.filter((standard) => standard.id === id),
      facts.decidedOn,
    )
    const told = inForce ? stepsOf(inForce, facts) : [{ kind: 'notInForce', standard: id } as const]
    steps.push(...told)
    const last = told.at(-1)
    if (last && 'amount' in last) return { amount: last.amount, standard: id, steps }
    // Another text is not tried because of what is missing here, or not public: this one would have been the one.
    if (last?.kind === 'missing' || last?.kind === 'notPublic') return { amount: null, standard: id, steps }
  }
  return { amount: null, standard: null, steps }
}

function stepsOf(standard: RewardStandard, facts: RewardFacts): RewardStep[] {
  const { id, isPublic, items, formulas } = standard
  if (!isPublic) return [{ kind: 'notPublic', standard: id }]
  const item = items.find((each) => each.id === facts.item)
  if (item) return [{ kind: 'listed', standard: id, item: item.id, amount: item.amount }]
  const unlisted: RewardStep[] = items.length > 0 ? [{ kind: 'notListed', standard: id }] : []
  if (formulas.length === 0) return unlisted
  const formula = formulas.find(({ classes }) => classes.includes(facts.reportClass))
  return [
    ...unlisted,
    ...(formula ? reckon(formula, facts) : [{ kind: 'notCovered', standard: id } as const]),
  ]
}
