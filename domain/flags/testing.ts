import { FINDINGS, type Incidents } from './incidents.js'
import { seeded } from '../statistics/random.js'

/** One incident as a test writes it; days are counted from any day. */
export interface Given {
  readonly day: number
  readonly region?: number
  readonly industry?: number
  readonly issue?: number
  readonly enterprise?: number
  readonly reporter?: number
  readonly rejected?: number
  readonly verified?: number
  readonly closed?: number
  readonly finding?: keyof typeof FINDINGS
  readonly lead?: number
}

/** Incidents in columns, by day; a reporter that is not named is another one each time. */
export function incidentsOf(given: readonly Given[]): Incidents {
  const rows = [...given].sort((a, b) => a.day - b.day)
  const whole = (of: (row: Given, at: number) => number | undefined): Int32Array =>
    Int32Array.from(rows, (row, at) => of(row, at) ?? 0)
  return {
    day: whole(({ day }) => day),
    region: whole(({ region }) => region ?? 1),
    industry: whole(({ industry }) => industry ?? 1),
    issue: whole(({ issue }) => issue ?? 1),
    enterprise: whole(({ enterprise }) => enterprise),
    reporter: whole(({ reporter }, at) => reporter ?? 100_000 + at),
    rejected: whole(({ rejected }) => rejected),
    verified: whole(({ verified }) => verified),
    closed: whole(({ closed }) => closed),
    finding: Uint8Array.from(rows, ({ finding }) => FINDINGS[finding ?? 'open']),
    lead: Uint8Array.from(rows, ({ lead }) => lead ?? 0),
  }
}

/** A thin ground of reports without any signal: so many a day over some days, in 10 areas and 20 issues of 5 sectors. */
export function ground(from: number, to: number, perDay: number, seed = 1): Given[] {
  const random = seeded(seed)
  const draw = (count: number): number => 1 + Math.floor(count * random())
  return Array.from({ length: Math.round((to - from + 1) * perDay) }, (_, at) => {
    const issue = draw(20)
    return {
      day: from + Math.floor(at / perDay),
      ...{ region: draw(10), issue, industry: 1 + (issue % 5), enterprise: draw(4000) },
    }
  })
}

/** Points of ten areas. */
export const POINTS = [null, ...Array.from({ length: 10 }, (_, at) => ({ x: 107 + at / 10, y: 29 }))]
