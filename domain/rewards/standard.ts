import type { REPORT_CLASSES } from '../metrics/words.js'
import type { Dated } from '../rules/dated.js'

/** Money in fen, a hundredth of a yuan; always a whole number. */
export type Fen = number

export type ReportClass = keyof typeof REPORT_CLASSES

/** Levels of an accident by those who died (国务院令第493号第三条), the least first. */
export const ACCIDENT_LEVELS = ['general', 'larger', 'major', 'gravest'] as const
export type AccidentLevel = (typeof ACCIDENT_LEVELS)[number]

/** A matter of a table, with the fixed amount for it. */
export interface RewardItem {
  readonly id: string
  readonly amount: Fen
}

/** A share of the fine, between a floor and a cap. */
export interface FineFormula {
  readonly kind: 'fine'
  readonly classes: readonly ReportClass[]
  /** Hundredths of a percent of the fine. */
  readonly basisPoints: number
  readonly floor: Fen
  readonly cap: Fen
}

/** So much for each death that was concealed, by the level of the accident, up to a cap. */
export interface DeathFormula {
  readonly kind: 'deaths'
  readonly classes: readonly ReportClass[]
  readonly perDeath: Readonly<Record<AccidentLevel, Fen>>
  readonly cap: Fen
}

export type RewardFormula = FineFormula | DeathFormula

/** A version of a text by which rewards are measured, with what of it can be reckoned. */
export interface RewardStandard extends Dated {
  /** The same in all versions of the text. */
  readonly id: string
  /** False: the text is not public, so that nothing of it is known here. */
  readonly isPublic: boolean
  /** It is held beside the others and decides nothing. */
  readonly isReference: boolean
  readonly items: readonly RewardItem[]
  readonly formulas: readonly RewardFormula[]
}
