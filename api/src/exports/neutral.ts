/**
 * A text that a spreadsheet reads as text: what begins like a formula gets an apostrophe in front
 * (OWASP, CSV injection; the full-width signs are read as formulas by East Asian Excel too). A NUL, which ends a text
 * for some readers, is left out. Numbers never come here.
 */
export function neutral(text: string): string {
  const whole = text.replaceAll('\0', '')
  return /^\s*[=+\-@\t\r＝＋－＠]/.test(whole) ? `'${whole}` : whole
}

const LONGEST_SHEET_NAME = 31

/** A sheet's name: signs that Excel forbids or that begin a formula are left out, and each name is there once. */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>()
  return titles.map((title, at) => {
    const clean = title
      .replaceAll(/[\p{Cc}\p{Cf}[\]:*?/\\'：]/gu, ' ')
      .replace(/^[\s=+\-@＝＋－＠]+/u, '')
      .trim()
    const name = (suffix: string): string =>
      [...(clean || String(at + 1))].slice(0, LONGEST_SHEET_NAME - suffix.length).join('') + suffix
    let chosen = name('')
    for (let nth = 2; taken.has(chosen.toLowerCase()); nth += 1) chosen = name(` ${nth}`)
    taken.add(chosen.toLowerCase())
    return chosen
  })
}
