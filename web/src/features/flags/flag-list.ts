import type { FlagBoardQuery, FlagWord } from '../../graphql/generated/graphql'

export type FlagBoard = Extract<FlagBoardQuery['flagBoard'], { __typename: 'FlagBoard' }>
export type Flag = FlagBoard['flags'][number]

/** In the order in which they are offered. */
export const WORDS: readonly FlagWord[] = ['lead', 'emerging', 'tendency', 'concentrated', 'typical']
export const PROGRESS = ['open', 'snoozed', 'over', 'all'] as const
export type Progress = (typeof PROGRESS)[number]

export interface Wanted {
  readonly word: FlagWord | null
  readonly progress: Progress
  /** Code of an area; null: all. */
  readonly region: string | null
}

const OVER: readonly Flag['state'][] = ['closed', 'dismissed']

/** Over, put off, or waiting for somebody. */
export function progressOf(
  { state, snoozedUntil }: Pick<Flag, 'state' | 'snoozedUntil'>,
  asOf: string,
): Progress {
  if (OVER.includes(state)) return 'over'
  return snoozedUntil && snoozedUntil > asOf ? 'snoozed' : 'open'
}

/** The flags that are wanted, in the order of the answer. */
export const listed = ({ flags, asOf }: FlagBoard, { word, progress, region }: Wanted): Flag[] =>
  flags.filter(
    (flag) =>
      (word === null || flag.word === word) &&
      (progress === 'all' || progressOf(flag, asOf) === progress) &&
      (region === null || flag.regions.includes(region)),
  )

/** A flag as it is without abnormal reports (通知第9项); null where it falls away. */
function without(flag: Flag): Flag | null {
  const told = flag.withoutAbnormal
  if (!told) return flag
  if (!told.holds) return null
  const { sentence, observed } = told
  const series = told.series ?? flag.series ?? null
  const [level, levelLabel] = [told.level ?? flag.level, told.levelLabel ?? flag.levelLabel]
  return { ...flag, sentence, observed: observed ?? null, series, level, levelLabel }
}

/** The board as it would be without abnormal reports. */
export const boardWithout = (board: FlagBoard): FlagBoard => ({
  ...board,
  flags: board.flags.map(without).filter((flag) => flag !== null),
})

/** What it changes to leave out abnormal reports, among what is not over and not put off. */
export function effectOf({ flags, asOf }: FlagBoard): { fallen: number; alerts: number; kept: number } {
  const touched = flags.filter((flag) => progressOf(flag, asOf) === 'open' && flag.withoutAbnormal)
  const fallen = touched.filter((flag) => !flag.withoutAbnormal?.holds)
  return {
    fallen: fallen.length,
    alerts: fallen.filter(({ level }) => level === 'alert').length,
    kept: touched.length - fallen.length,
  }
}

/** How many of each word there would be, were it chosen. */
export const countsOf = (board: FlagBoard, wanted: Wanted): Readonly<Record<FlagWord, number>> =>
  Object.fromEntries(WORDS.map((word) => [word, listed(board, { ...wanted, word }).length])) as Record<
    FlagWord,
    number
  >
