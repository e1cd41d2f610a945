import { useI18n } from 'vue-i18n'
import { enInquiry } from './en-inquiry'
import { zhInquiry } from './zh-inquiry'
import { useText } from './useText'

/** The texts of the screen together with those of the pages that are loaded only when somebody asks further. */
export function useInquiryText(): ReturnType<typeof useText> {
  const composer = useI18n({ useScope: 'global' })
  composer.mergeLocaleMessage('zh', zhInquiry)
  composer.mergeLocaleMessage('en', enInquiry)
  return useText()
}
