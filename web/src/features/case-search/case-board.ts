import { askedOf } from '../boards/asking'
import type { Board, Situation } from '../boards/board'

/** 明细: the cases of the screen's period and filters are those behind one number, the reports received. */
export const caseBoard = (situation: Situation): Board => ({
  parts: { total: { ...askedOf(situation, ['received', 'accepted', 'closed']), comparisons: [] } },
  panels: [],
})
