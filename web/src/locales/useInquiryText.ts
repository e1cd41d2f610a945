import { enInquiry } from './en-inquiry'
import { addTexts } from './i18n'
import { zhInquiry } from './zh-inquiry'
import { useText } from './useText'

/** The texts of the screen together with those of the pages that are loaded only when somebody asks further. */
export function useInquiryText(): ReturnType<typeof useText> {
  addTexts({ zh: zhInquiry, en: enInquiry })
  return useText()
}
