import {
  type AssessedUnit,
  type AssessmentTable,
  FAIR_MEASURES,
  type FairMeasure,
} from '@fengsui/domain/assessment/assessment'
import { wilson } from '@fengsui/domain/statistics/wilson'
import type { Locale, MemberLists } from '../office/member-lists.js'
import type { PastRank, RankedUnit, RuleTaken, UnitRate } from './assessment.models.js'
import { LEAST_SHOWN, type Sight } from './sight.js'
import { FAIR_WORDS, WITHIN_CHANCE } from './words.js'

/** Rates of fewer cases are shown greyed, with n (K05). */
const LEAST_OF_RATE = 5

/** What a unit is told with. */
export interface UnitTelling {
  readonly lists: MemberLists
  readonly locale: Locale
  readonly sight: Sight
  readonly table: AssessmentTable
  readonly past: (unit: string) => PastRank[]
}

/** A unit as a table shows it to somebody. */
export function rankedUnit(of: AssessedUnit, telling: UnitTelling): RankedUnit {
  const { lists, locale, sight, table, past } = telling
  const isOwn = sight.own === of.unit
  const sees = sight.seesSmall || isOwn
  const seesTaken = sight.assesses || isOwn
  return {
    code: of.unit,
    name: lists.label('department', of.unit, locale),
    rank: of.rank,
    score: of.score,
    deducted: Number((table.base - of.score).toFixed(2)),
    handled: isHidden(of.handled, sees) ? null : of.handled,
    taken: seesTaken ? takenBy(of, table) : null,
    rates: MEASURES.map((measure) => unitRate(of, measure, sees, locale)),
    past: past(of.unit),
    signs: sight.assesses ? of.habits.length : null,
    isOwn,
  }
}

const MEASURES = Object.keys(FAIR_MEASURES) as FairMeasure[]
const isHidden = (n: number, sees: boolean): boolean => !sees && n > 0 && n < LEAST_SHOWN

function takenBy({ totals }: AssessedUnit, { rules }: AssessmentTable): RuleTaken[] {
  return totals.map(({ rule, ruleFrom, count, points, isCapped }) => ({
    label: rules.find(({ id, from }) => id === rule && from === ruleFrom)?.text ?? rule,
    count,
    points,
    capped: isCapped,
  }))
}

const NOTHING = {
  n: null,
  share: null,
  lower: null,
  upper: null,
  observed: null,
  expected: null,
  group: null,
  groupLabel: null,
  rankFrom: null,
  rankTo: null,
}

function unitRate(of: AssessedUnit, measure: FairMeasure, sees: boolean, locale: Locale): UnitRate {
  const { n, events } = of.rates[measure]
  if (isHidden(n, sees)) return { ...NOTHING, measure, state: 'suppressed' }
  if (n === 0) return { ...NOTHING, measure, state: 'noData', n }
  const { lower, upper } = wilson(events, n)
  const fair = of.fair[measure]
  const words = FAIR_WORDS[measure]
  const groups = { ahead: words.ahead, behind: words.behind, withinChance: WITHIN_CHANCE }
  return {
    measure,
    state: n < LEAST_OF_RATE ? 'tooFew' : 'ok',
    n,
    share: events / n,
    lower,
    upper,
    observed: fair?.events ?? null,
    expected: fair?.expected ?? null,
    group: fair?.group ?? null,
    groupLabel: fair ? groups[fair.group][locale] : null,
    rankFrom: fair?.rank.lower ?? null,
    rankTo: fair?.rank.upper ?? null,
  }
}
