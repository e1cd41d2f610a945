import { useI18n } from 'vue-i18n'
import { enRewards } from './en-rewards'
import { useDeadlineText } from './useDeadlineText'
import type { useText } from './useText'
import { zhRewards } from './zh-rewards'

/** The texts of the screen together with those of the page 奖励, which urges units as 时限 does. */
export function useRewardText(): ReturnType<typeof useText> {
  const composer = useI18n({ useScope: 'global' })
  composer.mergeLocaleMessage('zh', zhRewards)
  composer.mergeLocaleMessage('en', enRewards)
  return useDeadlineText()
}
