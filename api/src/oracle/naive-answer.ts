import type { ComparisonKind } from '@fengsui/domain/time/comparison'
import { comparedPeriod, comparedStarts } from '@fengsui/domain/time/comparison'
import { type Day, addDays, monthStart } from '@fengsui/domain/time/day'
import { bucketsOf } from '@fengsui/domain/time/grain'
import { type Period, calendarPeriod, resolvePreset } from '@fengsui/domain/time/period'
import type { Office } from '@fengsui/prisma/office/office'
import type { Asking, Told, ToldRow } from './answer-shape.js'
import type { ExportedCase } from './exported-cases.js'
import { type Tally, tally } from './naive-figures.js'
import { NAIVE_MEASURES, type NaiveMeasure } from './naive-measures.js'
import { type Picked, isPossible, livingIn, membersOf, placeInList } from './naive-members.js'
import { NaiveRows } from './naive-rows.js'

/** All that an answer can depend on. */
export interface World {
  readonly office: Office
  /** Every case of the office. */
  readonly cases: readonly ExportedCase[]
  readonly asOf: Day
  readonly firstDay: Day
  /** Whose cases the asker sees: all, or those within any of these ([]: none). */
  readonly sees: 'all' | readonly Picked[]
}

/** A period with the days of its buckets; null for one that has no counterpart. */
export interface Timed {
  readonly period: Period
  readonly spans: readonly ({ readonly from: Day; readonly to: Day } | null)[]
}

/** The members of an answer's rows and what is counted of each, by measure and period. */
export interface Group {
  readonly keys: readonly string[]
  readonly tallies: readonly (readonly Tally[])[]
}

const isOneOf =
  (each: ExportedCase) =>
  ({ dimension, in: codes }: Picked): boolean =>
    codes.includes(each.codes[dimension])

/** The cases that a request speaks of, before any date is looked at. */
export function casesOf(asking: Asking, { cases, sees }: World): readonly ExportedCase[] {
  const isWhole = sees === 'all' || asking.reach === 'office'
  return cases.filter((each) => (isWhole || sees.some(isOneOf(each))) && asking.filters.every(isOneOf(each)))
}

export function periodOf(
  { period, measures }: Pick<Asking, 'period' | 'measures'>,
  { asOf, firstDay }: World,
): Period {
  if ('preset' in period) return resolvePreset(period.preset, asOf, firstDay)
  const isAhead = measures.every((id) => NAIVE_MEASURES[id].ahead === true)
  return calendarPeriod(period.from, period.to, isAhead && period.to > asOf ? period.to : asOf)
}

/** The comparisons that are answered: where 环比 or another means the same days as 同比, only 同比 is. */
function comparedOf({ comparisons }: Asking, base: Period): { kind: ComparisonKind; period: Period }[] {
  const all = comparisons.map((kind) => ({ kind, period: comparedPeriod(base, kind) }))
  const yearAgo = all.find(({ kind }) => kind === 'yearAgo')?.period
  return all.filter(
    ({ kind, period }) => kind === 'yearAgo' || period.from !== yearAgo?.from || period.to !== yearAgo.to,
  )
}

/** The periods of a request: its own first, then those with which it is compared, each with what stands for a bucket. */
export function timesOf(asking: Asking, world: World) {
  const base = periodOf(asking, world)
  const buckets = asking.grain ? bucketsOf(base, asking.grain) : []
  const compared = comparedOf(asking, base)
  const starts = buckets.map(({ from }) => from)
  const times: Timed[] = [
    { period: base, spans: buckets },
    ...compared.map(({ kind, period }) => ({
      period,
      spans: spansOf(buckets.length > 0 ? comparedStarts(base, kind, starts) : [], period),
    })),
  ]
  return { base, buckets, compared, times }
}

/** Does a measure over a period speak of a case: by its own day, or by that of an event of it? */
const speaksOf = (
  { on, making }: NaiveMeasure,
  each: ExportedCase,
  period: { from: Day; to: Day },
): boolean => isWithin(on(each), period) || (making.kind === 'rate' && isWithin(making.eventOn(each), period))

/** The answer to a request by walking over all cases, as a person with a spreadsheet would find it. */
export function naiveAnswer(asking: Asking, world: World): Told {
  const { dimensions, grain, measures } = asking
  const { base, buckets, compared, times } = timesOf(asking, world)
  const all = casesOf(asking, world)
  const count = (cases: readonly ExportedCase[], keys: readonly string[] = []): Group => ({
    keys,
    tallies: measures.map((id) => times.map((time) => tally(NAIVE_MEASURES[id], cases, time, world.asOf))),
  })
  const byKeys = new Map<string, { keys: readonly string[]; cases: ExportedCase[] }>()
  for (const each of all) {
    const keys = dimensions.map((id) => each.codes[id])
    const known = byKeys.get(keys.join('\t'))
    if (known) known.cases.push(each)
    else byKeys.set(keys.join('\t'), { keys, cases: [each] })
  }
  const total = count(all)
  const rows = new NaiveRows(asking, world, { base, times, buckets, hasBase: reaches(world.firstDay) }, total)
  const found = [...byKeys.values()]
    .map(({ keys, cases }) => count(cases, keys))
    .filter(({ tallies }) => tallies.flat().some(({ isThere }) => isThere))
  const listed = expected(asking, world, base)
    .filter((keys) => !found.some((group) => group.keys.join('\t') === keys.join('\t')))
    .map((keys) => count([], keys))
  const members = inListOrder(asking, world, dimensions.length > 0 ? [...found, ...listed] : [])
  const shown = rows.ordered(members).slice(0, asking.top ?? Infinity)
  const left = new Set(shown.map(({ keys }) => keys.join('\t')))
  const leftOut = members.length - shown.length
  const rest = (): ToldRow[] =>
    rows.series(count([...byKeys].flatMap(([key, { cases }]) => (left.has(key) ? [] : cases))), {
      isRest: shown,
    })
  const tellTotal = rows.total()
  return {
    period: base,
    comparedPeriods: compared,
    buckets,
    rows:
      dimensions.length > 0 || grain
        ? rows.ranked(members, dimensions.length > 0 ? shown : [total])
        : [tellTotal],
    others: asking.others && leftOut > 0 ? rest() : [],
    total: tellTotal,
    leftOut,
    cases: all.filter((each) => measures.some((id) => speaksOf(NAIVE_MEASURES[id], each, base))).length,
  }
}

const isWithin = (day: Day | null, { from, to }: { from: Day; to: Day }): boolean =>
  day !== null && day >= from && day <= to

/** Each bucket's counterpart lasts until the next one's; one that would end before it begins is none. */
function spansOf(starts: readonly Day[], { to }: Period): Timed['spans'] {
  return starts.map((from, i) => {
    const next = starts[i + 1]
    const last = next === undefined ? to : addDays(next, -1)
    return from > last ? null : { from, to: last }
  })
}

/** Does the data reach back to a day: to its month, at least? */
const reaches =
  (firstDay: Day) =>
  (from: Day): boolean =>
    from >= monthStart(firstDay)

/** One dimension without a cut shows every member of the list that exists and can have a case of the request. */
function expected(asking: Asking, { office, sees }: World, base: Period): (readonly string[])[] {
  const [dimension, ...more] = asking.dimensions
  if (dimension === undefined || more.length > 0 || asking.top !== null) return []
  const own = sees === 'all' || asking.reach === 'office' ? null : sees
  return livingIn(membersOf(office, dimension), base)
    .filter(
      (member) =>
        asking.filters.every((picked) => isPossible(office, dimension, member, picked)) &&
        (own === null || own.some((picked) => isPossible(office, dimension, member, picked))),
    )
    .map(({ code }) => [code])
}

function inListOrder({ dimensions }: Asking, { office }: World, groups: readonly Group[]): Group[] {
  const lists = dimensions.map((id) => membersOf(office, id))
  const placed = groups.map((group) => ({
    group,
    place: group.keys.map((code, i) => placeInList(lists[i] ?? [], code)),
  }))
  const difference = (a: readonly number[], b: readonly number[]): number =>
    a.map((at, i) => at - (b[i] ?? 0)).find((by) => by !== 0) ?? 0
  return placed.sort((a, b) => difference(a.place, b.place)).map(({ group }) => group)
}
