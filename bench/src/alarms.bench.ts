/**
 * How often the rules of emerging, tendency and clusters raise an alarm where nothing happens, and how much of what does
 * happen they find and when: an office of 26 areas, 80 issues and 25 sectors with seasons and holidays, three years of
 * history, then looked at every day for three years. The last lines before the JSON are the tables of docs/alarms.md.
 *
 * `npm run bench -- alarms [rounds] [cases a year, e.g. 100,250]`
 */
import { knownOn } from '@fengsui/domain/flags/incidents'
import { SCREENS, screenChanges } from '@fengsui/domain/flags/screening'
import type { Signal } from '@fengsui/domain/flags/signal'
import { PROPOSED } from '@fengsui/domain/flags/thresholds'
import { lastSunday } from '@fengsui/domain/flags/week-screen'
import { powerBound } from './alarms/bound.js'
import { type Outbreak, QuietOffice, SIZE } from './alarms/quiet-office.js'
import { print } from './print.js'

const FIRST = Date.UTC(2020, 0, 1) / 86_400_000
const HISTORY = 3 * 365
const LOOKED_AT = 3 * 365
/** A flag goes on while it is seen again within so many days. */
const MERGED_WITHIN = 30
const OUTBREAK_EVERY = 91
const OUTBREAK_DAYS = 28
/** An outbreak that was not seen within so many days is not found. */
const FOUND_WITHIN = 42

const rounds = Number(process.argv[2] ?? 3)
const LEVELS = (process.argv[3] ?? '100,250,600,2000').split(',').map(Number)
const keyOf = ({ rule, family, place, enterprise }: Signal): string =>
  [rule, family, place.region, place.industry, place.issue, enterprise].join(' ')

/** Days on which signals of a level began, over all days that are looked at. */
function episodes(office: QuietOffice): { alert: number; watch: number; byRule: Map<string, number> } {
  const incidents = office.cases(FIRST, FIRST + HISTORY + LOOKED_AT)
  const seen = new Map<string, number>()
  const [began, byRule] = [{ alert: 0, watch: 0 }, new Map<string, number>()]
  for (const day of days()) {
    for (const signal of signalsOn(office, incidents, day)) {
      const key = `${signal.level} ${keyOf(signal)}`
      if (day - (seen.get(key) ?? -Infinity) > MERGED_WITHIN) {
        if (signal.level === 'alert') {
          began.alert++
          const rule = `${signal.rule}/${signal.family}/${signal.regime ?? ''}`
          byRule.set(rule, (byRule.get(rule) ?? 0) + 1)
        } else if (signal.level === 'watch') began.watch++
      }
      seen.set(key, day)
    }
  }
  return { ...began, byRule }
}

const days = (): number[] => Array.from({ length: LOOKED_AT }, (_, at) => FIRST + HISTORY + at)

/** What is found on a day; what is judged by weeks is looked at on Mondays, since the days after say the same. */
function signalsOn(office: QuietOffice, incidents: Parameters<typeof knownOn>[0], day: number): Signal[] {
  const known = knownOn(incidents, day, PROPOSED.onceInDays)
  const screened = { thresholds: PROPOSED, campaigns: [], points: office.points }
  return screenChanges(known, screened, lastSunday(day) === day - 1 ? 'all' : 'daily')
}

interface Kind {
  readonly name: string
  /** The nth outbreak of its kind: each of another issue, so that none is the past of another. */
  readonly plant: (office: QuietOffice, from: number, nth: number) => Outbreak
}

const inCell =
  (cases: number) =>
  (office: QuietOffice, from: number): Outbreak => ({
    ...{ region: office.drawRegion(), issue: office.drawIssue(), from, days: OUTBREAK_DAYS },
    more: { cases },
  })
/** An issue that has about the given part of all cases, everywhere so many times as often. */
const everywhere =
  (times: number, share: number) =>
  (office: QuietOffice, from: number, nth: number): Outbreak => ({
    ...{
      region: 0,
      issue: office.issueNear(office.casesPerYear * share, nth),
      from,
      days: 2 * OUTBREAK_DAYS,
    },
    more: { times },
  })
const KINDS: readonly Kind[] = [
  { name: '+3 in a cell', plant: inCell(3) },
  { name: '+5 in a cell', plant: inCell(5) },
  { name: '×1.5 of a frequent issue', plant: everywhere(1.5, 0.06) },
  { name: '×3 of a frequent issue', plant: everywhere(3, 0.06) },
  { name: '×3 of a rare issue', plant: everywhere(3, 0.015) },
]

/** What the best of all rules would find of an outbreak, with the same false alarms. */
function boundOf(office: QuietOffice, { region, issue, more }: Outbreak): number {
  const falseAlarmsPerYear = PROPOSED.budget.watchesPerYear / SCREENS
  const { leastCases } = PROPOSED.emerging
  const days = region === 0 ? FOUND_WITHIN : OUTBREAK_DAYS
  const expected = (office.rateOf(region, issue) * days) / 365
  const series = region === 0 ? SIZE.issues : SIZE.issues * SIZE.regions
  const added = 'times' in more ? { mean: expected * (more.times - 1) } : { exactly: more.cases }
  return powerBound({ series, falseAlarmsPerYear }, days, expected, added, leastCases)
}
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

interface Detections {
  /** Delays in days of those that were found. */
  readonly found: readonly number[]
  readonly planted: number
  /** What the best of all rules would find, and how many cases a year the planted series have. */
  readonly bound: number
  readonly perYear: number
}

/** Found share and median delay in days of outbreaks of a kind, one after the other. */
function detections(office: QuietOffice, kind: Kind): Detections {
  const starts = Array.from(
    { length: Math.floor(LOOKED_AT / OUTBREAK_EVERY) },
    (_, at) => FIRST + HISTORY + at * OUTBREAK_EVERY,
  )
  const outbreaks = starts.map((from, nth) => kind.plant(office, from, nth))
  const incidents = office.cases(FIRST, FIRST + HISTORY + LOOKED_AT, outbreaks)
  const found = outbreaks.flatMap((outbreak) => {
    // Mondays and the days between by twos.
    for (let day = outbreak.from + 1; day <= outbreak.from + FOUND_WITHIN; day++)
      if (
        (day - lastSunday(day)) % 2 === 1 &&
        signalsOn(office, incidents, day).some((signal) => tells(signal, outbreak))
      )
        return [day - outbreak.from]
    return []
  })
  return {
    ...{ found, planted: outbreaks.length },
    bound: mean(outbreaks.map((outbreak) => boundOf(office, outbreak))),
    perYear: mean(outbreaks.map(({ region, issue }) => office.rateOf(region, issue))),
  }
}

/** Does a signal, or one that is told beside it, name what was planted? */
const tells = (signal: Signal, { region, issue }: Outbreak): boolean =>
  [signal, ...signal.also].some(
    ({ place }) => place.issue === issue && (place.region === 0 || region === 0 || place.region === region),
  ) ||
  (region > 0 && signal.regions.includes(region) && signal.family === 'cluster')

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

// Without rounds only what is found is asked.
const quiet = (rounds === 0 ? [] : LEVELS).map((perYear) => {
  const years = (rounds * LOOKED_AT) / 365
  const all = Array.from({ length: rounds }, (_, round) =>
    episodes(new QuietOffice(1000 + round * 17 + perYear, perYear)),
  )
  const total = (of: 'alert' | 'watch'): number => all.reduce((sum, each) => sum + each[of], 0) / years
  const rules = new Map<string, number>()
  for (const { byRule } of all) for (const [rule, n] of byRule) rules.set(rule, (rules.get(rule) ?? 0) + n)
  console.log(
    `| ${perYear} | ${years} | ${total('alert').toFixed(2)} | ${total('watch').toFixed(2)} |`,
    [...rules].map(([rule, n]) => `${rule} ${n}`).join(', '),
  )
  return { perYear, alert: total('alert'), watch: total('watch') }
})
const figures: Record<string, number> = {}
for (const { perYear, alert, watch } of quiet) {
  figures[`false_alerts_a_year_at_${perYear}`] = alert
  figures[`false_watches_a_year_at_${perYear}`] = watch
}
const percent = (share: number): string => `${Math.round(100 * share)} %`
for (const kind of KINDS) {
  const cells = LEVELS.map((perYear) => {
    const told = detections(new QuietOffice(500 + perYear, perYear), kind)
    const { found, planted, bound } = told
    const name = `${kind.name.replaceAll(' ', '_')}_at_${perYear}`
    figures[`found_${name}`] = found.length / planted
    figures[`bound_${name}`] = bound
    const late = found.length > 0 ? `, ${median(found)} d` : ''
    return `${percent(found.length / planted)}${late} (${percent(bound)}; ${told.perYear.toPrecision(2)} a year)`
  })
  console.log(`| ${kind.name} | ${cells.join(' | ')} |`)
}
const worst = Math.max(0, ...quiet.map(({ alert }) => alert))
print({
  bench: 'alarms',
  size: `${LEVELS.join(', ')} cases a year, ${rounds} rounds of 3 years, every day`,
  figures,
  against: {},
  ratio: worst,
  goal: 'at most 1 false alarm of the level 提醒 in a year for the whole office',
  holds: worst <= 1,
})
