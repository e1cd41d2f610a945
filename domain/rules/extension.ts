import type { Day } from '../time/day.js'
import type { ClosingDue, Extension } from './closing-deadline.js'

/**
 * How an extension stands. `asked`: no answer yet, and the limit runs. `unanswered`: no answer before the limit ran out.
 * The others as in `Extension`.
 */
export type ExtensionState = Extension | 'asked' | 'unanswered'

/**
 * How the one extension of a case stands on a day (通知第7项：有条件延期30日; only what was approved within the first limit
 * counts). A case that was closed needs no answer any more.
 */
export function extensionState(
  { askedOn, closedOn }: { readonly askedOn: Day | null; readonly closedOn: Day | null },
  { extension, firstDueOn }: Pick<ClosingDue, 'extension' | 'firstDueOn'>,
  asOf: Day,
): ExtensionState {
  if (extension !== 'none' || askedOn === null) return extension
  return firstDueOn !== null && firstDueOn < (closedOn ?? asOf) ? 'unanswered' : 'asked'
}
