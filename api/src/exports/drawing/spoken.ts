import type { Names } from '@fengsui/charts/answer'
import type { Translate } from '@fengsui/charts/format'
import { chartsEn } from '@fengsui/charts/words/en'
import { translatorOf } from '@fengsui/charts/words/translate'
import { chartsZh } from '@fengsui/charts/words/zh'
import type { Edition } from '../paper.js'
import { exportsEn } from '../words/en.js'
import { exportsZh } from '../words/zh.js'

/** The language of an edition: its texts, and the names of its catalogue. */
export interface Spoken {
  readonly t: Translate
  readonly names: Names
}

const TEXTS = {
  zh: { ...chartsZh, ...exportsZh },
  en: { ...chartsEn, ...exportsEn },
} as const

/** @throws Error from the names for a measure that the edition's catalogue lacks. */
export function spokenIn({ locale, catalogue }: Pick<Edition, 'locale' | 'catalogue'>): Spoken {
  return {
    t: translatorOf(TEXTS[locale]),
    names: {
      measure: (id) => {
        const entry = catalogue.measures[id]
        if (!entry) throw new Error(`internal: the edition lacks the measure ${id}`)
        return entry
      },
      dimension: (id) => {
        const label = catalogue.dimensions[id]
        return label === undefined ? null : { label }
      },
      members: (id) => catalogue.members[id] ?? [],
    },
  }
}
