import { askedOf, levelShown } from '../boards/asking'
import type { Board, Situation } from '../boards/board'
import {
  calendarPanel,
  matrixPanel,
  memberPanel,
  multiplesPanel,
  slopePanel,
  stagesPanel,
  there,
} from '../boards/panels'

/** 事项: what is reported, how it changes, in which sectors and where, and what becomes of it. */
export function issueBoard(situation: Situation): Board {
  const level = levelShown(situation.screen, situation.catalogue, 'issue')
  return {
    parts: { total: askedOf(situation, ['received']) },
    panels: [
      memberPanel(situation, { hierarchy: 'issue' }, { height: 420, columns: 7 }),
      slopePanel(situation, level, { height: 420, columns: 5 }),
      multiplesPanel(situation, level, { height: 320, columns: 12 }),
      matrixPanel(situation, 'issueIndustry', 'issue1', 'industry1', { height: 440, columns: 6 }),
      matrixPanel(situation, 'issueRegion', 'issue1', 'region1', { height: 440, columns: 6 }),
      stagesPanel(situation, { height: 230, columns: 5 }),
      calendarPanel(situation, { height: 230, columns: 7 }),
    ].filter(there),
  }
}
