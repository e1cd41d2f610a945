import type { Day } from '../time/day.js'
import type { AccidentLevel, Fen, ReportClass } from './standard.js'

/** What is known of a matter that was found true and is to be rewarded. */
export interface RewardFacts {
  /** The day of the decision: it is measured by the versions that hold then. */
  readonly decidedOn: Day
  readonly reportClass: ReportClass
  /** The item of a table that the matter is; null: none of them. */
  readonly item: string | null
  readonly fine: Fen | null
  readonly accidentLevel: AccidentLevel | null
  readonly concealedDeaths: number | null
  /** Somebody was rewarded for the same matter before. */
  readonly isRewardedAlready: boolean
}

/** One step of a reckoning; a step with an amount is a result so far. */
export type RewardStep =
  /** One matter, one reward: the first who reported it under his name has it; of a joint report, the first who signed. */
  | { readonly kind: 'once'; readonly amount: 0 }
  | { readonly kind: 'notInForce'; readonly standard: string }
  | { readonly kind: 'notPublic'; readonly standard: string }
  | { readonly kind: 'listed'; readonly standard: string; readonly item: string; readonly amount: Fen }
  | { readonly kind: 'notListed'; readonly standard: string }
  /** The standard has no formula for this class of report. */
  | { readonly kind: 'notCovered'; readonly standard: string }
  | { readonly kind: 'share'; readonly fine: Fen; readonly basisPoints: number; readonly amount: Fen }
  | {
      readonly kind: 'perDeath'
      readonly level: AccidentLevel
      readonly each: Fen
      readonly deaths: number
      readonly amount: Fen
    }
  | { readonly kind: 'raised' | 'cut'; readonly from: Fen; readonly amount: Fen }
  | { readonly kind: 'missing'; readonly what: 'fine' | 'accidentLevel' | 'concealedDeaths' }
