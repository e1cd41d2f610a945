import { createI18n } from 'vue-i18n'
import { zh } from './zh'

export type Locale = 'zh' | 'en'

const KEY = 'fengsui.locale'

/** The language chosen at an earlier visit; Chinese at the first. */
export const storedLocale = (): Locale => (localStorage.getItem(KEY) === 'en' ? 'en' : 'zh')

/** Keeps the choice and loads the page again, since every label of the API changes with it. */
export function switchLocale(locale: Locale): void {
  localStorage.setItem(KEY, locale)
  location.reload()
}

/** The texts of one language; English is fetched by those who read it. */
export async function makeI18n(locale: Locale) {
  const texts = locale === 'en' ? (await import('./en')).en : zh
  return createI18n({ legacy: false, locale, messages: { [locale]: texts } })
}
