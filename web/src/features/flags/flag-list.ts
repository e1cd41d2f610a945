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

/** How many of each word there would be, were it chosen. */
export const countsOf = (board: FlagBoard, wanted: Wanted): Readonly<Record<FlagWord, number>> =>
  Object.fromEntries(WORDS.map((word) => [word, listed(board, { ...wanted, word }).length])) as Record<
    FlagWord,
    number
  >
