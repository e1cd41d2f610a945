import { useI18n } from 'vue-i18n'
import { enFlags } from './en-flags'
import { useInquiryText } from './useInquiryText'
import type { useText } from './useText'
import { zhFlags } from './zh-flags'

/** The texts of the screen together with those of the page 研判. */
export function useFlagText(): ReturnType<typeof useText> {
  const composer = useI18n({ useScope: 'global' })
  composer.mergeLocaleMessage('zh', zhFlags)
  composer.mergeLocaleMessage('en', enFlags)
  return useInquiryText()
}
