/** What a check found, as far as rules ask. */
export const FINDINGS = { open: 0, unfounded: 1, partly: 2, proven: 3 } as const

/** Marks of single reports that are a lead by themselves; bits of `lead`. */
export const LEAD_BITS = { concealment: 1, fatal: 2, majorHazard: 4, fromAbove: 8 } as const

/** Columns of whole numbers; all of one length. */
type Whole = Int32Array | Uint16Array | Uint8Array

/**
 * Distinct incidents (duplicates of another source are merged before) in columns, by day of receipt. Days are counted
 * from 1970-01-01, 0 where there is none. Region, industry, issue and enterprise are positions in lists of the caller's
 * from 1 on; 0 is not known. A reporter is a number without any meaning outside this table; 0 left none.
 */
export interface Incidents {
  readonly day: Int32Array
  readonly region: Whole
  readonly industry: Whole
  readonly issue: Whole
  readonly enterprise: Whole
  readonly reporter: Whole
  /** 不予受理 was decided. */
  readonly rejected: Int32Array
  readonly verified: Int32Array
  readonly closed: Int32Array
  /** Of FINDINGS, valid from `verified` on. */
  readonly finding: Uint8Array
  /** LEAD_BITS. */
  readonly lead: Uint8Array
}

/** What was known on a day, as rows of the incidents by day of receipt. */
export interface Known {
  readonly incidents: Incidents
  /** The day, counted as the incidents count. */
  readonly asOf: number
  /** First day of the data. */
  readonly firstDay: number
  /** Rows that count. */
  readonly rows: Int32Array
  /** Rows left out: refused by that day, and repeated by one reporter. */
  readonly refused: number
  readonly repeated: number
}

/**
 * The basis of every rule: received by the day, not refused by then, and of one reporter about one enterprise and issue
 * once in a stretch of days (notice item 9: 规避“恶意举报”“职业举报”). What became known later is not looked at: a
 * finding counts from the day of its check on, a refusal from its day on.
 *
 * @param onceInDays a further report within so many days of the one before is a repetition; null: all count.
 */
export function knownOn(incidents: Incidents, asOf: number, onceInDays: number | null): Known {
  const { day, rejected } = incidents
  const rows = new Int32Array(upTo(day, asOf))
  const latest = new Map<string, number>()
  let [count, refused, repeated] = [0, 0, 0]
  for (let row = 0; row < rows.length; row++) {
    const refusedOn = rejected[row] ?? 0
    if (refusedOn > 0 && refusedOn <= asOf) refused++
    else if (onceInDays !== null && isRepeated(incidents, row, latest, onceInDays)) repeated++
    else rows[count++] = row
  }
  return { incidents, asOf, firstDay: day[0] ?? asOf, rows: rows.subarray(0, count), refused, repeated }
}

function isRepeated(
  { day, reporter, enterprise, issue }: Incidents,
  row: number,
  latest: Map<string, number>,
  onceInDays: number,
): boolean {
  if (!reporter[row] || !enterprise[row]) return false
  const key = `${reporter[row]} ${enterprise[row]} ${issue[row]}`
  const before = latest.get(key)
  latest.set(key, day[row] ?? NaN)
  return before !== undefined && (day[row] ?? NaN) - before < onceInDays
}

/** How many rows lie on or before a day; days ascend. */
export function upTo(days: Int32Array, last: number): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? NaN) <= last) low = middle + 1
    else high = middle
  }
  return low
}

/** The rows that count and were received from one day to another, both counted. */
export function rowsBetween({ incidents: { day }, rows }: Known, from: number, to: number): Int32Array {
  const at = (last: number): number => {
    let [low, high] = [0, rows.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((day[rows[middle] ?? NaN] ?? NaN) <= last) low = middle + 1
      else high = middle
    }
    return low
  }
  return rows.subarray(at(from - 1), at(to))
}
