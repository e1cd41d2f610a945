const CONTROLS = /[\p{Cc}\p{Cf}]/gu
const LONGEST = 80

/**
 * A file name that every system takes: its parts with `_` between, control signs and direction marks left out, 80 signs
 * kept, and never empty.
 */
export function fileName(parts: readonly string[], ending: string): string {
  const clean = parts
    .filter(Boolean)
    .join('_')
    .replaceAll(CONTROLS, '')
    .replaceAll(/[\\/:*?"<>|%\s]+/g, '_')
    .replaceAll(/^[._]+|[._]+$/g, '')
  return `${[...clean].slice(0, LONGEST).join('') || 'fengsui'}.${ending}`
}

/** How a download is called (RFC 6266): for old browsers in ASCII, for the others as it is. */
export const disposition = (name: string): string =>
  `attachment; filename="fengsui${/\.\w+$/.exec(name)?.[0] ?? ''}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`
