import { poissonTails } from '@fengsui/domain/statistics/distributions/discrete'

/** A family of a district: so many series, and its part of the false alarms of the level 关注 in a year. */
export interface Family {
  readonly series: number
  readonly falseAlarmsPerYear: number
}

/**
 * The most that any rule could find with the same budget: a Poisson test that knows what is expected without an error,
 * looks once at exactly the right days, and may be wrong as often as the family of series may in a year.
 *
 * @param expected cases in those days without an outbreak; `more` what the outbreak adds on average, or exactly.
 * @param least fewer are no alarm.
 * @returns probability of an alarm.
 */
export function powerBound(
  { series, falseAlarmsPerYear }: Family,
  days: number,
  expected: number,
  more: { readonly mean: number } | { readonly exactly: number },
  least: number,
): number {
  const p = falseAlarmsPerYear / (series * (365 / days))
  let critical = least
  while (poissonTails(critical - 1, expected).upper > p) critical++
  if ('mean' in more) return poissonTails(critical - 1, expected + more.mean).upper
  const needed = critical - more.exactly
  return needed <= 0 ? 1 : poissonTails(needed - 1, expected).upper
}
