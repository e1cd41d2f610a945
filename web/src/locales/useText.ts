import type { Translate } from '@fengsui/charts/format'
import { spokenLocale, text, type Locale } from './i18n'

/** The texts of the screen as a plain function, which the pure parts take too. */
export const useText = (): { t: Translate; locale: Locale } => ({ t: text, locale: spokenLocale() })
