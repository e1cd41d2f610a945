import { withAlso, withPicked, type Question } from './question'
import type { DimensionId } from '../graphql/generated/graphql'

/** Whether Shift, Ctrl or ⌘ was down when something was last clicked or pressed. */
let together = false

function look(event: MouseEvent | KeyboardEvent): void {
  together = event.shiftKey || event.ctrlKey || event.metaKey
}

// Before whatever is clicked hears of it, wherever that is: in a picture, a table, a list.
for (const kind of ['pointerdown', 'click', 'keydown'] as const) document.addEventListener(kind, look, true)

/**
 * What a click on a member makes of a question: the member is its dimension's filter, or with Shift, Ctrl or ⌘ it is
 * put to the members that are, and taken out again.
 */
export const pickedIn = <T extends Question>(question: T, dimension: DimensionId, code: string): T =>
  together ? withAlso(question, dimension, code) : withPicked(question, dimension, code)

/** Is it to be put to what is picked? */
export const isTogether = (): boolean => together
