import type { Reason } from '../contract/reasons.js'
import type { LevelReader } from './code-columns.js'

/** Both levels of a hierarchy; '' = not known. */
interface Levels {
  readonly level1: string
  readonly level2: string
  /** Why something given was not taken; null if all was. */
  readonly note: Extract<Reason, `note.${string}`> | null
  /** The first text that was given while nothing was found on any level; null otherwise. */
  readonly unknown: string | null
}

const EMPTY: Levels = { level1: '', level2: '', note: null, unknown: null }

/**
 * How the columns of one two-level list come together (the rules stand at ColumnConfig in the office's shape): level 1 from
 * the first column that finds one; level 2 only below it, or, without one, where its name is unique; a `final` level-1
 * column that finds nothing leaves both open.
 *
 * @param cells the columns' texts, in the order of `readers`.
 */
export function fillLevels(readers: readonly LevelReader[], cells: readonly string[]): Levels {
  const texts = readers.map((reader, i) => {
    const text = reader.extract(cells[i] ?? '')
    return reader.saysNothing(text) ? '' : text
  })
  let level1 = ''
  let note: Levels['note'] = null
  const taken = new Set<number>()
  for (const [i, reader] of readers.entries()) {
    if (reader.config.level === 2) continue
    const text = texts[i] ?? ''
    const found = text === '' ? null : reader.find(text, 1, null)
    if (!found) {
      if (reader.config.final)
        return { ...EMPTY, note: text === '' ? null : 'note.codeUnknown', unknown: text || null }
      continue
    }
    taken.add(i)
    if (level1 !== '' && level1 !== found.code) note = 'note.levelConflict'
    else level1 = found.code
  }
  let level2 = ''
  let lost: string | null = null
  for (const [i, reader] of readers.entries()) {
    const text = texts[i] ?? ''
    if (
      reader.config.level === 1 ? text === '' || taken.has(i) : taken.has(i) || text === '' || level2 !== ''
    )
      continue
    if (reader.config.level === 1) {
      lost ??= text
      continue
    }
    const below = reader.find(text, 2, level1 === '' ? null : level1)
    if (below) {
      level2 = below.code
      level1 = below.parent
    } else if (level1 !== '' && reader.find(text, 2, null)) note = 'note.levelMismatch'
    else lost ??= text
  }
  if (level1 === '') return lost === null ? EMPTY : { ...EMPTY, note: 'note.codeUnknown', unknown: lost }
  return { level1, level2, note: note ?? (lost === null ? null : 'note.codeUnknown'), unknown: null }
}
