import { isRejection } from '../query/rejection.js'
import type { Locale } from '../office/member-lists.js'

/** An answer as GraphQL gives it: a refusal's sentence in the caller's language. */
export function spoken(answer: object, locale: Locale): object {
  return isRejection(answer) ? { ...answer, message: answer.message[locale] } : answer
}
