import { useI18n } from 'vue-i18n'
import { enRanking } from './en-ranking'
import { useInquiryText } from './useInquiryText'
import type { useText } from './useText'
import { zhRanking } from './zh-ranking'

/** The texts of the screen together with those of the page 排名. */
export function useRankingText(): ReturnType<typeof useText> {
  const composer = useI18n({ useScope: 'global' })
  composer.mergeLocaleMessage('zh', zhRanking)
  composer.mergeLocaleMessage('en', enRanking)
  return useInquiryText()
}
