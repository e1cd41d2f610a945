import type { DimensionId, MeasureId } from '../../graphql/generated/graphql'
import type { RewardBoardQuery } from '../../graphql/generated/graphql'
import type { Hierarchy } from '../../composables/screen'
import { askedOf, levelShown, saySomething } from '../boards/asking'
import type { Board, Panel, Situation } from '../boards/board'
import { there } from '../boards/panels'

export type RewardBoard = RewardBoardQuery['rewardBoard']

/** What the strip says of the rewards decided in the period, in the groups in which it stands. */
export const STRIP = {
  count: ['rewardsDecided', 'rewardsToNotify', 'rewardsToClaim', 'rewardsLapsed', 'rewardsPaid'],
  money: ['rewardAmount', 'rewardUnpaidAmount', 'rewardPaidAmount'],
  rates: ['rewardPaidRate', 'rewardPaidAmountRate'],
  average: ['meanReward', 'rewardPerVerified'],
} as const satisfies Readonly<Record<string, readonly MeasureId[]>>

const MOST_BARS = 12

/** 奖励: what was decided and paid, over time, by sector, issue and unit. */
export function rewardBoard(situation: Situation): Board {
  return {
    parts: {
      total: askedOf(situation, ['received']),
      strip: askedOf(situation, Object.values(STRIP).flat()),
    },
    panels: [
      quarterPanel(situation),
      perVerifiedPanel(situation),
      memberPanel(situation, 'rewardAmount', 'amountBy', { hierarchy: 'industry' }),
      memberPanel(situation, 'rewardAmount', 'amountBy', { hierarchy: 'issue' }),
      memberPanel(situation, 'rewardUnpaidAmount', 'unpaidBy', { dimension: 'department' }),
      memberPanel(situation, 'rewardPerVerified', 'perVerifiedBy', { hierarchy: 'industry' }),
    ].filter(there),
  }
}

/** All quarters of the data: rewards are few, and a year of them is four numbers. */
const overQuarters = (situation: Situation, measures: readonly MeasureId[]): Panel['request'] => ({
  ...askedOf(situation, measures),
  period: { preset: 'all' },
  grain: 'quarter',
  comparisons: [],
})

function quarterPanel(situation: Situation): Panel {
  return {
    id: 'amountByQuarter',
    name: situation.t('rewards.amountByQuarter'),
    request: overQuarters(situation, ['rewardAmount', 'rewardPaidAmount']),
    figure: (_, chosen) => ({ kind: 'trend', measures: null, chosen }),
    height: 300,
    hierarchy: null,
    columns: 6,
  }
}

function perVerifiedPanel(situation: Situation): Panel | null {
  if (!situation.catalogue.has('rewardPerVerified')) return null
  return {
    id: 'perVerifiedByQuarter',
    name: situation.t('rewards.perVerifiedByQuarter'),
    request: overQuarters(situation, ['rewardPerVerified']),
    figure: () => ({ kind: 'columns', measure: 'rewardPerVerified' }),
    height: 300,
    hierarchy: null,
    columns: 6,
  }
}

function memberPanel(
  situation: Situation,
  measure: MeasureId,
  name: 'amountBy' | 'unpaidBy' | 'perVerifiedBy',
  by: { readonly dimension: DimensionId } | { readonly hierarchy: Hierarchy },
): Panel | null {
  const { catalogue, screen, t } = situation
  const hierarchy = 'hierarchy' in by ? by.hierarchy : null
  const dimension = 'hierarchy' in by ? levelShown(screen, catalogue, by.hierarchy) : by.dimension
  if (!saySomething([dimension], catalogue) || !catalogue.has(measure)) return null
  return {
    id: `${name}_${hierarchy ?? dimension}`,
    name: t(`rewards.${name}`, { dimension: catalogue.dimension(dimension)?.label ?? '' }),
    request: { ...askedOf(situation, [measure], [dimension]), orderBy: { measure, direction: 'desc' } },
    figure: () => ({ kind: 'ranked', measure, most: MOST_BARS, onlyWithCases: true }),
    height: 340,
    hierarchy,
    columns: 6,
  }
}
