import { shallowRef, type ShallowRef } from 'vue'

/** A short word about what was just done. */
interface Message {
  readonly id: number
  readonly text: string
  readonly bad: boolean
}

/** So long it can be read, in ms; what went wrong longer. */
const READ_MS = { good: 3000, bad: 6000 } as const

const told = shallowRef<readonly Message[]>([])
let last = 0

function tell(text: string, bad: boolean): void {
  const id = ++last
  told.value = [...told.value, { id, text, bad }]
  setTimeout(
    () => (told.value = told.value.filter((message) => message.id !== id)),
    READ_MS[bad ? 'bad' : 'good'],
  )
}

/** What is told just now, for the one place where it is shown. */
export const messages: Readonly<ShallowRef<readonly Message[]>> = told

/** Tells above the page that something was done, or why it was not. */
export const message = {
  success: (text: string): void => tell(text, false),
  error: (text: string): void => tell(text, true),
}
