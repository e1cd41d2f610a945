import { enFlags } from './en-flags'
import { addTexts } from './i18n'
import { useInquiryText } from './useInquiryText'
import type { useText } from './useText'
import { zhFlags } from './zh-flags'

/** The texts of the screen together with those of the page 研判. */
export function useFlagText(): ReturnType<typeof useText> {
  addTexts({ zh: zhFlags, en: enFlags })
  return useInquiryText()
}
