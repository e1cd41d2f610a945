import { type CodeIndex, lookupKey } from '@fengsui/prisma/office/lookup'
import type { CodeMember, ColumnConfig } from '@fengsui/prisma/office/office'

/** What a cell of a code column says: nothing, something nobody knows, or a code (or canonical word). */
export type Said =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown'; readonly text: string }
  | { readonly kind: 'code'; readonly code: string }

export const NOTHING: Said = { kind: 'nothing' }

/** Takes the part of a cell that counts, e.g. what stands before a slash; no match: the cell counts as empty. */
function extractor(config: ColumnConfig): (text: string) => string {
  if (config.extract === null) return (text) => text
  const pattern = new RegExp(config.extract, 'u')
  return (text) => pattern.exec(text)?.[1]?.trim() ?? ''
}

/** The column's own translations, looked up as the office's lists are. */
function translations(config: ColumnConfig): ReadonlyMap<string, string> {
  return new Map(Object.entries(config.codes).map(([text, code]) => [lookupKey(text), code]))
}

/**
 * A reader of a code column that stands alone: canonical words, channel, department, or a check without a field.
 *
 * @param index the office's list, null if the column has none.
 * @param words canonical words that may stand in the file as they are.
 */
export function wordReader(
  config: ColumnConfig,
  index: CodeIndex | null,
  words: readonly string[],
): (text: string) => Said {
  const codes = translations(config)
  const extract = extractor(config)
  return (cell) => {
    const text = extract(cell)
    if (text === '') return NOTHING
    const translated = codes.get(lookupKey(text))
    if (translated === '') return NOTHING
    if (translated !== undefined) return { kind: 'code', code: translated }
    const member = index?.find(text, { level: config.level, system: config.system })
    if (member) return { kind: 'code', code: member.code }
    return words.includes(text) ? { kind: 'code', code: text } : { kind: 'unknown', text }
  }
}

/** What a cell means in a two-level list, given the level-1 member that is known already. */
export interface LevelReader {
  readonly config: ColumnConfig
  readonly extract: (text: string) => string
  find(text: string, level: 1 | 2 | null, parent: string | null): CodeMember | null
  /** The column's own list of what says nothing. */
  saysNothing(text: string): boolean
}

/** A reader of a column that fills a level of a two-level list. */
export function levelReader(config: ColumnConfig, index: CodeIndex): LevelReader {
  const codes = translations(config)
  return {
    config,
    extract: extractor(config),
    saysNothing: (text) => codes.get(lookupKey(text)) === '',
    find(text, level, parent) {
      const translated = codes.get(lookupKey(text))
      if (translated) {
        const member = index.byCode.get(translated)
        if (!member || (level !== null && member.level !== level)) return null
        return parent === null || member.parent === parent ? member : null
      }
      return index.find(text, { level, parent, system: config.system }) ?? null
    },
  }
}
