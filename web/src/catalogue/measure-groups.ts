import type { Catalogue, MeasureEntry } from './catalogue'

interface MeasureGroup {
  readonly name: string
  readonly entries: readonly MeasureEntry[]
}

/** Measures that are counted by the same date stand together (归属日期), in the order of the catalogue. */
export function measureGroups(measures: Catalogue['measures'], search = ''): MeasureGroup[] {
  const wanted = search.trim().toLowerCase()
  const groups = new Map<string, MeasureEntry[]>()
  for (const entry of measures) {
    const text = [entry.label, entry.description, entry.timeLabel].join(' ').toLowerCase()
    if (!text.includes(wanted)) continue
    groups.set(entry.timeLabel, [...(groups.get(entry.timeLabel) ?? []), entry])
  }
  return [...groups].map(([name, entries]) => ({ name, entries }))
}
