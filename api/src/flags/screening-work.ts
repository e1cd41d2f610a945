import type { ClickHouseClient } from '@clickhouse/client'
import { type Screened, screenDay } from '@fengsui/domain/flags/screening'
import type { FlagThresholds } from '@fengsui/domain/flags/thresholds'
import { type Day, addDays, daysSince1970 } from '@fengsui/domain/time/day'
import { compileIncidents } from './compile.js'
import { type Findings, Telling, type TestedFamily } from './findings.js'
import { readIncidents } from './read-incidents.js'
import { sectorsOf } from './sectors.js'

/** A campaign by codes; '' is everywhere. */
export interface CampaignDays {
  readonly from: Day
  readonly to: Day
  readonly region: string
  readonly industry: string
  readonly text: string
}

/** What is to be screened: days, and everything beside the cases that the result depends on. */
export interface ScreeningOrder {
  /** Ascending. */
  readonly days: readonly Day[]
  /** Only what was loaded up to this batch; null: what is loaded now. */
  readonly through: number | null
  readonly thresholds: FlagThresholds
  readonly campaigns: readonly CampaignDays[]
  readonly regions: readonly { readonly code: string; readonly x: number | null; readonly y: number | null }[]
}

export interface ScreenedDay {
  readonly day: Day
  readonly findings: Findings
  readonly tested: readonly TestedFamily[]
}

/** So far back history is looked at: five years of baseline and the year before the first. */
const HISTORY_DAYS = 6 * 366

/**
 * Reads the cases once and screens each day of an order with what was known on it.
 *
 * @param onDay takes each result as it is made; the next day waits for it.
 */
export async function screenDays(
  client: ClickHouseClient,
  order: ScreeningOrder,
  onDay: (screened: ScreenedDay) => void | Promise<void>,
): Promise<void> {
  const [first, last] = [order.days[0], order.days.at(-1)]
  if (first === undefined || last === undefined) return
  const query = compileIncidents(addDays(first, -HISTORY_DAYS), last, order.through)
  const read = await readIncidents(
    client,
    query,
    order.regions.map(({ code }) => code),
  )
  const telling = new Telling(read)
  const screened = screenedWith(order, read)
  for (const day of order.days) {
    const screening = screenDay(read.incidents, daysSince1970(day), screened)
    const sectors = sectorsOf(screening.known, read)
    await onDay({ day, findings: telling.findings(screening, sectors), tested: telling.tested(screening) })
  }
}

function screenedWith(
  { thresholds, campaigns, regions }: ScreeningOrder,
  read: { readonly regions: readonly string[]; readonly industries: readonly string[] },
): Screened {
  const points = read.regions.map((_, at) => {
    const { x, y } = regions[at - 1] ?? { x: null, y: null }
    return x === null || y === null ? null : { x, y }
  })
  // A member of which there is no case yet has no number: no place is it.
  const place = (codes: readonly string[], code: string): number =>
    code === '' ? 0 : codes.includes(code) ? codes.indexOf(code) : -1
  return {
    thresholds,
    points,
    campaigns: campaigns.map(({ from, to, region, industry, text }) => ({
      from: daysSince1970(from),
      to: daysSince1970(to),
      region: place(read.regions, region),
      industry: place(read.industries, industry),
      text,
    })),
  }
}
