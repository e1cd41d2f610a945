import { open } from 'node:fs/promises'

/** What a file is by its first bytes; its name is not asked. */
type FileKind = 'text' | 'gzip' | 'xlsx' | 'zip' | 'encrypted' | 'html' | 'binary' | 'empty'

const HEAD_BYTES = 4096

/** Reads the first bytes of a file and says what it is. */
export async function sniffFile(path: string): Promise<{ readonly kind: FileKind; readonly head: Buffer }> {
  const file = await open(path, 'r')
  try {
    const buffer = Buffer.alloc(HEAD_BYTES)
    const { bytesRead } = await file.read(buffer, 0, HEAD_BYTES, 0)
    const head = buffer.subarray(0, bytesRead)
    return { kind: kindOf(head), head }
  } finally {
    await file.close()
  }
}

/** What the first bytes say. A ZIP is taken for XLSX when its first names are those of an Office package. */
export function kindOf(head: Buffer): FileKind {
  if (head.length === 0) return 'empty'
  const magic = head.toString('latin1', 0, 8)
  if (magic.startsWith('\x1f\x8b')) return 'gzip'
  // OLE2: a password-protected workbook is one, and so is the old .xls; neither can be read.
  if (magic === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') return 'encrypted'
  if (magic.startsWith('PK\x03\x04')) {
    return /\[Content_Types\]|_rels\/|xl\/|docProps\//.test(head.toString('latin1')) ? 'xlsx' : 'zip'
  }
  return textKind(head)
}

/** What text-like bytes are: HTML, something binary, or text. */
export function textKind(head: Buffer): FileKind {
  if (encodingByMark(head)?.startsWith('utf-16')) return 'text'
  if (head.includes(0)) return 'binary'
  const start = head
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .slice(0, 200)
  return /^<(?:!doctype|html|head|body|table|\?xml|script)/i.test(start) ? 'html' : 'text'
}

/** The encoding that a byte order mark names, or null. */
export function encodingByMark(head: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return null
}
