import { poissonInterval } from '../statistics/poisson.js'
import { isFounded, isVerified } from './abnormal.js'
import { levelOf } from './budget.js'
import { EVERYWHERE, type Place, cellAt, isWithin, placeOf } from './cells.js'
import { campaignsOf } from './campaigns.js'
import type { FoundCluster } from './clusters.js'
import { type Combination, wasConcentrated } from './disproportion.js'
import { type Backing, backingOf, isOneEnterprise, mainIndustryOf, placesOf, sectorsOf } from './evidence.js'
import { type Known, rowsBetween } from './incidents.js'
import type { Lead } from './leads.js'
import { afterWindows } from './predictive.js'
import { ratioOf } from './ratio.js'
import type { Rise } from './rise-screen.js'
import type { Screened } from './screening.js'
import { seriesOfRise, seriesOfTest } from './series.js'
import { type Caution, type Signal, aboutOf } from './signal.js'
import type { Tested } from './tested.js'
import type { IssueProfile } from './typical.js'

const YEAR = 365

/** What a signal is before its backing, cautions and stories are looked up. */
type Looked =
  | 'backing'
  | 'verified'
  | 'founded'
  | 'mainIndustry'
  | 'sectors'
  | 'cautions'
  | 'campaigns'
  | 'withoutAbnormal'
  | 'also'
type Bare = Omit<Signal, Looked>

/** Makes signals of what the rules found, with all that has to be said beside them. */
export class Signals {
  /** The tests behind signals of series, for asking them anew. */
  private readonly tests = new Map<string, Tested>()
  /** Where anything ever was; looked up when a signal asks first. */
  private places: Place[] | null = null

  constructor(
    private readonly known: Known,
    private readonly screened: Screened,
    private readonly abnormal: ReadonlySet<number>,
    /** What a screening without the abnormal reports found, by what it is about. */
    private readonly without: ReadonlyMap<string, Signal>,
    private readonly screens: number,
  ) {}

  /** 苗头性 (few before) or an increase of what is known; [] where chance explains it. */
  ofSeries(test: Tested): Signal[] {
    const { emerging, budget } = this.screened.thresholds
    const isRare = test.regime === 'weeks' ? test.p <= LONG_P && test.q <= LONG_Q : test.p <= emerging.p
    const level = levelOf(test.perYear, this.screens, budget)
    if (!isRare || level === 'note') return []
    const place = placeOf(test.family, test.cell)
    const rows = this.rowsOf(place, test.from, test.to)
    const backing = backingOf(this.known.incidents, rows)
    if (backing.reporters < emerging.leastReporters) return []
    const isSprout = test.regime !== 'weeks' && test.before < emerging.sproutBelow
    this.tests.set(keyOf(test.family, place), test)
    const bare: Bare = {
      word: isSprout ? 'emerging' : 'tendency',
      rule: isSprout ? 'sprout' : 'increase',
      ...{ lead: null, level, family: test.family, place, enterprise: 0, regions: [], regime: test.regime },
      ...{ from: test.from, to: test.to, observed: test.observed, expected: test.expected },
      ratio: ratioOf(test),
      ...{ p: test.p, q: test.q, perYear: test.perYear, rows },
      series: seriesOfTest(this.known, test),
    }
    const cautions: Caution[] = [
      ...(test.regime === 'shortHistory' ? (['shortHistory'] as const) : []),
      ...(test.season > SEASON_WORTH_SAYING ? (['season'] as const) : []),
    ]
    return [
      this.complete(
        backing.topShare > 0 && isOneEnterprise(backing) ? asEnterprise(bare, backing) : bare,
        cautions,
      ),
    ]
  }

  /** 倾向性 by a steady rise; never an alarm of a day, but more than a fact where chance does not explain it. */
  ofRise(rise: Rise): Signal[] {
    const rarity = levelOf(rise.perYear, this.screens, this.screened.thresholds.budget)
    if (!rise.holds || rarity === 'note') return []
    const level = rise.latest >= LEAST_RECENT ? rarity : 'watch'
    const place = placeOf(rise.family, rise.cell)
    const { recent } = rise
    return [
      this.complete(
        {
          ...{ word: 'tendency', rule: 'rise', lead: null, level, family: rise.family, place },
          ...{ enterprise: 0, regions: [], regime: null, from: rise.from, to: rise.to },
          observed: rise.latest,
          expected: recent === null ? null : rise.earlier,
          ratio: recent && { ratio: recent.ratio, lower: recent.lower, upper: recent.upper },
          ...{ p: rise.p, q: rise.q, perYear: rise.perYear },
          rows: this.rowsOf(place, rise.to - 92, rise.to),
          series: seriesOfRise(rise),
        },
        [],
      ),
    ]
  }

  /** A cluster in space and time: 苗头性. */
  ofCluster({ industry, cluster, regions, from, to, rows, perYear }: FoundCluster): Signal[] {
    const level = levelOf(perYear, this.screens, this.screened.thresholds.budget)
    const { observed, expected, p } = cluster
    const backing = backingOf(this.known.incidents, rows)
    if (level === 'note' || backing.reporters < this.screened.thresholds.emerging.leastReporters) return []
    const { lower, upper } = poissonInterval(observed)
    const bare: Bare = {
      ...{ word: 'emerging', rule: 'cluster', lead: null, level, family: 'cluster', regions, regime: null },
      place: { ...EVERYWHERE, region: regions.length === 1 ? (regions[0] ?? 0) : 0, industry },
      ...{ enterprise: 0, from, to, observed, expected, rows, p, q: null, perYear, series: null },
      ratio: { ratio: observed / expected, lower: lower / expected, upper: upper / expected },
    }
    return [this.complete(isOneEnterprise(backing) ? asEnterprise(bare, backing) : bare, [])]
  }

  /** 集中: an issue that is reported in an area out of proportion. What was so the year before is long known. */
  ofCombination(pair: Combination): Signal {
    const place = placeOf(pair.family, pair.cell)
    const { asOf, firstDay } = this.known
    const from = asOf - YEAR + 1
    const isOld =
      firstDay <= from - YEAR &&
      wasConcentrated(this.known, place, { from: from - YEAR, to: from - 1 }, this.screened.thresholds)
    return this.complete(
      {
        ...{ word: 'concentrated', rule: 'disproportion', lead: null, level: isOld ? 'note' : 'watch' },
        ...{ family: pair.family, place, enterprise: 0, regions: [], regime: null, from, to: asOf },
        ...{
          observed: pair.observed,
          expected: pair.expected,
          p: pair.p,
          q: pair.q,
          perYear: null,
          series: null,
        },
        ratio: { ratio: pair.quotient, lower: pair.lower, upper: pair.upper },
        rows: this.rowsOf(place, from, asOf),
      },
      isOld ? ['longStanding'] : [],
    )
  }

  /** 典型性: a stock of proven cases in many places, no alarm. */
  ofProfile({ issue, cases, rows }: IssueProfile): Signal {
    const { asOf } = this.known
    return this.complete(
      {
        ...{ word: 'typical', rule: 'manyPlaces', lead: null, level: 'watch', family: 'issue' },
        ...{ place: { ...EVERYWHERE, issue }, enterprise: 0, regions: [], regime: null },
        ...{ from: asOf - YEAR + 1, to: asOf, observed: cases, expected: null, ratio: null },
        ...{ p: null, q: null, perYear: null, rows, series: null },
      },
      [],
    )
  }

  /** 重要线索 that are flags by themselves: a death, a concealed accident, a relapse, an enterprise. */
  ofLead({ rule, enterprise, rows, p, day }: Lead): Signal[] {
    if (rule === 'majorHazard' || rule === 'fromAbove') return []
    const { incidents } = this.known
    const last = rows.at(-1) ?? NaN
    const place: Place = {
      region: incidents.region[last] ?? 0,
      industry: incidents.industry[last] ?? 0,
      issue: rule === 'enterprise' ? 0 : (incidents.issue[last] ?? 0),
    }
    const isAlert = rule === 'fatal' || rule === 'concealment' || rule === 'concealedDeath'
    return [
      this.complete(
        {
          ...{
            word: 'lead',
            rule: 'lead',
            lead: rule,
            level: isAlert ? 'alert' : 'watch',
            family: 'enterprise',
          },
          ...{
            place,
            enterprise,
            regions: [],
            regime: null,
            from: incidents.day[rows[0] ?? NaN] ?? day,
            to: day,
          },
          ...{
            observed: rows.length,
            expected: null,
            ratio: null,
            p,
            q: null,
            perYear: null,
            rows,
            series: null,
          },
        },
        [],
      ),
    ]
  }

  /** Would a signal be one with so many of its incidents only? */
  holdsWith(signal: Signal, observed: number): boolean {
    const { emerging, budget } = this.screened.thresholds
    const test = this.tests.get(keyOf(signal.family, signal.place))
    if (signal.rule === 'rise' || signal.rule === 'cluster' || !test) return observed > signal.rows.length / 2
    if (observed < emerging.leastCases) return false
    const { before, windows, season, seasonCases, dispersion, expected, regime } = test
    const predictive =
      regime === 'weeks'
        ? afterWindows(expected * WEEK_CERTAINTY, WEEK_CERTAINTY, 1, dispersion)
        : afterWindows(before, windows, season, dispersion, seasonCases)
    const p = predictive.tails(observed - 1).upper
    const perYear = test.p > 0 ? (test.perYear * p) / test.p : 0
    return p <= emerging.p && levelOf(perYear, this.screens, budget) !== 'note'
  }

  private complete(bare: Bare, cautions: readonly Caution[]): Signal {
    const { incidents, asOf } = this.known
    const backing = backingOf(incidents, bare.rows)
    const campaigns = campaignsOf(bare, this.screened.campaigns)
    const left = bare.rows.filter((row) => !this.abnormal.has(row)).length
    const checked = {
      verified: bare.rows.filter((row) => isVerified(incidents, row, asOf)).length,
      founded: bare.rows.filter((row) => isFounded(incidents, row, asOf)).length,
      mainIndustry: bare.place.industry || mainIndustryOf(incidents, bare.rows),
      sectors: OF_A_SERIES.includes(bare.rule)
        ? sectorsOf((this.places ??= placesOf(this.known)), bare.place)
        : [],
    }
    const signal = { ...bare, ...checked, backing, campaigns, cautions, also: [], withoutAbnormal: null }
    const withoutAbnormal = left === bare.rows.length ? null : this.withoutAbnormal(signal, left)
    const told: readonly (Caution | false)[] = [
      ...cautions,
      campaigns.length > 0 && 'campaign',
      withoutAbnormal !== null && !withoutAbnormal.holds && 'abnormalReporter',
      backing.unknownReporters * 2 > bare.rows.length && 'unknownReporters',
    ]
    return { ...signal, withoutAbnormal, cautions: told.filter((caution) => caution !== false) }
  }

  private withoutAbnormal(signal: Signal, observed: number): Signal['withoutAbnormal'] {
    const told = this.without.get(aboutOf(signal)) ?? null
    return { observed, holds: told !== null, told }
  }

  private rowsOf(place: Place, from: number, to: number): Int32Array {
    return rowsBetween(this.known, from, to).filter((row) => isWithin(this.known.incidents, row, place))
  }
}

/** Rules whose numbers are made of the incidents of their place alone. */
const OF_A_SERIES: readonly Signal['rule'][] = ['sprout', 'increase', 'rise', 'oneEnterprise']
/** A rise of fewer cases in three months is nothing to call anybody for. */
const LEAST_RECENT = 5
/** Of long series, as the method is recommended (statistics of the week's family). */
const LONG_P = 0.005
const LONG_Q = 0.1
/** A season that is worth a word: half as many again as the mean. */
const SEASON_WORTH_SAYING = 1.5
/** A fitted mean is taken to be as sure as so many windows. */
const WEEK_CERTAINTY = 52

const keyOf = (family: Signal['family'], place: Place): string =>
  `${family} ${cellAt('regionIssue', place)} ${place.industry}`

const asEnterprise = (bare: Bare, { topEnterprise }: Backing): Bare => ({
  ...bare,
  word: 'lead',
  rule: 'oneEnterprise',
  enterprise: topEnterprise,
})
