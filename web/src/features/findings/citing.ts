import type { Inspected } from '../provenance/inspection'

/** A piece of a sentence: words, or a number that can be asked where it comes from. */
export interface Piece {
  readonly text: string
  readonly number: Inspected | null
}

interface Citing {
  /** Stands for a number within a sentence until the sentence is taken to pieces. */
  cite: (text: string, number: Inspected) => string
  /** The pieces of a sentence in which numbers were cited, in their order. */
  piecesOf: (sentence: string) => Piece[]
}

// Characters for private use: no text of the product, of an office or of a report's list has them.
const [OPEN, CLOSE] = ['\uE000', '\uE001']
const CITED = new RegExp(`${OPEN}(\\d+)${CLOSE}`)

/** Lets sentences be made by the texts of the product and yet know their numbers. */
export function citing(): Citing {
  const cited: Piece[] = []
  return {
    cite: (text, number) => `${OPEN}${cited.push({ text, number }) - 1}${CLOSE}`,
    // Split by a pattern with one group, every second part is what the group held.
    piecesOf: (sentence) =>
      sentence
        .split(CITED)
        .map((part, at) => (at % 2 === 0 ? { text: part, number: null } : cited[Number(part)]))
        .filter((piece): piece is Piece => piece !== undefined && piece.text !== ''),
  }
}

/** What the pieces say, as one text. */
export const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('')
