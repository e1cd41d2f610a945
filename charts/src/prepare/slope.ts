import { formatNumber } from '../format.js'
import type { SlopeModel } from '../model.js'
import { markOf, type Setting } from './mark.js'

/** Members with the most cases in either period; one whose number before may not be said has no line. */
export function prepareSlope(setting: Setting, measure: string, most: number): SlopeModel {
  const { table } = setting
  const { unit } = setting.names.measure(measure)
  const at = table.measures.indexOf(measure)
  const marks = table.rows
    .map((row) => {
      const before = row.values[at]?.changes[0]?.value ?? null
      return {
        ...markOf(row, setting, measure),
        before,
        beforeText: before === null ? '—' : formatNumber(before, unit),
      }
    })
    .filter((mark) => mark.value !== null || mark.before !== null)
    .sort((a, b) => Math.max(b.value ?? 0, b.before ?? 0) - Math.max(a.value ?? 0, a.before ?? 0))
    .slice(0, most)
  return {
    kind: 'slope',
    unit,
    ends: [table.comparedPeriods[0]?.period.label ?? '', table.period.label],
    marks,
  }
}
