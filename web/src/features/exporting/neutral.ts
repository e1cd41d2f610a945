/**
 * A text that a spreadsheet reads as text: what begins like a formula gets an apostrophe in front
 * (OWASP, CSV injection; the full-width signs are read as formulas by East Asian Excel too).
 */
export const neutral = (text: string): string => (/^[\s]*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text)

const CONTROLS = /[\p{Cc}\p{Cf}]/gu

/** A file name that every system takes; control signs and direction marks are left out, 80 signs are kept. */
export function fileName(title: string, period: string, ending: string): string {
  const clean = `${title}_${period}`
    .replaceAll(CONTROLS, '')
    .replaceAll(/[\\/:*?"<>|%\s]+/g, '_')
    .replaceAll(/^[._]+|[._]+$/g, '')
  return `${[...clean].slice(0, 80).join('') || 'fengsui'}.${ending}`
}
