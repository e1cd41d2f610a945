import type { Translate } from '../format.js'
import { chartsEn } from './en.js'
import { chartsZh } from './zh.js'

type Texts = { readonly [key: string]: string | Texts }

/** The texts of pictures as a function, for places that have no catalogue of texts of their own. */
export const translator =
  (locale: 'zh' | 'en'): Translate =>
  (key, named = {}) => {
    const texts: Texts = locale === 'en' ? chartsEn : chartsZh
    const found = key
      .split('.')
      .reduce<string | Texts | undefined>(
        (tree, part) => (typeof tree === 'object' ? tree[part] : undefined),
        texts,
      )
    if (typeof found !== 'string') throw new Error(`No text ${key}`)
    return found.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(named[name]))
  }
