import type { Office } from '@fengsui/prisma/office/office'
import type { RewardItem } from '@fengsui/prisma/office/rewards'
import type { CaseLife } from './demo-case.js'
import type { Random } from './random.js'

/** What was decided about the reward of a case. */
export interface Reward {
  /** Yuan. */
  readonly rewardAmount: number | null
  /** Of the office's reward standards; '' = it rests on none of them. */
  readonly rewardItem: string
}

/** The category of the municipal standard, by the sector that its items are about. */
const CATEGORIES: Readonly<Record<string, string>> = {
  '03': '危险化学品',
  '08': '道路运输',
  '11': '人员密集场所',
  '12': '特种设备',
}
const FEN = 100

/**
 * Draws on which item a reward rests where the standard has the sector: most have one, and one in twenty is not the
 * item's amount.
 *
 * @param random a stream of its own: however it is used, everything else about the district stays the same.
 */
export function rewardOf(random: Random, office: Office, sector: string, life: CaseLife): Reward {
  const items = itemsOf(office, sector)
  const { rewardAmount } = life
  if (rewardAmount === null || items.length === 0 || random.chance(0.2))
    return { rewardAmount, rewardItem: '' }
  const { id, amount } = random.pick(items)
  return { rewardAmount: random.chance(0.05) ? rewardAmount : amount / FEN, rewardItem: id }
}

function itemsOf({ rewards }: Office, sector: string): readonly RewardItem[] {
  const category = CATEGORIES[sector]
  if (category === undefined) return []
  return (
    rewards.flatMap(({ categories }) => categories).find(({ name }) => name.endsWith(category))?.items ?? []
  )
}
