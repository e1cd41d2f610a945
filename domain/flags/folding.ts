import { poissonTails } from '../statistics/distributions/discrete.js'
import { LEVELS } from './budget.js'
import { FAMILIES, type Family, axesOf } from './cells.js'
import type { Signal } from './signal.js'

const isFamily = (family: Signal['family']): family is Family =>
  (FAMILIES as readonly string[]).includes(family)

const specificity = (signal: Signal): number =>
  signal.enterprise > 0 ? 3 : isFamily(signal.family) ? axesOf(signal.family).length : 1

/** What is left of a signal without some of its incidents: still one, or not. */
export type StillHolds = (signal: Signal, observed: number) => boolean

/** A part that is more than so rare where the whole has risen is a story of its own. */
const OF_ITS_OWN = 0.01

const isChange = ({ rule }: Signal): boolean => rule === 'sprout' || rule === 'increase'

/**
 * The signal of a wider place of which a signal is but a part: it would be one without that part, and the part has no
 * more than the rise of the whole makes one expect there. What goes through all areas is told of all, not of each.
 */
function wholeOf(part: Signal, signals: readonly Signal[], stillHolds: StillHolds): Signal | null {
  if (!isChange(part) || part.expected === null) return null
  const { place, expected, observed, rows } = part
  const within = new Set(rows)
  return (
    signals.find((whole) => {
      if (whole === part || !isChange(whole) || whole.expected === null) return false
      if (specificity(whole) >= specificity(part) || specificity(whole) === 0) return false
      const axes = isFamily(whole.family) ? axesOf(whole.family) : []
      if (axes.length === 0 || axes.some((axis) => whole.place[axis] !== place[axis])) return false
      const rest = whole.rows.reduce((sum, row) => sum + (within.has(row) ? 0 : 1), 0)
      const mean = (expected * whole.observed) / whole.expected
      return stillHolds(whole, rest) && poissonTails(observed - 1, mean).upper > OF_ITS_OWN
    }) ?? null
  )
}

/**
 * One story is told once: what goes through the whole is told of the whole; else the more certain and the more precise
 * signal first, and another one whose incidents it explains is told beside it. A signal that would be one without the
 * incidents of those before it stays.
 */
export function foldSignals(signals: readonly Signal[], stillHolds: StillHolds): Signal[] {
  const parts = new Map<Signal, Signal>()
  for (const signal of signals) {
    const whole = wholeOf(signal, signals, stillHolds)
    if (whole) parts.set(signal, whole)
  }
  const kept = foldExplained(
    signals.filter((signal) => !parts.has(signal)),
    stillHolds,
  )
  return kept.map(({ signal, also }) => {
    const own = [...parts].flatMap(([part, whole]) => (whole === signal ? [aside(part)] : []))
    return { ...signal, also: [...also, ...own] }
  })
}

const aside = ({ family, place, observed }: Signal): Signal['also'][number] => ({ family, place, observed })

interface Kept {
  readonly signal: Signal
  readonly also: Signal['also'][number][]
}

function foldExplained(signals: readonly Signal[], stillHolds: StillHolds): Kept[] {
  const ordered = [...signals].sort(
    (a, b) =>
      LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
      specificity(b) - specificity(a) ||
      (a.perYear ?? 0) - (b.perYear ?? 0),
  )
  const kept: Kept[] = []
  // Of an incident: places in `kept` of the signals that tell it.
  const tellers = new Map<number, number[]>()
  for (const signal of ordered) {
    const overlaps = kept.map(() => 0)
    let left = 0
    for (const row of signal.rows) {
      const telling = tellers.get(row)
      if (telling) for (const at of telling) overlaps[at]!++
      else left++
    }
    const best = kept[overlaps.indexOf(Math.max(...overlaps))]
    const isExplained = left < signal.rows.length && !stillHolds(signal, left)
    if (isExplained && best) {
      best.also.push(aside(signal))
      continue
    }
    for (const row of signal.rows) {
      const telling = tellers.get(row)
      if (telling) telling.push(kept.length)
      else tellers.set(row, [kept.length])
    }
    kept.push({ signal, also: [] })
  }
  return kept
}
