import { enRanking } from './en-ranking'
import { addTexts } from './i18n'
import { useInquiryText } from './useInquiryText'
import type { useText } from './useText'
import { zhRanking } from './zh-ranking'

/** The texts of the screen together with those of the page 排名. */
export function useRankingText(): ReturnType<typeof useText> {
  addTexts({ zh: zhRanking, en: enRanking })
  return useInquiryText()
}
