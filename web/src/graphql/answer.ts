import { withoutRepeats } from '@fengsui/charts/compared'
import type { AnswerFragment, RowFragment } from './generated/graphql'

/** What `metrics` answers with: a table, or the reason why there is none. */
export type Answer = AnswerFragment
export type Table = Extract<AnswerFragment, { __typename: 'MetricsTable' }>
export type Rejection = Extract<AnswerFragment, { __typename: 'Rejection' }>
export type Row = RowFragment
export type Value = Row['values'][number]
export type Change = Value['changes'][number]

/** The table of an answer, null while there is none or where it was rejected. */
export const tableOf = (answer: Answer | null | undefined): Table | null =>
  answer?.__typename === 'MetricsTable' ? withoutRepeats(answer) : null

export const rejectionOf = (answer: Answer | null | undefined): Rejection | null =>
  answer?.__typename === 'Rejection' ? answer : null
