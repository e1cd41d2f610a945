import type { Translate } from '@fengsui/charts/format'
import type { Catalogue } from '../../catalogue/catalogue'
import type { Item } from '../exporting/item'

/** An item in a line: its period as it was chosen, its filters, and what is drawn. */
export function lineOf({ request, figure }: Item, catalogue: Catalogue, t: Translate): string {
  const { period, filters = [] } = request
  const chosen = period.preset ? catalogue.periodName(period.preset) : `${period.from} — ${period.to}`
  const conditions = (filters ?? []).map(({ dimension, in: codes }) => {
    const names = codes.map((code) => catalogue.nameOf(dimension, code, t('chart.unknown')))
    return t('list.pair', {
      name: catalogue.dimension(dimension)?.label ?? dimension,
      text: names.join(t('list.names')),
    })
  })
  return [t(`basket.kinds.${figure?.kind ?? 'table'}`), chosen, ...conditions].join(' · ')
}
