import type { Incidents } from './incidents.js'

/** Fewer come at weekends, more on working days: pairs of a day are so many times as frequent as on equal days. */
const WORKING_DAYS = 1.4

/**
 * Over how many cases one decision to report is spread, of some that came within some days: reports of a day on one
 * enterprise, or on none that is known, may be one event, a petition, or a pile that was typed in. For a compound Poisson
 * process variance ÷ mean is E b² ÷ E b over its lots; what equal days would bring by themselves is taken off.
 * D. Cox, Some Statistical Methods Connected with Series of Events, JRSS B 17 (1955) 129–164.
 *
 * @param days length of the stretch that the rows lie in.
 * @returns at least 1; 1 of none.
 */
export function lotsOf({ day, enterprise }: Incidents, rows: Int32Array, days: number): number {
  const lots = new Map<number, number>()
  let unknown = 0
  for (const row of rows) {
    const unit = enterprise[row] ?? 0
    if (unit === 0) unknown++
    const key = (day[row] ?? 0) * ENTERPRISES + unit
    lots.set(key, (lots.get(key) ?? 0) + 1)
  }
  let squares = 0
  for (const size of lots.values()) squares += size * size
  return rows.length === 0 ? 1 : Math.max(1, squares / rows.length - (WORKING_DAYS * unknown) / days)
}

const ENTERPRISES = 2 ** 32
