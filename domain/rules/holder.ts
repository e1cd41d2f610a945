import type { Day } from '../time/day.js'

/** A case was given to a unit on a day; '' = it came back to the office. In the order in which it happened. */
export interface Transfer {
  readonly day: Day
  readonly unit: string
}

/**
 * The unit that held a case at the end of a day: a limit runs out with its last day, and whoever has the case then answers
 * for it; the time before belongs to those who had it before (通知第14项 punishes the 查办单位).
 *
 * @returns '' while the office itself has it: before it was given to anybody, or after it came back.
 */
export function holderOn(chain: readonly Transfer[], day: Day): string {
  let holder = ''
  for (const transfer of chain) if (transfer.day <= day) holder = transfer.unit
  return holder
}

/**
 * The same where a source may tell no chain: then whoever has the case now has had it since it was assigned.
 *
 * @param department the unit that has it now, '' = not known.
 */
export function holderAt(
  of: { readonly chain: readonly Transfer[]; readonly assignedOn: Day | null; readonly department: string },
  day: Day,
): string {
  if (of.chain.length > 0) return holderOn(of.chain, day)
  return of.assignedOn === null || of.assignedOn <= day ? of.department : ''
}

/** How often the units gave the case back. */
export const timesReturned = (chain: readonly Transfer[]): number =>
  chain.filter(({ unit }) => unit === '').length

/** The units that have had the case, each once, in the order in which they had it first. */
export const unitsOf = (chain: readonly Transfer[]): readonly string[] => [
  ...new Set(chain.flatMap(({ unit }) => unit || [])),
]
