import { Temporal } from 'temporal-polyfill'

/** How long closing may take: calendar days from acceptance, and the longest extension. */
export interface ClosingRule {
  readonly days: number
  readonly extensionDays: number
  /** ISO day; cases accepted earlier have no known limit. */
  readonly from: string
}

interface ClosingDates {
  readonly acceptedOn: string
  /** The day on which an extension was approved. */
  readonly extendedOn: string | null
  /** Days asked for; 0 with an approval means the longest. */
  readonly extensionDays: number
}

/** `late`: approved after the first limit had run out, so it does not count. `capped`: longer than the rule allows. */
export type Extension = 'none' | 'granted' | 'capped' | 'late'

/**
 * The last day on which closing is in time, ISO. The day of acceptance is not counted and every calendar day is
 * (通知第7项：自受理之日起60日内办结，有条件延期30日; 民法典第201条); a last day on a holiday does not move, as the notice does
 * not say so (民法典第203条 is left to the office). An extension counts if it was approved on or before the first last day.
 *
 * @returns null before the day from which the rule holds.
 */
export function closingDueOn(
  dates: ClosingDates,
  rule: ClosingRule,
): { dueOn: string; extension: Extension } | null {
  if (dates.acceptedOn < rule.from) return null
  const first = Temporal.PlainDate.from(dates.acceptedOn).add({ days: rule.days })
  const firstDue = first.toString()
  if (dates.extendedOn === null) return { dueOn: firstDue, extension: 'none' }
  if (dates.extendedOn > firstDue) return { dueOn: firstDue, extension: 'late' }
  const asked = dates.extensionDays > 0 ? dates.extensionDays : rule.extensionDays
  const days = Math.min(asked, rule.extensionDays)
  return { dueOn: first.add({ days }).toString(), extension: asked > days ? 'capped' : 'granted' }
}
