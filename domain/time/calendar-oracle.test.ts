import { afterAll, describe, expect, it } from 'vitest'
import {
  COMPARISONS,
  type ComparisonKind,
  comparedPeriod,
  comparedStarts,
  comparisonFits,
} from './comparison.js'
import { GRAINS, type Grain, bucketsOf } from './grain.js'
import { PERIOD_PRESETS, type PeriodPreset, calendarPeriod, resolvePreset } from './period.js'

/*
 * The calendar once more, as one would do it with a finger on a wall calendar: days are laid out one by one and walked;
 * no dates of the platform, and nothing of what is tested. A day is its place in the list.
 */
interface Leaf {
  readonly text: string
  readonly year: number
  readonly month: number
  readonly day: number
}
const LEAVES: Leaf[] = []
const PLACES = new Map<string, number>()

// The first leaf, 1979-01-01, is a Monday.
for (let year = 1979; year <= 2032; year++) {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  for (const [i, length] of [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].entries()) {
    for (let day = 1; day <= length; day++) {
      const text = [year, i + 1, day].map((part) => String(part).padStart(2, '0')).join('-')
      PLACES.set(text, LEAVES.length)
      LEAVES.push({ text, year, month: i + 1, day })
    }
  }
}
const leaf = (at: number): Leaf => LEAVES[at]!
const place = (text: string): number => PLACES.get(text)!

/** Which unit a day belongs to; units count up by one. */
function unitOf(at: number, grain: Grain): number {
  const { year, month, day } = leaf(at)
  if (grain === 'day') return at
  if (grain === 'week') return Math.floor(at / 7)
  if (grain === 'tenDay') return (year * 12 + month) * 3 + (day <= 10 ? 0 : day <= 20 ? 1 : 2)
  if (grain === 'month') return year * 12 + month
  if (grain === 'quarter') return year * 4 + Math.ceil(month / 3)
  return grain === 'halfYear' ? year * 2 + (month <= 6 ? 0 : 1) : year
}
function firstOf(at: number, grain: Grain): number {
  while (unitOf(at - 1, grain) === unitOf(at, grain)) at--
  return at
}
function lastOf(at: number, grain: Grain): number {
  while (unitOf(at + 1, grain) === unitOf(at, grain)) at++
  return at
}

/** A period, and what 环比 goes back by: so many of a unit. */
interface Span {
  readonly from: number
  readonly to: number
  readonly unit: 'day' | 'tenDay' | 'month'
  readonly count: number
}

const BACK: Readonly<Record<string, Pick<Span, 'unit' | 'count'>>> = {
  week: { unit: 'day', count: 7 },
  tenDay: { unit: 'tenDay', count: 1 },
  month: { unit: 'month', count: 1 },
  quarter: { unit: 'month', count: 3 },
  halfYear: { unit: 'month', count: 6 },
  year: { unit: 'month', count: 12 },
}

function presetSpan(preset: PeriodPreset, asOf: number, firstDay: number): Span {
  const [, count, unit] = /^last(\d+)(Days|Months)$/.exec(preset) ?? []
  if (unit === 'Days') return { from: asOf - Number(count) + 1, to: asOf, unit: 'day', count: Number(count) }
  if (unit === 'Months') {
    let from = firstOf(asOf, 'month')
    for (let i = 1; i < Number(count); i++) from = firstOf(from - 1, 'month')
    return { from, to: asOf, unit: 'month', count: Number(count) }
  }
  if (preset === 'all') return daysSpan(firstDay, asOf, asOf)
  const word = preset === 'yearToDate' ? 'thisYear' : preset
  const name = word.slice(4)
  const grain = name === 'TenDays' ? 'tenDay' : ((name[0]!.toLowerCase() + name.slice(1)) as Grain)
  const begin = firstOf(asOf, grain)
  const [from, to] = word.startsWith('this') ? [begin, asOf] : [firstOf(begin - 1, grain), begin - 1]
  return { from, to, ...BACK[grain]! }
}

/** Days as they are given, cut after the as-of day; whole months, or months to date, are months. */
function daysSpan(from: number, until: number, asOf: number): Span {
  const to = Math.min(until, asOf)
  const wholeEnd = lastOf(until, 'month') === until
  if (leaf(from).day !== 1 || !(wholeEnd || to === asOf))
    return { from, to, unit: 'day', count: to - from + 1 }
  return {
    from,
    to,
    unit: 'month',
    count: unitOf(wholeEnd ? until : to, 'month') - unitOf(from, 'month') + 1,
  }
}

const FESTIVALS =
  `1998-01-28 1999-02-16 2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29
  2007-02-18 2008-02-07 2009-01-26 2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08
  2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17
  2027-02-06 2028-01-26 2029-02-13 2030-02-03 2031-01-23 2032-02-11`
    .split(/\s+/)
    .map(place)

function backBy(kind: ComparisonKind, span: Span): Pick<Span, 'unit' | 'count'> {
  if (kind === 'yearAgo') return BACK['year']!
  if (kind === 'previous') return span
  if (kind === 'sameWeekdays') return { unit: 'day', count: 52 * 7 }
  const middle = span.from + Math.floor((span.to - span.from) / 2)
  let nearest = 1
  FESTIVALS.forEach((festival, i) => {
    if (Math.abs(festival - middle) < Math.abs(FESTIVALS[nearest]! - middle)) nearest = i
  })
  return { unit: 'day', count: FESTIVALS[nearest]! - FESTIVALS[nearest - 1]! }
}

/** The same day of the month or 旬 so many units before; its last where there is none, and the last for the last. */
function back(at: number, { unit, count }: Pick<Span, 'unit' | 'count'>, lastForLast: boolean): number {
  if (unit === 'day') return at - count
  let first = firstOf(at, unit)
  const into = at - first
  for (let i = 0; i < count; i++) first = firstOf(first - 1, unit)
  const last = lastOf(first, unit)
  return lastForLast && lastOf(at, unit) === at ? last : Math.min(first + into, last)
}

/** The first day of the compared period that stands, in its month or 旬, where the bucket begins in its own, or after. */
function startsOf(begins: number[], by: Pick<Span, 'unit' | 'count'>, from: number, to: number): number[] {
  let at = from
  return begins.map((begin, i) => {
    if (i === 0) return from
    if (by.unit === 'day') return begin - by.count
    const { unit } = by
    const into = begin - firstOf(begin, unit)
    const target = unitOf(begin, unit) - by.count
    const isBefore = () =>
      unitOf(at, unit) < target || (unitOf(at, unit) === target && at - firstOf(at, unit) < into)
    while (at <= to && isBefore()) at++
    return at
  })
}

function naiveBuckets({ from, to }: Span, grain: Grain, limit: number) {
  const buckets: { key: string; from: string; to: string; partial: boolean }[] = []
  for (let at = from; at <= to && buckets.length < limit;) {
    const [key, end] = [firstOf(at, grain), lastOf(at, grain)]
    const last = Math.min(end, to)
    const partial = key < at || last < end
    buckets.push({ key: leaf(key).text, from: leaf(at).text, to: leaf(last).text, partial })
    at = last + 1
  }
  return buckets
}

/** mulberry32: whole numbers from `least` to `most`, the same ones for the same seed. */
function chance(seed: number) {
  return (least: number, most: number): number => {
    seed = (seed + 0x6d2b79f5) | 0
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return least + (((mixed ^ (mixed >>> 14)) >>> 0) % (most - least + 1))
  }
}

const LIMIT = 400
const ZONES = [
  ['America/Los_Angeles', [420, 480]],
  ['Pacific/Kiritimati', [-840, -840]],
] as const
const pick = <T>(list: readonly T[], draw: ReturnType<typeof chance>): T => list[draw(0, list.length - 1)]!

/** One case drawn by chance, answered twice. */
function drawCase(draw: ReturnType<typeof chance>) {
  const asOf = draw(place('2004-01-01'), place('2030-12-31'))
  const grain = pick(Object.keys(GRAINS) as Grain[], draw)
  const kind = pick(Object.keys(COMPARISONS) as ComparisonKind[], draw)
  const free = draw(0, 1) === 0
  const preset = pick(Object.keys(PERIOD_PRESETS) as PeriodPreset[], draw)
  const firstDay = asOf - draw(0, 3000)
  const drawn = asOf - draw(0, pick([40, 400, 1500], draw))
  const from = draw(0, 1) === 0 ? firstOf(drawn, 'month') : drawn
  const reach = from + draw(0, pick([10, 60, 400], draw))
  const until = draw(0, 1) === 0 ? lastOf(reach, 'month') : reach
  const span = free ? daysSpan(from, until, asOf) : presetSpan(preset, asOf, firstDay)
  const period = free
    ? calendarPeriod(leaf(from).text, leaf(until).text, leaf(asOf).text)
    : resolvePreset(preset, leaf(asOf).text, leaf(firstDay).text)
  const about = `${grain} ${kind} ${free ? `${leaf(from).text}_${leaf(until).text}` : preset}, ${leaf(asOf).text}`
  return { about, grain, kind, span, period }
}

type Drawn = ReturnType<typeof drawCase>

function naive({ span, grain, kind }: Drawn): object {
  const resolved = [leaf(span.from).text, leaf(span.to).text]
  const buckets = naiveBuckets(span, grain, LIMIT)
  if (kind === 'springFestival' && span.to - span.from + 1 > 183) return { resolved, buckets, fits: false }
  const by = backBy(kind, span)
  const [from, to] = [back(span.from, by, false), back(span.to, by, true)]
  const starts = startsOf(
    buckets.map((bucket) => place(bucket.from)),
    by,
    from,
    to,
  )
  const compared = [leaf(from).text, leaf(to).text]
  return { resolved, buckets, fits: true, compared, starts: starts.map((start) => leaf(start).text) }
}

function ours({ period, grain, kind }: Drawn): object {
  const resolved = [period.from, period.to]
  const buckets = bucketsOf(period, grain, LIMIT)
  if (!comparisonFits(period, kind)) return { resolved, buckets, fits: false }
  const { from, to } = comparedPeriod(period, kind)
  const begins = buckets.map((bucket) => bucket.from)
  return { resolved, buckets, fits: true, compared: [from, to], starts: comparedStarts(period, kind, begins) }
}

describe.each(ZONES)('the calendar, as one walks it day by day, in %s', (zone, offsets) => {
  const before = process.env.TZ
  afterAll(() => void (process.env.TZ = before))

  it('differs in none of 20,000 cases', { timeout: 60_000 }, () => {
    process.env.TZ = zone
    expect(offsets).toContain(new Date(2026, 6, 1).getTimezoneOffset())
    const draw = chance(20261125)
    const differing: object[] = []
    let compared = 0
    for (let i = 0; i < 60_000 && compared < 20_000; i++) {
      const drawn = drawCase(draw)
      const [expected, actual] = [naive(drawn), ours(drawn)]
      if ('compared' in expected) compared += 1
      if (JSON.stringify(expected) !== JSON.stringify(actual)) differing.push({ ...drawn, expected, actual })
    }
    expect(compared).toBe(20_000)
    expect(differing.slice(0, 3)).toEqual([])
  })
})
