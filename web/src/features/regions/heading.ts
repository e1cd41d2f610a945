import type { TerritoryModel } from '@fengsui/charts/model'
import { titleOf } from '@fengsui/charts/telling'
import type { Table } from '../../graphql/answer'
import { settingOf, type Situation } from '../boards/board'
import { mapMeasure, regionLevel } from './regions-board'

/** What a map shows, in the form in which headings speak of pictures. */
export const titledMap = (situation: Situation) => ({
  name: situation.t('panel.region'),
  figure: { kind: 'ranked' as const, measure: mapMeasure(situation), most: 0, onlyWithCases: false },
})

/** The finding of a map: which area leads; of changes, which rose most, or fell most where none rose. */
export function mapTitle(table: Table, model: TerritoryModel, situation: Situation): string {
  const { catalogue, screen, t } = situation
  const { view } = screen.map
  const plain = titleOf(titledMap(situation), settingOf(table, situation))
  if (view === 'value' || view === 'share') return plain
  const changed = model.marks.filter(({ drawn }) => drawn !== null && drawn !== 0)
  const [first] = changed.sort((a, b) => (b.drawn ?? 0) - (a.drawn ?? 0))
  const rose = first !== undefined && (first.drawn ?? 0) > 0
  const named = rose ? first : changed.at(-1)
  if (!named) return plain
  return t(rose ? 'regions.rose' : 'regions.fell', {
    measure: catalogue.measure(mapMeasure(situation)).label,
    view: t(`regions.view.${view}`),
    name: named.label,
    change: named.change,
  })
}

/** One line under it: level, measure and view, period. */
export function mapSubtitle(table: Table, situation: Situation): string {
  const { catalogue, screen, t } = situation
  return [
    catalogue.dimension(regionLevel(situation))?.label ?? '',
    t('regions.shows', {
      measure: catalogue.measure(mapMeasure(situation)).label,
      view: t(`regions.view.${screen.map.view}`),
    }),
    table.period.label,
  ].join(' · ')
}
