import type { MeasureId } from '../../graphql/generated/graphql'
import { askedOf, levelShown } from '../boards/asking'
import type { Board, Situation } from '../boards/board'
import { matrixPanel, memberPanel, multiplesPanel, slopePanel, there } from '../boards/panels'

/** What a regulator asks of a sector. */
export const SECTOR_MEASURES: readonly MeasureId[] = [
  'received',
  'verifiedShareOfChecked',
  'onTimeRate',
  'overdue',
  'repeatRate',
]

/** 行业: which sectors are concentrated, where and about what, who supervises them, which enterprises come again. */
export function industryBoard(situation: Situation): Board {
  const level = levelShown(situation.screen, situation.catalogue, 'industry')
  return {
    parts: {
      total: askedOf(situation, ['received']),
      sectors: {
        ...askedOf(situation, SECTOR_MEASURES, [level]),
        orderBy: { measure: 'received', direction: 'desc' },
      },
    },
    panels: [
      memberPanel(situation, { hierarchy: 'industry' }, { height: 420, columns: 7 }),
      slopePanel(situation, level, { height: 420, columns: 5 }),
      multiplesPanel(situation, level, { height: 320, columns: 12 }),
      matrixPanel(situation, 'industryRegion', 'industry1', 'region1', { height: 440, columns: 6 }),
      matrixPanel(situation, 'industryIssue', 'industry1', 'issue1', { height: 440, columns: 6 }),
    ].filter(there),
  }
}
