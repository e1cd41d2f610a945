import type { Texts } from '@fengsui/charts/words/translate'
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

let spoken: Locale = 'zh'
/** All texts of the language by their keys, e.g. `shell.overview`. */
const known = new Map<string, string>()
const added = new Set<Texts>()

/** The texts of one language; English is fetched by those who read it. */
export async function speak(locale: Locale): Promise<void> {
  spoken = locale
  known.clear()
  added.clear()
  add(locale === 'en' ? (await import('./en')).en : zh)
}

/** Adds what pages say that are loaded later. */
export function addTexts(texts: Readonly<Record<Locale, Texts>>): void {
  add(texts[spoken])
}

function add(texts: Texts): void {
  if (added.has(texts)) return
  added.add(texts)
  keep(texts, '')
}

function keep(texts: Texts, path: string): void {
  for (const [key, text] of Object.entries(texts)) {
    if (typeof text === 'string') known.set(`${path}${key}`, text)
    else keep(text, `${path}${key}.`)
  }
}

/** @returns the language of the page, which lasts as long as the page. */
export const spokenLocale = (): Locale => spoken

/** A text with what it names put in; its key where there is none, so that it is seen which one is missing. */
export const text = (key: string, named: Readonly<Record<string, unknown>> = {}): string =>
  (known.get(key) ?? key).replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    name in named ? String(named[name]) : '',
  )
