import { useI18n } from 'vue-i18n'
import type { Translate } from '@fengsui/charts/format'
import type { Locale } from './i18n'

/** The texts of the screen as a plain function, which the pure parts take too. */
export function useText(): { t: Translate; locale: Locale } {
  const { t, locale } = useI18n()
  return {
    t: (key, named) => (named ? t(key, named) : t(key)),
    locale: locale.value === 'en' ? 'en' : 'zh',
  }
}
