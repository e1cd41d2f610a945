/** What draws on the pages. */
export type Pen = PDFKit.PDFDocument

const MM = 72 / 25.4

/** The text area of an A4 page, in points: as wide as that of an official document (156 mm), its left margin 28 mm. */
export const PAGE = { left: 28 * MM, top: 24 * MM, width: 156 * MM, height: 244 * MM } as const
