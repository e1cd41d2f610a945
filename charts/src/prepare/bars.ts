import type { BarsModel } from '../model.js'
import { linesOf, markOf, type Setting, silentMarkOf } from './mark.js'

const byName = new Intl.Collator('zh')

/** Bars in the order of the answer, and 其他 as the last one. */
export function prepareAnsweredBars(setting: Setting, measure: string, most: number): BarsModel {
  const { rows, others } = setting.table
  const { additive, unit, label } = setting.names.measure(measure)
  const marks = [
    ...rows.slice(0, most).map((row) => markOf(row, setting, measure)),
    ...others.map((row) => ({ ...markOf(row, setting, measure), faded: false, isOthers: true })),
  ]
  return { kind: 'bars', measure: label, unit, additive, marks }
}

/**
 * Ranked bars of one measure, 未知 last; what has no value stays in the list as a gap.
 * A measure of which more is better begins with the least, since that is where one has to look.
 */
export function prepareBars(setting: Setting, measure: string, most = 12): BarsModel {
  const { additive, better, unit, label } = setting.names.measure(measure)
  const sign = better === 'higher' ? -1 : 1
  const rank = (value: number | null) => (value ?? 0) * sign
  const marks = setting.table.rows
    .map((row) => ({ row, mark: silentMarkOf(row, setting, measure) }))
    .sort(
      ({ mark: a }, { mark: b }) =>
        Number(a.code === '') - Number(b.code === '') ||
        Number(a.value === null) - Number(b.value === null) ||
        rank(b.value) - rank(a.value) ||
        byName.compare(a.label, b.label),
    )
  const isPicked = setting.picked(dimensionOf(setting)).length > 0
  const shown = marks
    .filter(({ mark }, at) => at < most || (!mark.faded && isPicked))
    .map(({ mark, row }) => ({ ...mark, lines: linesOf(row, setting) }))
  return { kind: 'bars', measure: label, unit, additive, marks: shown }
}

function dimensionOf(setting: Setting) {
  const dimension = setting.table.dimensions[0]
  if (!dimension) throw new Error('Bars need a dimension')
  return dimension
}
