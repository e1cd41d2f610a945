import { type Day, addDays, lengthInDays } from './day.js'

/**
 * The days (mmdd) of the Spring Festival, a decade a line from 1901 to 2100, after the Gregorian-lunar conversion tables
 * of the Hong Kong Observatory. A table, because what programs reckon is wrong where a new moon is near to midnight: the
 * calendar that comes with Node is a day off in 1954, 2027 and 2030.
 */
const FESTIVALS = `
  0219 0208 0129 0216 0204 0125 0213 0202 0122 0210
  0130 0218 0206 0126 0214 0203 0123 0211 0201 0220
  0208 0128 0216 0205 0124 0213 0202 0123 0210 0130
  0217 0206 0126 0214 0204 0124 0211 0131 0219 0208
  0127 0215 0205 0125 0213 0202 0122 0210 0129 0217
  0206 0127 0214 0203 0124 0212 0131 0218 0208 0128
  0215 0205 0125 0213 0202 0121 0209 0130 0217 0206
  0127 0215 0203 0123 0211 0131 0218 0207 0128 0216
  0205 0125 0213 0202 0220 0209 0129 0217 0206 0127
  0215 0204 0123 0210 0131 0219 0207 0128 0216 0205
  0124 0212 0201 0122 0209 0129 0218 0207 0126 0214
  0203 0123 0210 0131 0219 0208 0128 0216 0205 0125
  0212 0201 0122 0210 0129 0217 0206 0126 0213 0203
  0123 0211 0131 0219 0208 0128 0215 0204 0124 0212
  0201 0122 0210 0130 0217 0206 0126 0214 0202 0123
  0211 0201 0219 0208 0128 0215 0204 0124 0212 0202
  0121 0209 0129 0217 0205 0126 0214 0203 0123 0211
  0131 0219 0207 0127 0215 0205 0124 0212 0202 0122
  0209 0129 0217 0206 0126 0214 0203 0124 0210 0130
  0218 0207 0127 0215 0205 0125 0212 0201 0121 0209
`
  .trim()
  .split(/\s+/)

const FIRST_YEAR = 1901

/** The day of the Spring Festival (春节, the first of the first lunar month); null outside 1901–2100. */
export function springFestival(year: number): Day | null {
  const found = FESTIVALS[year - FIRST_YEAR]
  return found === undefined ? null : `${year}-${found.slice(0, 2)}-${found.slice(2)}`
}

const daysFrom = (from: Day, to: Day): number => lengthInDays(from, to) - 1

/**
 * The days from one Spring Festival to the next: from the one before the festival nearest to the middle of the period,
 * to that one. Of two that are equally near, the earlier is taken; of an even number of days, the middle is the last
 * of the first half.
 *
 * @returns null where the table ends.
 */
export function daysBetweenFestivals({ from, to }: { from: Day; to: Day }): number | null {
  const middle = addDays(from, Math.floor((lengthInDays(from, to) - 1) / 2))
  const year = Number(middle.slice(0, 4))
  const [before, same, next] = [springFestival(year - 1), springFestival(year), springFestival(year + 1)]
  if (same === null || next === null) return null
  if (daysFrom(middle, next) < Math.abs(daysFrom(same, middle))) return daysFrom(same, next)
  return before === null ? null : daysFrom(before, same)
}
