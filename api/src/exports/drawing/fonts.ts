import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import subsetFont from 'subset-font'

/** The family that the fonts call themselves. */
export const FAMILY = 'Noto Sans S Chinese'

/** The open font of the product (Noto Sans, SIL Open Font License 1.1), cut down to some signs. */
export interface Fonts {
  readonly regular: Buffer
  readonly bold: Buffer
}

/** Typographic family and subfamily: by them both weights are one family. */
const FAMILY_NAMES = [16, 17]
/** Signs that writers put in by themselves. */
const ALWAYS = '0123456789 .,-–—…·/%+'

/** Folder of the fonts and their licence, as they travel with the product. */
const folder = path.resolve(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc'), '../../fonts')

/**
 * The fonts with the signs of some texts only: whole they are 17 MB, and take a second to be read for every picture.
 *
 * @throws Error when the font files are not there.
 */
export async function fontsFor(texts: Iterable<string>): Promise<Fonts> {
  const signs = new Set(ALWAYS)
  for (const text of texts) for (const sign of text) signs.add(sign)
  const wanted = [...signs].join('')
  const cut = async (file: string): Promise<Buffer> =>
    subsetFont(await readFile(path.join(folder, file)), wanted, {
      targetFormat: 'sfnt',
      preserveNameIds: FAMILY_NAMES,
    })
  const [regular, bold] = await Promise.all([cut('NotoSansHans-Regular.otf'), cut('NotoSansHans-Bold.otf')])
  return { regular, bold }
}
