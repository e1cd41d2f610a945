import type { MapLevel } from '../../graphql/generated/graphql'
import { useCatalogue } from '../../catalogue/useCatalogue'
import { useInquiryText } from '../../locales/useInquiryText'

/** What the levels of maps are called in this office. */
export function useLevelNames(): (level: MapLevel) => string {
  const { t } = useInquiryText()
  const catalogue = useCatalogue()
  return (level) =>
    level === 'above'
      ? t('regions.levelAbove', { name: catalogue.value.office.above?.name ?? '' })
      : (catalogue.value.dimension(level)?.label ?? level)
}
