/** How wide a sign is, in em: a full-width one is 1, others a little over half. */
const widthOf = (sign: string): number => ((sign.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.56)

/** How wide a text is, in em, about. */
export const emsOf = (text: string): number => [...text].reduce((sum, sign) => sum + widthOf(sign), 0)

/** Signs that do not begin a line (GB/T 15834: 点号不出现在一行之首). They hang over the end of the one before. */
const CLOSING = /^[，。、；：！？）》」』】”’]/u

/** Breaks a text into lines of so many em; Latin words stay whole where they fit into a line. */
export function wrapped(text: string, ems: number): string[] {
  const lines: string[] = []
  let line = ''
  let width = 0
  for (const word of text.match(/[\u0021-\u007e]+|[^]/gu) ?? []) {
    const pieces = emsOf(word) > ems ? [...word] : [word]
    for (const piece of pieces) {
      const step = emsOf(piece)
      if (width + step > ems && line !== '' && !CLOSING.test(piece)) {
        lines.push(line)
        line = ''
        width = 0
      }
      if (line === '' && piece === ' ' && lines.length > 0) continue
      line += piece
      width += step
    }
  }
  return line ? [...lines, line] : lines
}
