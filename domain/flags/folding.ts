import { LEVELS } from './budget.js'
import { FAMILIES, type Family, axesOf } from './cells.js'
import type { Signal } from './signal.js'

const isFamily = (family: Signal['family']): family is Family =>
  (FAMILIES as readonly string[]).includes(family)

const specificity = (signal: Signal): number =>
  signal.enterprise > 0 ? 3 : isFamily(signal.family) ? axesOf(signal.family).length : 1

/** What is left of a signal without some of its incidents: still one, or not. */
export type StillHolds = (signal: Signal, observed: number) => boolean

/**
 * One story is told once: the more certain and the more precise signal first; another one whose incidents it explains is
 * told beside it. A signal that would be one without the incidents of those before it stays.
 */
export function foldSignals(signals: readonly Signal[], stillHolds: StillHolds): Signal[] {
  const ordered = [...signals].sort(
    (a, b) =>
      LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
      specificity(b) - specificity(a) ||
      (a.perYear ?? 0) - (b.perYear ?? 0),
  )
  const kept: {
    signal: Signal
    readonly rows: ReadonlySet<number>
    readonly also: Signal['also'][number][]
  }[] = []
  for (const signal of ordered) {
    const overlaps = kept.map(({ rows }) =>
      signal.rows.reduce((sum, row) => sum + (rows.has(row) ? 1 : 0), 0),
    )
    const best = overlaps.indexOf(Math.max(0, ...overlaps))
    const told = kept.reduce((set, { rows }) => rows.forEach((row) => set.add(row)) ?? set, new Set<number>())
    const left = signal.rows.reduce((sum, row) => sum + (told.has(row) ? 0 : 1), 0)
    const explained = left < signal.rows.length && !stillHolds(signal, left)
    const { family, place, observed } = signal
    if (explained && best >= 0) kept[best]?.also.push({ family, place, observed })
    else kept.push({ signal, rows: new Set(signal.rows), also: [] })
  }
  return kept.map(({ signal, also }) => ({ ...signal, also }))
}
