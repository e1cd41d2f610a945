import { askedOf } from '../boards/asking'
import type { Board, Panel, Situation } from '../boards/board'
import { departmentPanel, memberPanel, multiplesPanel, slopePanel, there, trendPanel } from '../boards/panels'
import { overviewBoard } from '../overview/overview-board'

/** Of the canvas that is scaled to the wall, in its own pixels. */
export const CANVAS = { width: 1280, height: 720 } as const
const TALL = 585
const UNDER_CARDS = 470

/** What is shown at one time: at most two panels beside each other, and the cards or sentences above them. */
export interface Slide {
  readonly id: 'overview' | 'industries' | 'issues' | 'departments'
  readonly panels: readonly Panel[]
}

const named = (panel: Panel | null, id: string): Panel | null => panel && { ...panel, id }

/** The slides in their order; one that the office can say nothing with is left out. */
export function slidesOf(situation: Situation): Slide[] {
  const slides: Slide[] = [
    {
      id: 'overview',
      panels: [
        trendPanel(situation, { height: UNDER_CARDS, columns: 7 }),
        memberPanel(situation, { hierarchy: 'region' }, { height: UNDER_CARDS, columns: 5 }),
      ].filter(there),
    },
    {
      id: 'industries',
      panels: [
        memberPanel(situation, { dimension: 'industry1' }, { height: TALL, columns: 5 }),
        named(multiplesPanel(situation, 'industry1', { height: TALL, columns: 7 }), 'industryLines'),
      ].filter(there),
    },
    {
      id: 'issues',
      panels: [
        memberPanel(situation, { dimension: 'issue1' }, { height: TALL, columns: 6 }),
        named(slopePanel(situation, 'issue1', { height: TALL, columns: 6 }), 'issueSlope'),
      ].filter(there),
    },
    {
      id: 'departments',
      panels: [departmentPanel(situation, { height: TALL, columns: 12 })].filter(there),
    },
  ]
  return slides.filter(({ panels }) => panels.length > 0)
}

/** 大屏: all slides are asked at once. Nothing on it opens a case, and nothing is hidden behind a click. */
export const wallBoard = (situation: Situation): Board => ({
  parts: { ...overviewBoard(situation).parts, total: askedOf(situation, CARDS) },
  panels: slidesOf(situation).flatMap(({ panels }) => panels),
})

const CARDS = [
  'received',
  'accepted',
  'closed',
  'verifiedShareOfChecked',
  'onTimeRate',
  'overdue',
  'medianDays',
] as const
