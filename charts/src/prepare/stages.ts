import { formatNumber, formatValue } from '../format.js'
import type { StagesModel } from '../model.js'
import { tooltipLines, type Setting } from './mark.js'

/** Measures of the total that are parts of the first one, in the order of the question. */
export function prepareStages(setting: Setting): StagesModel {
  const { table, t, names } = setting
  const [lead = ''] = table.measures
  const first = table.total.values[0]?.value ?? null
  return {
    kind: 'stages',
    unit: names.measure(lead).unit,
    stages: table.measures.map((id, at) => {
      const { label, unit } = names.measure(id)
      const value = table.total.values[at]
      const own = value?.value ?? null
      const part = at > 0 && first && own !== null ? own / first : null
      return {
        key: id,
        label,
        value: own,
        text: value ? formatValue(value, unit, t) : '—',
        share: part === null ? '' : formatNumber(part, 'percent'),
        lines: [
          table.period.label,
          ...tooltipLines(table.total, setting, [id]),
          ...(part === null
            ? []
            : [
                t('chart.partOf', {
                  measure: names.measure(lead).label,
                  share: formatNumber(part, 'percent'),
                }),
              ]),
        ],
      }
    }),
  }
}
