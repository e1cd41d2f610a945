import { open, type ZipFile } from 'yauzl'

/**
 * How many bytes a ZIP holds unpacked, by its directory; nothing is unpacked.
 *
 * @throws for a file whose directory cannot be read.
 */
export async function unpackedBytes(path: string): Promise<number> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    open(path, { lazyEntries: true }, (error, file) => (file ? resolve(file) : reject(error ?? new Error())))
  })
  return new Promise((resolve, reject) => {
    let bytes = 0
    zip.on('entry', ({ uncompressedSize }: { readonly uncompressedSize: number }) => {
      bytes += uncompressedSize
      zip.readEntry()
    })
    zip.once('end', () => resolve(bytes))
    zip.once('error', reject)
    zip.readEntry()
  })
}
