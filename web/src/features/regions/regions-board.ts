import { chosenPeriod } from '../../composables/question'
import type { DimensionId, MetricsRequest } from '../../graphql/generated/graphql'
import { askedOf, askedOverTime, levelShown } from '../boards/asking'
import type { Board, Situation } from '../boards/board'

/** The regions that the map shows: of the level that is drilled to, if the office has it. */
export const regionLevel = ({ screen, catalogue }: Situation): DimensionId =>
  levelShown(screen, catalogue, 'region')

/** The measure of the map, where the office has it. */
export const mapMeasure = ({ screen, catalogue }: Situation) =>
  catalogue.has(screen.map.measure) ? screen.map.measure : 'received'

/** What the map asks for a period: its measure by region, compared in the way that is drawn. */
export function areasAsked(situation: Situation, period: MetricsRequest['period']): MetricsRequest {
  const { view } = situation.screen.map
  return {
    ...askedOf(situation, [mapMeasure(situation)], [regionLevel(situation)]),
    period,
    comparisons: view === 'yearAgo' || view === 'previous' ? [view] : [],
  }
}

/** 区域: the map, how its areas rank, and how those that are chosen went over time. */
export function regionsBoard(situation: Situation): Board {
  const { catalogue, screen, t } = situation
  const measure = mapMeasure(situation)
  const dimension = regionLevel(situation)
  const period = chosenPeriod(screen, catalogue.office.defaultPeriod)
  const isEndless = 'preset' in period && period.preset === 'all'
  const comparisons = isEndless ? [] : (['yearAgo', 'previous'] as const)
  return {
    parts: { total: { ...askedOf(situation, [measure]), comparisons: [...comparisons] } },
    panels: [
      {
        id: 'areas',
        name: t('regions.ranking'),
        request: {
          ...askedOf(situation, [measure], [dimension]),
          comparisons: [...comparisons],
          orderBy: { measure, direction: 'desc' },
        },
        figure: () => ({ kind: 'ranked', measure, most: 20, onlyWithCases: false }),
        height: 460,
        hierarchy: null,
        columns: 5,
      },
      {
        id: 'trend',
        name: t('panel.trend'),
        request: askedOverTime(situation, [measure]),
        figure: (_, chosen) => ({ kind: 'trend', measures: null, chosen }),
        height: 460,
        hierarchy: null,
        columns: 7,
      },
    ],
  }
}
