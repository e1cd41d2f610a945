import type { Translate } from '../format.js'
import { chartsEn } from './en.js'
import { chartsZh } from './zh.js'

export type Texts = { readonly [key: string]: string | Texts }

/** Texts as a function, for places that have no catalogue of texts of their own. @throws Error for a text that is not there. */
export const translatorOf =
  (texts: Texts): Translate =>
  (key, named = {}) => {
    const found = key
      .split('.')
      .reduce<string | Texts | undefined>(
        (tree, part) => (typeof tree === 'object' ? tree[part] : undefined),
        texts,
      )
    if (typeof found !== 'string') throw new Error(`No text ${key}`)
    return found.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(named[name]))
  }

/** The texts of pictures. */
export const translator = (locale: 'zh' | 'en'): Translate =>
  translatorOf(locale === 'en' ? chartsEn : chartsZh)
