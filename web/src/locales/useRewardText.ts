import { enRewards } from './en-rewards'
import { addTexts } from './i18n'
import { useDeadlineText } from './useDeadlineText'
import type { useText } from './useText'
import { zhRewards } from './zh-rewards'

/** The texts of the screen together with those of the page 奖励, which urges units as 时限 does. */
export function useRewardText(): ReturnType<typeof useText> {
  addTexts({ zh: zhRewards, en: enRewards })
  return useDeadlineText()
}
