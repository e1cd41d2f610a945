// Libraries that say nothing of their types.

declare module 'subset-font' {
  interface Options {
    readonly targetFormat: 'sfnt' | 'woff' | 'woff2'
    readonly preserveNameIds?: readonly number[]
  }
  /** A font with the signs of a text only. */
  export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>
}

declare module 'svg-to-pdfkit' {
  interface Options {
    readonly width?: number
    readonly height?: number
    readonly preserveAspectRatio?: string
    /** Sizes without a unit are points, not pixels. */
    readonly assumePt?: boolean
    /** The registered font that is taken for a family. */
    readonly fontCallback?: (family: string, bold: boolean, italic: boolean) => string
  }
  /** Draws an SVG into a document at a place. */
  export default function svgToPdf(
    document: PDFKit.PDFDocument,
    svg: string,
    x: number,
    y: number,
    options: Options,
  ): void
}
