import { enDeadlines } from './en-deadlines'
import { addTexts } from './i18n'
import { useInquiryText } from './useInquiryText'
import type { useText } from './useText'
import { zhDeadlines } from './zh-deadlines'

/** The texts of the screen together with those of the page 时限. */
export function useDeadlineText(): ReturnType<typeof useText> {
  addTexts({ zh: zhDeadlines, en: enDeadlines })
  return useInquiryText()
}
