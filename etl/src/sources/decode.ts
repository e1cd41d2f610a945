import { encodingByMark } from './sniff.js'
import { LoadRefused } from './load-refused.js'

type Decoder = InstanceType<typeof TextDecoder>

const ENCODINGS: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  'utf-16': 'utf-16le',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
}

/**
 * Turns bytes into text, strictly: a byte that the encoding does not know refuses the file and names the line.
 * A byte order mark is believed more than `encoding`.
 *
 * @param encoding as the source's description says: utf-8, gb18030 (gbk), utf-16.
 * @param name the file's name, for the sentence.
 * @throws LoadRefused
 */
export async function* decodeText(
  bytes: AsyncIterable<Buffer>,
  encoding: string,
  name: string,
): AsyncGenerator<string> {
  const declared = ENCODINGS[encoding.toLowerCase()]
  if (declared === undefined) {
    throw new LoadRefused(`来源配置中的 encoding「${encoding}」不支持，请改为 utf-8、gb18030 或 utf-16。`)
  }
  let used = declared
  let decoder: Decoder | null = null
  let lines = 1
  for await (const chunk of bytes) {
    if (decoder === null) {
      used = encodingByMark(chunk) ?? declared
      decoder = strict(used)
    }
    const text = decodeOr(decoder, chunk, () => refuse(name, used, lines + goodLines(chunk, used)))
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1
    yield text
  }
  if (decoder) yield decodeOr(decoder, null, () => refuse(name, used, lines))
}

const strict = (encoding: string): Decoder => new TextDecoder(encoding, { fatal: true })

function decodeOr(decoder: Decoder, chunk: Buffer | null, refusal: () => LoadRefused): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
  } catch {
    throw refusal()
  }
}

/** How many whole lines of a chunk can be read before the one that cannot. */
function goodLines(chunk: Buffer, encoding: string): number {
  if (encoding.startsWith('utf-16')) return 0
  let lines = 0
  for (let start = 0; start < chunk.length;) {
    const end = chunk.indexOf(0x0a, start)
    if (end === -1) return lines
    try {
      strict(encoding).decode(chunk.subarray(start, end))
    } catch {
      // The rest of a character that began in the chunk before looks bad too, on the first line only.
      if (lines > 0 || start > 0) return lines
      if (isBadBeyondStart(chunk.subarray(start, end), encoding)) return lines
    }
    lines += 1
    start = end + 1
  }
  return lines
}

function isBadBeyondStart(line: Buffer, encoding: string): boolean {
  for (let skip = 0; skip <= 3; skip++) {
    try {
      strict(encoding).decode(line.subarray(skip))
      return false
    } catch {
      continue
    }
  }
  return true
}

function refuse(name: string, encoding: string, line: number): LoadRefused {
  const advice =
    encoding === 'utf-8'
      ? '它可能是 GBK/GB18030 编码：请在该来源的配置中写 encoding: gb18030，或把文件另存为 UTF-8'
      : '请核对该来源配置中的 encoding，或把文件另存为 UTF-8（带 BOM）'
  return new LoadRefused(`文件「${name}」第 ${line} 行不是有效的 ${encoding.toUpperCase()} 文本，${advice}。`)
}
