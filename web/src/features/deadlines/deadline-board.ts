import type { Figure } from '@fengsui/charts/figure'
import type {
  ActionsInput,
  ActionWindow,
  ClockBoardQuery,
  DimensionId,
  MeasureId,
  MetricsRequest,
} from '../../graphql/generated/graphql'
import { saySomething } from '../boards/asking'
import type { Board, Panel, Situation } from '../boards/board'
import { there } from '../boards/panels'

export type ClockBoard = Extract<ClockBoardQuery['clockBoard'], { __typename: 'ClockBoard' }>
export type BoardClock = ClockBoard['clocks'][number]
type Days = BoardClock['today']

/** What is counted and listed of every limit. */
export const WINDOWS = ['overdue', 'today', 'soon', 'ahead'] as const satisfies readonly ActionWindow[]
const MOST_BARS = 12

/** The limit that the screen is about: the one of its address, else that of closing, else the first. */
export const clockOf = (board: ClockBoard, chosen: string | null): BoardClock | null =>
  board.clocks.find(({ kind }) => kind === chosen) ??
  board.clocks.find(({ kind }) => kind === 'close') ??
  board.clocks[0] ??
  null

/** Which list the screen shows, and how it is asked for. */
export function listOf(
  board: ClockBoard,
  clock: BoardClock,
  { screen }: Pick<Situation, 'screen'>,
): { readonly id: string; readonly which: ActionsInput } {
  const filters = screen.filters.map(({ dimension, codes }) => ({ dimension, in: [...codes] }))
  const list = board.lists.find(({ id }) => id === screen.list)
  if (list) return { id: list.id, which: { list: list.id, filters } }
  if (screen.list === 'escalated') return { id: 'escalated', which: { escalated: true, filters } }
  const window = WINDOWS.find((id) => id === screen.list) ?? 'overdue'
  return { id: window, which: { clock: clock.kind, window, filters } }
}

/** The name of the part of the answer with one number of the board. */
export const partOf = (clock: BoardClock, window: ActionWindow): string => `${clock.kind}_${window}`

/** What is asked for the numbers of some windows, of every limit. */
export const countsAsked = (
  board: ClockBoard,
  situation: Situation,
  windows: readonly ActionWindow[],
): Readonly<Record<string, MetricsRequest>> =>
  Object.fromEntries(
    board.clocks.flatMap((each) =>
      windows.flatMap((window) => {
        const days = each[window]
        return days ? [[partOf(each, window), askedIn(situation, each.measure, days)]] : []
      }),
    ),
  )

/** 时限, of the chosen limit: who is late with it, and what ends in the next days. */
export function deadlineBoard(board: ClockBoard, situation: Situation): Board {
  const clock = clockOf(board, situation.screen.clock)
  const measure = clock?.measure ?? 'received'
  const days = clock?.ahead ?? { from: board.asOf, to: board.asOf }
  return {
    parts: { total: askedIn(situation, measure, days) },
    panels: clock ? panelsOf(situation, clock) : [],
  }
}

function panelsOf(situation: Situation, clock: BoardClock): Panel[] {
  return [
    memberPanel(situation, clock, 'department', 'overdue'),
    memberPanel(situation, clock, 'industry1', 'overdue'),
    memberPanel(situation, clock, 'department', 'ahead'),
    forecastPanel(situation, clock),
  ].filter(there)
}

function memberPanel(
  situation: Situation,
  { label, measure, ...windows }: BoardClock,
  dimension: DimensionId,
  window: 'overdue' | 'ahead',
): Panel | null {
  const { catalogue, t } = situation
  if (!saySomething([dimension], catalogue)) return null
  const name = t(`deadlines.${window}By`, {
    clock: label,
    dimension: catalogue.dimension(dimension)?.label ?? '',
  })
  return {
    id: `${window}_${dimension}`,
    name,
    request: {
      ...askedIn(situation, measure, windows[window], [dimension]),
      orderBy: { measure, direction: 'desc' },
    },
    figure: (): Figure => ({ kind: 'ranked', measure, most: MOST_BARS, onlyWithCases: true }),
    height: 320,
    hierarchy: null,
    columns: 6,
  }
}

function forecastPanel(situation: Situation, { label, measure, ahead }: BoardClock): Panel {
  return {
    id: 'aheadByDay',
    name: situation.t('deadlines.aheadByDay', { clock: label }),
    request: { ...askedIn(situation, measure, ahead), grain: 'day' },
    figure: () => ({ kind: 'columns', measure }),
    height: 320,
    hierarchy: null,
    columns: 6,
  }
}

/** A question about the days on which limits end, under the filters of the screen but those that it is split by. */
const askedIn = (
  { screen }: Situation,
  measure: MeasureId,
  { from, to }: Days,
  dimensions: readonly DimensionId[] = [],
): MetricsRequest => ({
  measures: [measure],
  period: { from, to },
  ...(dimensions.length > 0 && { dimensions: [...dimensions] }),
  filters: screen.filters
    .filter(({ dimension }) => !dimensions.includes(dimension))
    .map(({ dimension, codes }) => ({ dimension, in: [...codes] })),
})
