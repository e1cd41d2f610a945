import type { Level } from '@fengsui/domain/flags/budget'
import type { Place } from '@fengsui/domain/flags/cells'
import { placeOf } from '@fengsui/domain/flags/cells'
import type { Combination } from '@fengsui/domain/flags/disproportion'
import { LEADS_NOT_CARRIED, type LeadRule } from '@fengsui/domain/flags/leads'
import type { Rise } from '@fengsui/domain/flags/rise-screen'
import type { Screening } from '@fengsui/domain/flags/screening'
import type { Caution, Rule, Series, Signal, Word } from '@fengsui/domain/flags/signal'
import type { Tested } from '@fengsui/domain/flags/tested'
import { type Day, addDays } from '@fengsui/domain/time/day'
import type { ReadIncidents } from './read-incidents.js'

/** Members by code; '' is every one. */
export interface Codes {
  readonly region: string
  readonly industry: string
  readonly issue: string
}

/** A signal as it is kept: by codes and days, without rows and without any reporter. */
export interface FoundSignal extends Codes {
  /** What it is about, the same as long as it goes on. */
  readonly key: string
  readonly word: Word
  readonly rule: Rule
  readonly lead: LeadRule | null
  readonly level: Level
  readonly family: Signal['family']
  readonly enterprise: string
  /** Of a cluster. */
  readonly regions: readonly string[]
  readonly regime: Signal['regime']
  readonly from: Day
  readonly to: Day
  readonly observed: number
  readonly expected: number | null
  /** Null where nothing was there before: it is at least `lower` times as many. */
  readonly ratio: {
    readonly ratio: number | null
    readonly lower: number
    readonly upper: number | null
  } | null
  readonly p: number | null
  readonly q: number | null
  readonly perYear: number | null
  readonly enterprises: number
  readonly topCases: number
  readonly reporters: number
  readonly unknownReporters: number
  readonly areas: number
  readonly verified: number
  readonly founded: number
  /** Of most of its cases; '' where none has most. */
  readonly mainIndustry: string
  /** All that its numbers are made of lies in these; '' is not known. Missing in what was screened before. */
  readonly sectors?: readonly string[]
  readonly cautions: readonly Caution[]
  readonly campaigns: readonly string[]
  /** `told` is missing in what was screened before it was kept. */
  readonly withoutAbnormal: {
    readonly observed: number
    readonly holds: boolean
    readonly told?: FoundSignal | null
  } | null
  readonly also: readonly (Codes & { readonly observed: number })[]
  readonly series: (Omit<Series, 'start'> & { readonly start: Day }) | null
}

/** A line of the tables beside the flags. */
export interface FoundCombination extends Codes {
  readonly observed: number
  readonly expected: number
  readonly quotient: number
  readonly lower: number
  readonly upper: number
  readonly icLower: number
  readonly q: number
  readonly enterprises: number
  readonly quarters: number
}

export interface FoundRise extends Codes {
  readonly start: Day
  readonly counts: readonly number[]
  readonly isSeasonal: boolean
  readonly p: number
  readonly q: number
  readonly slope: number
  readonly lower: number
  readonly upper: number
  readonly latest: number
  readonly earlier: number
  readonly holds: boolean
}

/** 集中行业: how the cases of a sector are spread. */
export interface FoundSector {
  readonly industry: string
  readonly cases: number
  readonly before: number
  readonly enterprises: number
  readonly effectiveRegions: number
  readonly topRegion: string
  readonly topCases: number
}

/** Everything that a screening found. */
export interface Findings {
  readonly signals: readonly FoundSignal[]
  readonly combinations: readonly FoundCombination[]
  readonly rises: readonly FoundRise[]
  readonly sectors: readonly FoundSector[]
  readonly leads: Readonly<Partial<Record<LeadRule, number>>>
  /** Rules of leads that the data cannot answer. */
  readonly notCarried: readonly string[]
  readonly cases: number
  readonly refused: number
  readonly repeated: number
  readonly abnormal: number
}

/** All tests of a family, as rows of numbers. */
export interface TestedFamily {
  readonly family: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

const EPOCH = '1970-01-01'
export const dayOf = (day: number): Day => addDays(EPOCH, day)
const round = (value: number, digits = 4): number =>
  Number.isFinite(value) ? Number(value.toPrecision(digits)) : 0

/** Turns a screening's numbers into codes and days. */
export class Telling {
  constructor(private readonly read: ReadIncidents) {}

  findings(screening: Screening, sectors: readonly FoundSector[]): Findings {
    const { signals, combinations, rises, leads, known } = screening
    const byRule: Partial<Record<LeadRule, number>> = {}
    for (const { rule } of leads) byRule[rule] = (byRule[rule] ?? 0) + 1
    return {
      signals: signals.map((signal) => this.signal(signal)),
      combinations: combinations.map((each) => this.combination(each)),
      rises: rises
        .filter(({ holds, p }) => holds || p <= WORTH_A_LINE)
        .sort((a, b) => Number(b.holds) - Number(a.holds) || a.p - b.p)
        .filter(isOtherThanBefore)
        .slice(0, MOST_RISES)
        .map((rise) => this.rise(rise)),
      sectors,
      leads: byRule,
      notCarried: LEADS_NOT_CARRIED,
      cases: known.rows.length,
      refused: known.refused,
      repeated: known.repeated,
      abnormal: screening.abnormal,
    }
  }

  /** Everything that was tested; of each family the names of its columns once. */
  tested({ tested, rises }: Screening): TestedFamily[] {
    const families = new Map<string, (Tested | Rise)[]>()
    const add = (family: string, test: Tested | Rise): void => {
      const own = families.get(family)
      if (own) own.push(test)
      else families.set(family, [test])
    }
    for (const each of tested) add(each.family, each)
    for (const each of rises) add(`rise.${each.family}`, each)
    return [...families].map(([family, tests]) => ({
      family,
      columns: ['region', 'industry', 'issue', 'regime', 'observed', 'expected', 'p', 'q', 'perYear'],
      rows: tests.map((test) => {
        const { region, industry, issue } = this.codes(placeOf(test.family, test.cell))
        const [regime, observed, expected] =
          'regime' in test
            ? [test.regime, test.observed, test.expected]
            : [test.isSeasonal ? 'seasonal' : 'plain', test.latest, test.earlier]
        return [
          region,
          industry,
          issue,
          regime,
          observed,
          round(expected),
          round(test.p),
          round(test.q),
          Number.isFinite(test.perYear) ? round(test.perYear) : 'many',
        ]
      }),
    }))
  }

  codes({ region, industry, issue }: Place): Codes {
    return {
      region: this.read.regions[region] ?? '',
      industry: this.read.industries[industry] ?? '',
      issue: this.read.issues[issue] ?? '',
    }
  }

  private signal(signal: Signal): FoundSignal {
    const { place, regions, enterprise, backing, also, series, from, to, expected, ratio, mainIndustry } =
      signal
    const { word, rule, lead, level, family, regime, observed, p, q, perYear, verified, founded } = signal
    const { cautions, campaigns, withoutAbnormal: without } = signal
    const codes = this.codes(place)
    const named = this.read.enterprises[enterprise] ?? ''
    return {
      ...{ word, rule, lead, level, family, regime, observed, p, q, perYear, verified, founded },
      ...{ cautions, campaigns },
      withoutAbnormal: without && { ...without, told: without.told && this.signal(without.told) },
      ...codes,
      enterprise: named,
      mainIndustry: this.read.industries[mainIndustry] ?? '',
      sectors: signal.sectors.map((sector) => this.read.industries[sector] ?? ''),
      key: keyOf(signal, codes, named, dayOf(from)),
      regions: regions.map((region) => this.read.regions[region] ?? ''),
      from: dayOf(from),
      to: dayOf(to),
      expected: expected === null ? null : round(expected),
      ratio: ratio && { ratio: finite(ratio.ratio), lower: round(ratio.lower), upper: finite(ratio.upper) },
      enterprises: backing.enterprises,
      topCases: backing.topCases,
      reporters: backing.reporters,
      unknownReporters: backing.unknownReporters,
      areas: backing.regions,
      also: also.map((each) => ({ ...this.codes(each.place), observed: each.observed })),
      series: series && {
        ...series,
        start: dayOf(series.start),
        expected: series.expected.map(rounded),
        upper: series.upper.map(rounded),
      },
    }
  }

  private combination(pair: Combination): FoundCombination {
    const { observed, expected, quotient, lower, upper, icLower, q, backing, quarters } = pair
    return {
      ...this.codes(placeOf(pair.family, pair.cell)),
      ...{ observed, quarters, enterprises: backing.enterprises, q: round(q) },
      ...{
        expected: round(expected),
        quotient: round(quotient),
        lower: round(lower),
        upper: round(upper),
        icLower: round(icLower),
      },
    }
  }

  private rise(rise: Rise): FoundRise {
    const { from, counts, isSeasonal, p, q, slope, lower, upper, latest, earlier, holds } = rise
    return {
      ...this.codes(placeOf(rise.family, rise.cell)),
      ...{ start: dayOf(from), counts, isSeasonal, p: round(p), q: round(q), latest, earlier, holds },
      ...{ slope: round(slope), lower: round(lower), upper: round(upper) },
    }
  }
}

const finite = (value: number): number | null => (Number.isFinite(value) ? round(value) : null)
const rounded = (value: number | null): number | null => (value === null ? null : round(value))

/** A rise that nobody would call one has no line in the table. */
const WORTH_A_LINE = 0.05
const MOST_RISES = 16

/** An issue of one sector is the same series as the pair: it is told once. */
const isOtherThanBefore = (rise: Rise, at: number, all: readonly Rise[]): boolean =>
  all.findIndex(({ counts }) => counts.join() === rise.counts.join()) === at

/** A series that grows out of being a sprout goes on as the same flag; a single report is one by itself. */
function keyOf({ rule, lead, family }: Signal, codes: Codes, enterprise: string, from: Day): string {
  const { region, industry, issue } = codes
  if (rule === 'lead')
    return [
      'lead',
      lead,
      enterprise,
      lead === 'enterprise' ? '' : issue,
      lead === 'relapse' || lead === 'enterprise' ? '' : `${region} ${from}`,
    ].join('|')
  if (rule === 'cluster') return ['cluster', industry].join('|')
  const about = rule === 'sprout' || rule === 'increase' ? 'change' : rule
  return [about, family, region, industry, issue, enterprise].join('|')
}
