import { REPORT_CLASSES } from '@fengsui/domain/metrics/words'
import { deviationOf } from '@fengsui/domain/rewards/deviation'
import { adviseReward } from '@fengsui/domain/rewards/reckoning'
import { rewardStage } from '@fengsui/domain/rewards/stage'
import type { Fen, ReportClass, RewardStandard } from '@fengsui/domain/rewards/standard'
import type { Day } from '@fengsui/domain/time/day'
import type { Telling } from '../cases/case-view.js'
import type { Locale } from '../office/member-lists.js'
import type { Row } from '../query/run.js'
import type { CaseReward } from './case-reward.models.js'
import { STAGE_WORDS, yuanText } from './reward-words.js'

const FEN = 100

const day = (value: unknown): Day | null => (typeof value === 'string' && value !== '' ? value : null)
const yuan = (value: unknown): number | null =>
  value === null || value === undefined || value === '' ? null : Number(value)
const isClass = (text: unknown): text is ReportClass =>
  typeof text === 'string' && Object.hasOwn(REPORT_CLASSES, text)

/** The reward of a row of `compileCases`; null where nothing was decided. Whom it is paid to is not known here. */
export function rewardOf(row: Row, { asOf, locale, limits }: Telling): CaseReward | null {
  const decidedOn = day(row.reward_decided_on)
  const amount = yuan(row.reward_yuan)
  const isRewarded = amount !== null && amount > 0
  const days = {
    decidedOn,
    isRewarded,
    notifiedOn: day(row.reward_notified_on),
    claimDueOn: day(row.claim_due_on),
    paidOn: day(row.reward_paid_on),
  }
  const stage = rewardStage(days, asOf)
  if (stage === null || decidedOn === null) return null
  const reportClass = isClass(row.report_class) ? row.report_class : null
  const item = typeof row.reward_item === 'string' && row.reward_item !== '' ? row.reward_item : null
  const fine = yuan(row.fine_yuan)
  return {
    stage,
    stageLabel: STAGE_WORDS[stage][locale],
    ...{ decidedOn, notifiedOn: days.notifiedOn, claimDueOn: days.claimDueOn, paidOn: days.paidOn },
    ...{ amount, fine, item, reportClass },
    deviation: isRewarded
      ? itemDeviation({ decidedOn, item, decided: Math.round(amount * FEN) }, limits.standards, locale)
      : null,
  }
}

/** How a decision differs from the fixed amount of its item; null where there is none to hold it against. */
function itemDeviation(
  of: { readonly decidedOn: Day; readonly item: string | null; readonly decided: Fen },
  standards: readonly RewardStandard[],
  locale: Locale,
): string | null {
  const { own } = adviseReward(
    {
      decidedOn: of.decidedOn,
      item: of.item,
      // An item has its amount whatever the class, and no formula is asked.
      reportClass: 'hazard',
      fine: null,
      accidentLevel: null,
      concealedDeaths: null,
      isRewardedAlready: false,
    },
    standards,
  )
  const none = { amount: null, standard: null, steps: [] }
  const found = deviationOf(of.decided, { own, reference: none })
  if (found === null) return null
  const [standard, difference] = [yuanText(found.amount), yuanText(Math.abs(found.difference))]
  if (found.difference === 0) return { zh: '与标准一致', en: 'as the standard says' }[locale]
  return found.difference > 0
    ? { zh: `高于标准${difference}元（标准${standard}元）`, en: `${difference} above ${standard} yuan` }[
        locale
      ]
    : { zh: `低于标准${difference}元（标准${standard}元）`, en: `${difference} below ${standard} yuan` }[
        locale
      ]
}
