import library from 'pptxgenjs'

// Its types describe a CommonJS module; what Node loads is an ES module, whose default is the class itself.
const Library = library as unknown as typeof library.default

export type Deck = library.default
export type Slide = ReturnType<Deck['addSlide']>
export type TableRow = Parameters<Slide['addTable']>[0][number]
export type TableCell = TableRow[number]

export const newDeck = (): Deck => new Library()

/** A wide slide in inches; office programs take another face where they have not this one. */
export const SLIDE = { left: 0.5, width: 12.33, font: 'Microsoft YaHei' } as const

/** Where a picture stands on a slide, in inches. */
export interface Frame {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** A colour as the slides write it. */
export const hex = (colour: string): string => colour.slice(1).toUpperCase()
