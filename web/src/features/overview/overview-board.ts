import { chosenPeriod } from '../../composables/question'
import type { MeasureId } from '../../graphql/generated/graphql'
import { askedOf } from '../boards/asking'
import type { Board, Situation } from '../boards/board'
import { departmentPanel, matrixPanel, memberPanel, there, trendPanel } from '../boards/panels'

const CARD_MEASURES: readonly MeasureId[] = [
  'received',
  'accepted',
  'closed',
  'verifiedShareOfChecked',
  'verifiedShareOfAccepted',
  'onTimeRate',
  'overdue',
  'medianDays',
  'p75Days',
  'p90Days',
]
/** What a filtered number is said to be a share of. */
const WHOLE_MEASURES: readonly MeasureId[] = ['received', 'accepted', 'closed', 'overdue']

/** 总览: what is rising, where, whose is late; the panels two and two beside each other. */
export function overviewBoard(situation: Situation): Board {
  const { catalogue, screen } = situation
  const period = chosenPeriod(screen, catalogue.office.defaultPeriod)
  const may = (measures: readonly MeasureId[]) => measures.filter(catalogue.has)
  return {
    parts: {
      total: askedOf(situation, CARD_MEASURES),
      ...(screen.filters.length > 0 && {
        whole: { period, measures: may(WHOLE_MEASURES), comparisons: [] },
      }),
      ...(catalogue.viewer.unit !== null &&
        catalogue.viewer.may.officeTotals && {
          office: {
            ...askedOf(situation, CARD_MEASURES),
            filters: [],
            comparisons: [],
            reach: 'office' as const,
          },
        }),
    },
    panels: [
      trendPanel(situation, { height: 372, columns: 7 }),
      memberPanel(situation, { hierarchy: 'region' }, { height: 372, columns: 5 }),
      departmentPanel(situation, { height: 366, columns: 7 }),
      memberPanel(situation, { hierarchy: 'industry' }, { height: 366, columns: 5 }),
      matrixPanel(situation, 'matrix', 'industry1', 'region1', { height: 420, columns: 7 }),
      memberPanel(situation, { hierarchy: 'issue' }, { height: 420, columns: 5 }),
      memberPanel(situation, { dimension: 'channel' }, { height: 300, columns: 7 }),
      memberPanel(situation, { dimension: 'source' }, { height: 300, columns: 5 }),
    ].filter(there),
  }
}
