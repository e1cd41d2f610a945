import { useI18n } from 'vue-i18n'
import { enDeadlines } from './en-deadlines'
import { useInquiryText } from './useInquiryText'
import type { useText } from './useText'
import { zhDeadlines } from './zh-deadlines'

/** The texts of the screen together with those of the page 时限. */
export function useDeadlineText(): ReturnType<typeof useText> {
  const composer = useI18n({ useScope: 'global' })
  composer.mergeLocaleMessage('zh', zhDeadlines)
  composer.mergeLocaleMessage('en', enDeadlines)
  return useInquiryText()
}
