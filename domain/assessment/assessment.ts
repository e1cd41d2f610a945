import type { Day } from '../time/day.js'
import type { DeductionRule } from './deduction-rules.js'
import { type FairLeague, type FairStanding, type StratumCount, fairLeague } from './fairness.js'
import type { HandledCase } from './failures.js'
import { type GamingFinding, type Habits, NO_HABITS, gamingFindings } from './gaming.js'
import { leagueRanks } from './league-ranks.js'
import type { Quarter } from './quarter.js'
import {
  type DeductionItem,
  type LeakEntry,
  type RuleTotal,
  type Waiver,
  deductionItems,
  ruleTotals,
  scoreOf,
} from './score.js'

/** Rates that stand beside the score, and which direction of each is good. */
export const FAIR_MEASURES = {
  onTimeRate: { better: 'higher' },
  verifiedShareOfChecked: { better: 'higher' },
} as const
export type FairMeasure = keyof typeof FAIR_MEASURES

/** A unit that is assessed, and with whom it is compared. */
export interface LeagueUnit {
  readonly unit: string
  readonly league: string
}

/** What a quarter's table is made of. */
export interface AssessmentFacts {
  /** Cases of which a limit ran out. */
  readonly cases: readonly HandledCase[]
  /** Cases that each unit closed in the quarter, or had at its end. */
  readonly handled: ReadonlyMap<string, number>
  readonly rates: Readonly<Record<FairMeasure, readonly StratumCount[]>>
  readonly habits: ReadonlyMap<string, Habits>
  /** Cases whose limit for the reply is not known, for the calendar is not published (日历未公布). */
  readonly unknownLimits: number
}

/** By what it is made. */
export interface AssessmentTerms {
  readonly quarter: Quarter
  readonly asOf: Day
  readonly rules: readonly DeductionRule[]
  /** Points that every unit begins with. */
  readonly base: number
  readonly units: readonly LeagueUnit[]
  readonly leaks: readonly LeakEntry[]
  readonly waivers: readonly Waiver[]
}

/** So many cases have the property, of so many. */
export interface Rate {
  readonly n: number
  readonly events: number
}

export interface AssessedUnit extends LeagueUnit {
  readonly handled: number
  readonly totals: readonly RuleTotal[]
  readonly score: number
  /** Null: 无办件. */
  readonly rank: number | null
  readonly rates: Readonly<Record<FairMeasure, Rate>>
  readonly fair: Readonly<Record<FairMeasure, FairStanding | null>>
  readonly habits: readonly GamingFinding[]
}

/** How far chance explains the differences in a league. */
export interface LeagueFairness extends Pick<FairLeague, 'isDetectable' | 'pEqual' | 'counted'> {
  readonly league: string
  readonly measure: FairMeasure
}

/** A quarter's table with everything that it rests on; plain data that is the same after a journey through JSON. */
export interface AssessmentTable {
  readonly quarter: Quarter
  readonly asOf: Day
  readonly base: number
  readonly rules: readonly DeductionRule[]
  readonly units: readonly AssessedUnit[]
  readonly items: readonly DeductionItem[]
  readonly fairness: readonly LeagueFairness[]
  readonly unknownLimits: number
}

/**
 * The table of a quarter (通知第14项：每季度排名考核): points by the rules, a place in the league by points alone, and beside
 * them what chance and the difficulty of the cases leave of the differences. The two are never mixed.
 */
export function assess(facts: AssessmentFacts, terms: AssessmentTerms): AssessmentTable {
  const { quarter, asOf, base, rules, units } = terms
  const items = deductionItems({ ...terms, cases: facts.cases })
  const leagues = [...new Set(units.map(({ league }) => league))]
  const fair = leagues.flatMap((league) => {
    const members = new Set(units.filter((unit) => unit.league === league).map(({ unit }) => unit))
    return MEASURES.map((measure) => ({
      league,
      measure,
      result: fairLeague(facts.rates[measure], members, FAIR_MEASURES[measure].better),
    }))
  })
  const assessed = units.map((unit) =>
    assessedUnit(unit, { facts, items, terms, standing: standingIn(fair, unit) }),
  )
  return {
    quarter,
    asOf,
    base,
    rules,
    items,
    units: leagues.flatMap((league) => placed(assessed.filter((unit) => unit.league === league))),
    fairness: fair.flatMap(({ league, measure, result }) => {
      if (result === null) return []
      const { isDetectable, pEqual, counted } = result
      return { league, measure, isDetectable, pEqual: rounded(pEqual), counted }
    }),
    unknownLimits: facts.unknownLimits,
  }
}

const MEASURES = Object.keys(FAIR_MEASURES) as FairMeasure[]

type Fair = { readonly league: string; readonly measure: FairMeasure; readonly result: FairLeague | null }

const standingIn =
  (fair: readonly Fair[], { unit, league }: LeagueUnit) =>
  (measure: FairMeasure): FairStanding | null => {
    const found = fair.find((each) => each.league === league && each.measure === measure)
    const standing = found?.result?.standings.get(unit)
    return standing ? roundedStanding(standing) : null
  }

function assessedUnit(
  { unit, league }: LeagueUnit,
  about: {
    readonly facts: AssessmentFacts
    readonly items: readonly DeductionItem[]
    readonly terms: AssessmentTerms
    readonly standing: (measure: FairMeasure) => FairStanding | null
  },
): AssessedUnit {
  const { facts, terms, standing } = about
  const totals = ruleTotals(
    about.items.filter((item) => item.unit === unit),
    terms.rules,
  )
  const others = [...facts.habits].flatMap(([whose, habits]) => (whose === unit ? [] : habits))
  const each = <T>(of: (measure: FairMeasure) => T) =>
    Object.fromEntries(MEASURES.map((measure) => [measure, of(measure)])) as Record<FairMeasure, T>
  return {
    unit,
    league,
    handled: facts.handled.get(unit) ?? 0,
    totals,
    score: scoreOf(terms.base, totals),
    rank: null,
    rates: each((measure) => rateOf(facts.rates[measure], unit)),
    fair: each(standing),
    habits: gamingFindings(facts.habits.get(unit) ?? NO_HABITS, others).map((finding) => ({
      ...finding,
      others: finding.others === null ? null : rounded(finding.others),
    })),
  }
}

function rateOf(counts: readonly StratumCount[], unit: string): Rate {
  const own = counts.filter((count) => count.unit === unit)
  return {
    n: own.reduce((sum, { n }) => sum + n, 0),
    events: own.reduce((sum, { events }) => sum + events, 0),
  }
}

/** A league in the order of its places, 无办件 last; a unit with a deduction has had work. */
function placed(league: readonly AssessedUnit[]): readonly AssessedUnit[] {
  const ranks = leagueRanks(league.map((unit) => ({ score: unit.score, hasWork: hasWork(unit) })))
  return league
    .map((unit, at) => ({ ...unit, rank: ranks[at] ?? null }))
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0)
}

const hasWork = ({ handled, totals, rates }: AssessedUnit): boolean =>
  handled > 0 || totals.length > 0 || Object.values(rates).some(({ n }) => n > 0)

/** So many digits are the same on every machine. */
const rounded = (value: number): number => Number(value.toPrecision(6))

const roundedStanding = ({
  n,
  events,
  expected,
  estimate,
  interval,
  rank,
  group,
}: FairStanding): FairStanding => ({
  n,
  events,
  expected: rounded(expected),
  estimate: rounded(estimate),
  interval: { lower: rounded(interval.lower), upper: rounded(interval.upper) },
  rank: { expected: rounded(rank.expected), lower: rank.lower, upper: rank.upper },
  group,
})
