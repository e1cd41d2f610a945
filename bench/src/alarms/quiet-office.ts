import type { Incidents } from '@fengsui/domain/flags/incidents'
import { type Random, seeded } from '@fengsui/domain/statistics/random'

/** An office as large as a district: areas, sectors, issues. */
export const SIZE = { regions: 26, industries: 25, issues: 80 } as const
const DAY = 86_400_000

/** Seasons by month; a sector has one of them. The last comes with the Spring Festival. */
const SEASONS: readonly (readonly number[])[] = [
  [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  [0.6, 0.6, 0.8, 1, 1.4, 1.7, 1.8, 1.6, 1.2, 0.8, 0.6, 0.6],
  [1.5, 1.3, 0.9, 0.8, 0.8, 0.8, 0.9, 0.9, 0.8, 0.9, 1.2, 1.5],
  [0.5, 0.6, 0.5, 0.7, 1, 1.3, 2.4, 2.4, 0.8, 1.7, 0.4, 0.4],
]
/** First days of the Spring Festival as days of the year, by turns; only that they move matters here. */
const FESTIVALS = [31, 49, 38, 28, 46, 35, 24] as const

/** More reports of one issue, in an area or everywhere, for some days: a place of an outbreak. */
export interface Outbreak {
  readonly region: number
  readonly issue: number
  readonly from: number
  readonly days: number
  /** So many cases more in all, or so many times as many. */
  readonly more: { readonly cases: number } | { readonly times: number }
}

/** How an office's cases come: weights that are as skewed as those of real offices, and nothing that changes. */
export class QuietOffice {
  private readonly random: Random
  private readonly regions: number[]
  private readonly issues: number[]
  private readonly sectorOf: number[]

  constructor(
    seed: number,
    readonly casesPerYear: number,
  ) {
    this.random = seeded(seed)
    const skewed = (count: number, by: number): number[] =>
      scaled(Array.from({ length: count }, () => (0.05 + this.random()) ** by))
    this.regions = skewed(SIZE.regions, 2)
    this.issues = skewed(SIZE.issues, 2.5)
    this.sectorOf = this.issues.map(() => Math.floor(SIZE.industries * this.random() ** 1.5))
  }

  /** Where the areas are: on a lattice of a tenth of a degree. */
  get points(): (null | { x: number; y: number })[] {
    return [
      null,
      ...this.regions.map((_, at) => ({ x: 107 + (at % 6) / 10, y: 29 + Math.floor(at / 6) / 10 })),
    ]
  }

  /** Expected cases of an issue (in an area, or in all: 0) in a year. */
  rateOf(region: number, issue: number): number {
    const share = region === 0 ? 1 : (this.regions[region - 1] ?? 0)
    return this.casesPerYear * share * (this.issues[issue - 1] ?? 0)
  }

  /** The issue whose yearly number is nearest to one that is asked for; 1 the next nearest, and so on. */
  issueNear(perYear: number, nth: number): number {
    const far = (at: number): number => Math.abs(Math.log(this.rateOf(0, at + 1) / perYear))
    const nearest = [...this.issues.keys()].sort((a, b) => far(a) - far(b))
    return (nearest[nth] ?? 0) + 1
  }

  drawRegion(): number {
    return this.draw(this.regions) + 1
  }

  drawIssue(): number {
    return this.draw(this.issues) + 1
  }

  /** All cases of some days, with outbreaks planted in them. Days count from 1970-01-01. */
  cases(from: number, to: number, outbreaks: readonly Outbreak[] = []): Incidents {
    const rows: { day: number; region: number; issue: number }[] = []
    const seasons = SIZE.industries
    const kinds = Array.from({ length: seasons }, (_, sector) => sector % (SEASONS.length + 1))
    for (let day = from; day <= to; day++) {
      const week = weekFactor(day)
      for (const [at, share] of this.issues.entries()) {
        const kind = kinds[this.sectorOf[at] ?? 0] ?? 0
        const mean = (this.casesPerYear / 365) * share * week * seasonFactor(kind, day)
        const more = outbreaks.filter(
          (each) => each.issue === at + 1 && day >= each.from && day < each.from + each.days,
        )
        for (let left = this.poisson(mean); left > 0; left--)
          rows.push({ day, region: this.drawRegion(), issue: at + 1 })
        for (const { region, days, more: extra } of more) {
          const rate = region === 0 ? mean : mean * (this.regions[region - 1] ?? 0)
          const added =
            'times' in extra
              ? this.poisson(rate * (extra.times - 1))
              : due(extra.cases, days, day, more[0]?.from ?? day)
          for (let left = added; left > 0; left--)
            rows.push({ day, region: region === 0 ? this.drawRegion() : region, issue: at + 1 })
        }
      }
    }
    return this.columns(rows)
  }

  private columns(rows: readonly { day: number; region: number; issue: number }[]): Incidents {
    const whole = (of: (row: (typeof rows)[number]) => number): Int32Array => Int32Array.from(rows, of)
    const none = (): Int32Array => new Int32Array(rows.length)
    return {
      day: whole(({ day }) => day),
      region: whole(({ region }) => region),
      industry: whole(({ issue }) => (this.sectorOf[issue - 1] ?? 0) + 1),
      issue: whole(({ issue }) => issue),
      // Some enterprises are reported again; half of the reporters can be told apart.
      enterprise: whole(
        ({ region, issue }) =>
          1 + region * 4000 + (this.sectorOf[issue - 1] ?? 0) * 60 + Math.floor(60 * this.random() ** 1.5),
      ),
      reporter: whole(() =>
        this.random() < 0.5 ? 0 : 1 + Math.floor(this.casesPerYear * 3 * this.random() ** 1.4),
      ),
      ...{ rejected: none(), verified: none(), closed: none() },
      finding: new Uint8Array(rows.length),
      lead: new Uint8Array(rows.length),
    }
  }

  private draw(shares: readonly number[]): number {
    let left = this.random()
    for (const [at, share] of shares.entries()) if ((left -= share) < 0) return at
    return shares.length - 1
  }

  /** D. Knuth: multiplies until e^−mean is passed; means are small here. */
  private poisson(mean: number): number {
    const limit = Math.exp(-mean)
    let [product, count] = [this.random(), 0]
    for (; product > limit; count++) product *= this.random()
    return count
  }
}

/** Added cases, spread evenly over the days of an outbreak. */
const due = (cases: number, days: number, day: number, from: number): number => {
  const before = (at: number): number => Math.floor((cases * at) / days + 0.5)
  return before(day - from + 1) - before(day - from)
}

const scaled = (weights: readonly number[]): number[] => {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / all)
}

/** Fewer at weekends and in the holidays of October and spring. */
function weekFactor(day: number): number {
  const date = new Date(day * DAY)
  const holiday = date.getUTCMonth() === 9 && date.getUTCDate() <= 7
  const weekend = date.getUTCDay() === 0 || date.getUTCDay() === 6
  return holiday ? 0.55 : weekend ? 0.7 : 1.13
}

function seasonFactor(kind: number, day: number): number {
  const date = new Date(day * DAY)
  if (kind < SEASONS.length) return SEASONS[kind]?.[date.getUTCMonth()] ?? 1
  const festival = FESTIVALS[date.getUTCFullYear() % FESTIVALS.length] ?? 31
  const dayOfYear = day - Date.UTC(date.getUTCFullYear(), 0, 1) / DAY
  return dayOfYear >= festival - 25 && dayOfYear <= festival + 15 ? 5 : 0.45
}
