import type { Level } from './budget.js'
import type { Family, Place } from './cells.js'
import type { Backing } from './evidence.js'
import type { LeadRule } from './leads.js'
import type { Regime } from './tested.js'

/** The notice's words (item 12), and 重要线索. */
export const WORDS = ['lead', 'emerging', 'tendency', 'concentrated', 'typical'] as const
export type Word = (typeof WORDS)[number]

/** Which rule raised a signal. */
export const RULES = [
  'sprout',
  'increase',
  'cluster',
  'rise',
  'disproportion',
  'manyPlaces',
  'oneEnterprise',
  'lead',
] as const
export type Rule = (typeof RULES)[number]

/** What lowers the trust in a signal, each said to whoever reads it. */
export const CAUTIONS = [
  'shortHistory',
  'campaign',
  'abnormalReporter',
  'unknownReporters',
  'longStanding',
  'season',
] as const
export type Caution = (typeof CAUTIONS)[number]

/** A time in which more is reported because more is asked for; 0 is everywhere. */
export interface Campaign {
  readonly from: number
  readonly to: number
  readonly region: number
  readonly industry: number
  readonly text: string
}

/** What is found on a day: one thing to look at. Days and members are counted as the incidents count them. */
export interface Signal {
  readonly word: Word
  readonly rule: Rule
  readonly lead: LeadRule | null
  readonly level: Level
  readonly family: Family | 'cluster' | 'enterprise'
  readonly place: Place
  /** 0 unless it is this enterprise. */
  readonly enterprise: number
  /** Areas of a cluster, the one in the middle first. */
  readonly regions: readonly number[]
  readonly regime: Regime | null
  readonly from: number
  readonly to: number
  readonly observed: number
  /** Null where nothing is expected: a single report that counts by itself. */
  readonly expected: number | null
  readonly ratio: { readonly ratio: number; readonly lower: number; readonly upper: number } | null
  readonly p: number | null
  readonly q: number | null
  /** So often in a year chance alone would raise something as rare, in the whole office; null: nothing was tested. */
  readonly perYear: number | null
  readonly backing: Backing
  /** Of its incidents: checked by the day, and found right or right in part. */
  readonly verified: number
  readonly founded: number
  /** The industry of the place, or that of most of its incidents; 0 where none has most. */
  readonly mainIndustry: number
  /**
   * Of a change in a series: every industry that any incident of its place ever had, 0 for one that is not known. Who sees
   * all of these sees everything that its numbers are made of. Empty where that is more than the place.
   */
  readonly sectors: readonly number[]
  readonly cautions: readonly Caution[]
  readonly campaigns: readonly string[]
  /**
   * Without reports of 异常举报: how many, whether the signal would still be one, and what it would say then, from a
   * screening without them (notice item 9; domain X03). Null where none of its incidents is of that kind.
   */
  readonly withoutAbnormal: {
    readonly observed: number
    readonly holds: boolean
    readonly told: Signal | null
  } | null
  /** Its incidents. */
  readonly rows: Int32Array
  /** Signals that its incidents explain as well: they are told beside it, not by themselves. */
  readonly also: readonly {
    readonly family: Signal['family']
    readonly place: Place
    readonly observed: number
  }[]
  /** Counts of equal periods up to the window's end, for the picture, and what is expected of the last. */
  readonly series: Series | null
}

/** A series as it is drawn. */
export interface Series {
  readonly periodDays: number
  /** First day of the first period. */
  readonly start: number
  readonly counts: readonly number[]
  readonly expected: readonly (number | null)[]
  /** Counts above are more than chance explains. */
  readonly upper: readonly (number | null)[]
}

/** What a signal is about, whatever its numbers are: the same in a screening of other incidents of the day. */
export function aboutOf({ rule, lead, family, place, enterprise }: Signal): string {
  const { region, industry, issue } = place
  if (rule === 'lead') return [lead, enterprise, region, issue].join(' ')
  if (rule === 'cluster') return [rule, industry].join(' ')
  const isChange = rule === 'sprout' || rule === 'increase' || rule === 'oneEnterprise'
  return [isChange ? 'change' : rule, family, region, industry, issue].join(' ')
}
