/** 渝S(2024)001号, GS(2024)1234号, GS京(2023)0456号: the authority, the year in brackets of any width, the running number. */
const REVIEW_NUMBER =
  /^(?:GS\p{Script=Han}{0,2}|\p{Script=Han}{1,2}S) ?[(（〔[](?:19|20)\d{2}[)）〕\]] ?\d{1,5} ?号$/u

/** Is it written as a map's review number (审图号) is? Whether it was given to this map nobody here can say. */
export const isReviewNumber = (text: string): boolean => REVIEW_NUMBER.test(text)

/** Without spaces and with half-width brackets, so that one number is written in one way: 渝S(2024)001号. */
export const asReviewNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(' ', '')
    .replace('〔', '(')
    .replace('〕', ')')
    .replace('[', '(')
    .replace(']', ')')
