import { abnormalRows } from './abnormal.js'
import { FAMILIES, type Family } from './cells.js'
import { clustersOf } from './clusters.js'
import { type Combination, combinationsOf, isConcentrated, isTypicalCombination } from './disproportion.js'
import { foldSignals } from './folding.js'
import { type Incidents, type Known, knownOn } from './incidents.js'
import { type Lead, leadsOf } from './leads.js'
import { type Rise, screenRises } from './rise-screen.js'
import { type Campaign, type Signal, aboutOf } from './signal.js'
import { Signals } from './signals.js'
import type { Tested } from './tested.js'
import type { FlagThresholds } from './thresholds.js'
import { type IssueProfile, issueProfiles } from './typical.js'
import { longCells, screenWeeks } from './week-screen.js'
import { screenWindows } from './window-screen.js'

/** What an office's day is screened with. */
export interface Screened {
  readonly thresholds: FlagThresholds
  readonly campaigns: readonly Campaign[]
  /** Where the regions are, by number, from 1 on; null where that is not known. */
  readonly points: readonly ({ readonly x: number; readonly y: number } | null)[]
}

/** All that came out of one day. */
export interface Screening {
  readonly known: Known
  readonly signals: readonly Signal[]
  readonly tested: readonly Tested[]
  readonly rises: readonly Rise[]
  /** Issues over a year, the heaviest first. */
  readonly profiles: readonly IssueProfile[]
  /** Typical combinations of sector and issue, and area and issue. */
  readonly combinations: readonly Combination[]
  readonly leads: readonly Lead[]
  readonly abnormal: number
  readonly fields: number
}

const YEAR = 365
/** Families of series for a steady rise; an area by itself rises with its reporting. */
const RISING: readonly Family[] = ['industry', 'issue', 'industryIssue']
/** Screens that share the false alarms of a year: series of counts, rises, clusters. */
export const SCREENS = FAMILIES.length + RISING.length + 1

/**
 * Screens all that was known on a day, from the whole down to pairs, and says what deserves a look (通知第12项：查找典型性、倾向性、苗头性
 * 问题，分析重要举报线索). The same day, incidents and thresholds give the same result. Where there are 异常举报 the day is screened
 * once more without them, so that each signal can say what it would be then.
 *
 * @param asOf the day, counted from 1970-01-01.
 */
export function screenDay(incidents: Incidents, asOf: number, screened: Screened): Screening {
  const { thresholds } = screened
  const known = knownOn(incidents, asOf, thresholds.onceInDays === 0 ? null : thresholds.onceInDays)
  const all = knownOn(incidents, asOf, null)
  const abnormal = abnormalRows(known, thresholds.abnormal)
  const less = abnormal.size === 0 ? null : judged(left(known, abnormal), left(all, abnormal), screened)
  const { changes, facts, ...tables } = judged(known, all, screened, { abnormal, without: byAbout(less) })
  return {
    ...{ known, tested: changes.tested, rises: changes.rises, fields: changes.fields },
    signals: [...folded(changes), ...facts],
    ...tables,
    abnormal: abnormal.size,
  }
}

/** Incidents that are told apart, and what was found without them. */
interface Apart {
  readonly abnormal: ReadonlySet<number>
  readonly without: ReadonlyMap<string, Signal>
}

const NOTHING_APART: Apart = { abnormal: new Set(), without: new Map() }

const left = (known: Known, without: ReadonlySet<number>): Known => ({
  ...known,
  rows: known.rows.filter((row) => !without.has(row)),
})

const byAbout = (found: { changes: { found: Signal[] }; facts: Signal[] } | null): Map<string, Signal> =>
  new Map(
    [...(found?.changes.found ?? []), ...(found?.facts ?? [])].map((signal) => [aboutOf(signal), signal]),
  )

/** What the rules say of what is known. @param all with what one reporter repeats, for leads. */
function judged(known: Known, all: Known, screened: Screened, apart: Apart = NOTHING_APART) {
  const { thresholds, points } = screened
  const changes = changesOf(known, screened, 'all', apart)
  const { maker } = changes
  const profiles = issueProfiles(known, YEAR, points.length - 1, thresholds)
  const inAreas = combinationsOf(known, 'regionIssue', YEAR, thresholds.concentrated.leastCases)
  const inSectors = combinationsOf(known, 'industryIssue', YEAR, thresholds.concentrated.leastCases)
  const leads = leadsOf(all, thresholds)
  return {
    ...{ changes, profiles, leads },
    facts: [
      ...inAreas.filter((pair) => isConcentrated(pair, thresholds)).map((pair) => maker.ofCombination(pair)),
      ...profiles.filter(({ isTypical }) => isTypical).map((profile) => maker.ofProfile(profile)),
      ...leads.flatMap((lead) => maker.ofLead(lead)),
    ],
    combinations: [...inSectors, ...inAreas].filter((pair) => isTypicalCombination(pair, thresholds)),
  }
}

/**
 * The part of a screening that tests for change, and so can be wrong by chance: series, rises and clusters.
 *
 * @param parts `daily` leaves out what is the same from Monday to Sunday, for who has seen it on Monday.
 */
export const screenChanges = (known: Known, screened: Screened, parts: 'all' | 'daily' = 'all'): Signal[] =>
  folded(changesOf(known, screened, parts, NOTHING_APART))

const folded = ({ found, maker }: { found: readonly Signal[]; maker: Signals }): Signal[] =>
  foldSignals(found, (signal, count) => maker.holdsWith(signal, count))

function changesOf(known: Known, screened: Screened, parts: 'all' | 'daily', { abnormal, without }: Apart) {
  const { thresholds, points } = screened
  const isDaily = parts === 'daily'
  const tested = testSeries(known, thresholds, isDaily)
  const rises = isDaily ? [] : RISING.flatMap((family) => screenRises(known, family, thresholds))
  const clusters = isDaily ? { found: [], fields: 0 } : clustersOf(known, points, thresholds)
  const maker = new Signals(known, screened, abnormal, without, SCREENS)
  const found = [
    ...tested.flatMap((test) => maker.ofSeries(test)),
    ...rises.flatMap((rise) => maker.ofRise(rise)),
    ...clusters.found.flatMap((cluster) => maker.ofCluster(cluster)),
  ]
  return { tested, rises, found, maker, fields: clusters.fields }
}

/** Every series of every family that has cases enough, by the method that its length and level allow. */
export function testSeries(known: Known, thresholds: FlagThresholds, isDaily = false): Tested[] {
  const share = thresholds.budget.alertsPerYear / SCREENS
  return FAMILIES.flatMap((family) => {
    const long = longCells(known, family, thresholds)
    return [
      ...screenWindows(known, family, thresholds, (cell) => long.has(cell), share),
      ...(isDaily ? [] : screenWeeks(known, family, thresholds, long, share)),
    ]
  })
}
