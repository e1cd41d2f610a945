/** Half a character of UTF-16, or NUL: no store of ours takes either as text. */
const UNSTORABLE = /\p{Surrogate}|\0/u

/** Can a text be kept by, and bound into a statement of, any of the stores? */
export const isStorable = (text: string): boolean => !UNSTORABLE.test(text)
