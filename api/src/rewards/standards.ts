import type { RewardStandard } from '@fengsui/domain/rewards/standard'
import type { Office } from '@fengsui/prisma/office/office'

/** The texts of an office as rewards are held against them. */
export const standardsOf = ({ rewards }: Pick<Office, 'rewards'>): readonly RewardStandard[] =>
  rewards.map((standard) => ({ ...standard, items: standard.categories.flatMap(({ items }) => items) }))
