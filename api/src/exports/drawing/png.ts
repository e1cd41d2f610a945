import { promisify } from 'node:util'
import { crc32, deflate } from 'node:zlib'
import { FONT } from '@fengsui/charts/palette'
import { renderAsync } from '@resvg/resvg-js'
import { FAMILY } from './fonts.js'
import type { Picture } from './picture.js'

/** As wide as the text of an official document (GB/T 9704: 156 mm), at 300 dots per inch. */
const PAPER_MM = 156
const DPI = 300
const MM_PER_INCH = 25.4
const WIDTH = Math.ceil((PAPER_MM / MM_PER_INCH) * DPI)
const DOTS_PER_METRE = Math.ceil((DPI / MM_PER_INCH) * 1000)

const METRES = 1
const TRUECOLOUR_WITH_ALPHA = 6
const CHANNELS = 4
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Charts are flat: more effort makes them hardly smaller. */
const EFFORT = 3

/** So many are drawn at a time: a second processor, where there is one, is not idle while the first one writes. */
const AT_ONCE = 2

const deflated = promisify(deflate)

/** Two font files on the disk: the renderer takes no others. */
export interface FontFiles {
  readonly regular: string
  readonly bold: string
}

/**
 * Draws pictures in dots. Each file says how many there are to the metre, so that it is 156 mm wide wherever it is put,
 * and who had it made (iTXt). While one is written the next ones are drawn in threads of the library.
 *
 * @param onDrawn told after every picture.
 */
export async function pngsOf(
  pictures: readonly Picture[],
  files: FontFiles,
  mark: string,
  onDrawn: (pictures: number) => Promise<void>,
): Promise<Buffer[]> {
  const made: Buffer[] = []
  const drawings = pictures.slice(0, AT_ONCE).map((picture) => draw(picture, files))
  // One for all: to get so much memory anew costs more than to fill it.
  let rows = Buffer.alloc(0)
  for (let drawing = drawings.shift(); drawing; drawing = drawings.shift()) {
    const { width, height, pixels } = await drawing
    const next = pictures[made.length + AT_ONCE]
    if (next) drawings.push(draw(next, files))
    const length = height * (1 + width * CHANNELS)
    if (rows.length < length) rows = Buffer.alloc(length)
    fillRows(rows, pixels, width * CHANNELS, height)
    made.push(encode(width, height, await deflated(rows.subarray(0, length), { level: EFFORT }), mark))
    await onDrawn(made.length)
  }
  return made
}

const draw = ({ svg }: Picture, { regular, bold }: FontFiles): ReturnType<typeof renderAsync> =>
  renderAsync(svg.replaceAll(FONT, `${FAMILY}, ${FONT}`), {
    font: { fontFiles: [regular, bold], loadSystemFonts: false, defaultFontFamily: FAMILY },
    fitTo: { mode: 'width', value: WIDTH },
  })

function encode(width: number, height: number, data: Buffer, mark: string): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.writeUInt8(8, 8)
  header.writeUInt8(TRUECOLOUR_WITH_ALPHA, 9)
  const density = Buffer.alloc(9)
  density.writeUInt32BE(DOTS_PER_METRE, 0)
  density.writeUInt32BE(DOTS_PER_METRE, 4)
  density.writeUInt8(METRES, 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('pHYs', density),
    chunk('iTXt', Buffer.from(`Description\0\0\0\0\0${mark}`, 'utf8')),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Rows of dots as the library has them, each behind a filter of none: copied whole, since to leave out what is opaque costs more than it saves. */
function fillRows(rows: Buffer, pixels: Buffer, line: number, height: number): void {
  for (let y = 0; y < height; y += 1) {
    const to = y * (line + 1)
    rows[to] = 0
    pixels.copy(rows, to + 1, y * line, (y + 1) * line)
  }
}

/** A chunk of a PNG: length, type, data, checksum of type and data. */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}
