import type { AccidentLevel, ReportClass, RewardMatterInput } from '../../graphql/generated/graphql'
import type { ListedAction } from '../deadlines/useActions'

/** What stands in the form of the calculator; '' and null: not filled in. */
export interface Matter {
  readonly decidedOn: string
  readonly reportClass: ReportClass
  readonly item: string
  readonly fine: number | null
  readonly accidentLevel: AccidentLevel | ''
  readonly concealedDeaths: number | null
  readonly rewardedAlready: boolean
  readonly decided: number | null
  /** The case that it was taken from; '' for none. */
  readonly caseNo: string
}

export const emptyMatter = (decidedOn: string): Matter => ({
  decidedOn,
  reportClass: 'violation',
  item: '',
  fine: null,
  accidentLevel: '',
  concealedDeaths: null,
  rewardedAlready: false,
  decided: null,
  caseNo: '',
})

/** The matter of a case whose reward was decided; null where none was. */
export function matterOf({ case: one }: ListedAction): Matter | null {
  const { reward } = one
  if (!reward) return null
  return {
    ...emptyMatter(reward.decidedOn),
    reportClass: reward.reportClass ?? 'violation',
    item: reward.item ?? '',
    fine: reward.fine ?? null,
    decided: reward.amount ?? null,
    caseNo: one.caseNo,
  }
}

/** An emptied field of a number is '' to the browser. */
const numberOf = (value: number | null): number | null => (typeof value === 'number' ? value : null)

/** As it is asked for; a formula's inputs only where its class is chosen. */
export function askedFor(matter: Matter): RewardMatterInput {
  const isConcealment = matter.reportClass === 'concealment'
  return {
    decidedOn: matter.decidedOn,
    reportClass: matter.reportClass,
    item: matter.item || null,
    fine: isConcealment ? null : numberOf(matter.fine),
    accidentLevel: isConcealment ? matter.accidentLevel || null : null,
    concealedDeaths: isConcealment ? numberOf(matter.concealedDeaths) : null,
    rewardedAlready: matter.rewardedAlready,
    decided: numberOf(matter.decided),
  }
}
