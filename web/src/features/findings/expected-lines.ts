import type { Locale } from '../../locales/i18n'

/** A sentence that is to come: how long it gets, in letters of Chinese with its numbers, and whether it takes the whole width. */
export interface Expected {
  readonly letters: number
  readonly whole?: true
}

/** Where the sentences stand: how wide their list is in CSS pixels, in how many columns, and the language. */
export interface Stand {
  readonly width: number
  readonly columns: 1 | 2
  readonly locale: Locale
}

/** CSS pixels: a letter of Chinese text between its digits, what stands before a sentence, between two columns. */
const LETTER = 11
const LABEL = 40
const GAP = 24
/** The same said in English is longer. */
const ENGLISH = 1.15

/**
 * How many lines sentences take, counted before they are there, rather too many than too few: what is below them must
 * not move when they come.
 */
export function expectedLines(sentences: readonly Expected[], { width, columns, locale }: Stand): number {
  const linesIn = (room: number, { letters }: Expected): number =>
    Math.ceil((letters * LETTER * (locale === 'en' ? ENGLISH : 1)) / Math.max(room - LABEL, LETTER))
  const column = (width - GAP * (columns - 1)) / columns
  const whole = sentences.filter((sentence) => sentence.whole).map((sentence) => linesIn(width, sentence))
  const others = sentences.filter((sentence) => !sentence.whole).map((sentence) => linesIn(column, sentence))
  const rows = others.flatMap((lines, at) =>
    at % columns === 0 ? [Math.max(lines, ...others.slice(at, at + columns))] : [],
  )
  return [...whole, ...rows].reduce((sum, lines) => sum + lines, 0)
}
