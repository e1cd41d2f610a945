import { describe, expect, it } from 'vitest'
import { levelOf } from './budget.js'
import { seeded } from '../statistics/random.js'
import { LEAD_BITS, knownOn } from './incidents.js'
import { afterWindows, criticalCount } from './predictive.js'
import { SCREENS, type Screened, screenDay } from './screening.js'
import type { Signal } from './signal.js'
import { type Given, POINTS, ground, incidentsOf } from './testing.js'
import { PROPOSED } from './thresholds.js'

const TODAY = 20_000
const START = TODAY - 3 * 365
const QUIET = ground(START, TODAY, 0.6)
const WITH: Screened = { thresholds: PROPOSED, campaigns: [], points: POINTS }

const signalsOf = (given: readonly Given[], screened = WITH, day = TODAY): readonly Signal[] =>
  screenDay(incidentsOf([...QUIET, ...given]), day, screened).signals
const changesOf = (...of: Parameters<typeof signalsOf>): readonly Signal[] =>
  signalsOf(...of).filter(({ rule }) => !['manyPlaces', 'disproportion', 'lead'].includes(rule))

/** Four reports on three enterprises within a month, in an area and on an issue where there was none. */
const DUST: readonly Given[] = [26, 17, 9, 4].map((ago, at) => ({
  ...{ day: TODAY - ago, region: 7, issue: 30, industry: 3, enterprise: 9001 + (at % 3), reporter: 500 + at },
}))

describe('what was known on a day', () => {
  it('does not know what came later, and leaves out what had been refused by then', () => {
    const incidents = incidentsOf([{ day: 10, rejected: 15 }, { day: 12 }, { day: 30 }])
    expect([...knownOn(incidents, 14, null).rows]).toEqual([0, 1])
    expect([...knownOn(incidents, 15, null).rows]).toEqual([1])
    expect(knownOn(incidents, 40, null).refused).toBe(1)
  })

  it('counts one reporter once for an enterprise and an issue, until he has been silent long enough', () => {
    const again = (day: number) => ({ day, enterprise: 5, reporter: 9 })
    const incidents = incidentsOf([again(1), again(60), again(149), again(239), { day: 61, enterprise: 5 }])
    expect(knownOn(incidents, 300, 90).rows).toHaveLength(3)
    expect(knownOn(incidents, 300, 90).repeated).toBe(2)
    expect(knownOn(incidents, 300, null).rows).toHaveLength(5)
  })
})

describe('C1, a sprout', () => {
  // domain.md 1.4 C: P(X ≥ 3 | b = 0) = 0.000147, P(X ≥ 3 | b = 1) = 0.000966, P(X ≥ 4 | b = 2) = 0.000287.
  it.each([
    [3, 0, 0.000147],
    [3, 1, 0.000966],
    [4, 2, 0.000287],
  ])('%i cases after %i in twelve windows have the published chance', (cases, before, chance) => {
    expect(afterWindows(before, 12, 1, 1).tails(cases - 1).upper).toBeCloseTo(chance, 6)
  })

  it.each([
    [0, 3],
    [1, 3],
    [2, 4],
    [3, 4],
    [4, 5],
    [6, 5],
    [7, 6],
  ])('after %i cases the table of the rule asks for %i', (before, least) => {
    expect(criticalCount(afterWindows(before, 12, 1, 1), 0.001, 3)).toBe(least)
  })

  it('new cases in a cell are one alarm of that cell, with the numbers behind it', () => {
    const found = changesOf(DUST)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({
      ...{ word: 'emerging', rule: 'sprout', level: 'alert', observed: 4, regime: 'window' },
      place: { region: 7, issue: 30 },
      backing: { enterprises: 3, reporters: 4 },
    })
    expect(found[0]?.ratio?.lower).toBeGreaterThan(3)
    expect(found[0]?.perYear).toBeLessThan(PROPOSED.budget.alertsPerYear / SCREENS)
    expect(found[0]?.also.length).toBeGreaterThan(0)
  })

  it('is not known before its third case, and nothing is found where nothing is', () => {
    expect(changesOf(DUST, WITH, TODAY - 10)).toEqual([])
    expect(changesOf([])).toEqual([])
  })

  it('of one reporter is none', () => {
    expect(changesOf(DUST.map((each, at) => ({ ...each, reporter: 7, enterprise: 9001 + at })))).toEqual([])
  })

  it('that rests on one enterprise is that enterprise', () => {
    const [found] = changesOf(DUST.map((each) => ({ ...each, enterprise: 9001 })))
    expect(found).toMatchObject({ word: 'lead', rule: 'oneEnterprise', enterprise: 9001 })
  })

  it('says that a campaign ran, and where it does not concern it nothing', () => {
    const during = { from: TODAY - 20, to: TODAY, region: 0, industry: 0, text: '安全生产月' }
    const [told] = changesOf(DUST, { ...WITH, campaigns: [during] })
    expect(told).toMatchObject({ campaigns: ['安全生产月'], cautions: ['campaign'] })
    const [elsewhere] = changesOf(DUST, { ...WITH, campaigns: [{ ...during, region: 3 }] })
    expect(elsewhere?.cautions).toEqual([])
  })

  it('of somebody who reports everybody is shown with and without him', () => {
    const one = [12, 10, 8, 6, 4, 2].map((ago, at) => ({
      ...{ day: TODAY - ago, region: 7, issue: 30, industry: 3, enterprise: 9100 + at, reporter: 700 },
    }))
    const other = { day: TODAY - 1, region: 7, issue: 30, industry: 3, enterprise: 9200, reporter: 701 }
    const [found] = changesOf([...one, other])
    expect(found).toMatchObject({ observed: 7, withoutAbnormal: { observed: 1, holds: false, told: null } })
    expect(found?.cautions).toContain('abnormalReporter')
  })

  it('that holds without him says its own numbers: those of a day on which he had reported nothing', () => {
    const one = [12, 10, 8, 6, 4, 2].map((ago, at) => ({
      ...{ day: TODAY - ago, region: 7, issue: 30, industry: 3, enterprise: 9100 + at, reporter: 700 },
    }))
    const [found] = changesOf([...DUST, ...one])
    const [alone] = changesOf(DUST)
    expect(found).toMatchObject({ observed: 10, withoutAbnormal: { observed: 4, holds: true } })
    const told = found?.withoutAbnormal?.told
    expect(told).toMatchObject({ observed: 4, level: alone?.level, place: alone?.place })
    expect(told?.p).toBeCloseTo(alone?.p ?? NaN, 9)
    expect(found?.cautions).not.toContain('abnormalReporter')
  })

  it('that comes every year at this time is a season', () => {
    const spring = (years: number, seed: number): Given[] =>
      ground(TODAY - years * 365 - 29, TODAY - years * 365, 0.4, seed).map((each) => ({ ...each, issue: 31 }))
    expect(changesOf(spring(0, 3)).length).toBeGreaterThan(0)
    expect(changesOf([...spring(0, 3), ...spring(1, 4), ...spring(2, 5)])).toEqual([])
  })
})

describe('the false alarms of a year are one budget', () => {
  it('and more screens that share it ask for rarer things', () => {
    expect(levelOf(0.09, 10, PROPOSED.budget)).toBe('alert')
    expect(levelOf(0.09, 20, PROPOSED.budget)).toBe('watch')
    expect(levelOf(0.7, 10, PROPOSED.budget)).toBe('note')
  })

  it('one case more is never less of a signal', () => {
    const more = { day: TODAY - 2, region: 7, issue: 30, industry: 3, enterprise: 9009 }
    const [four] = changesOf(DUST)
    const [five] = changesOf([...DUST, more])
    expect(five?.perYear).toBeLessThan(four?.perYear ?? 0)
  })
})

describe('long and high series', () => {
  const many = ground(START - 3 * 365, TODAY, 1.2, 8).map((each) => ({ ...each, issue: 40, industry: 2 }))
  it('are judged by weeks, with what a week should have', () => {
    const screening = screenDay(incidentsOf([...many, ...QUIET]), TODAY, WITH)
    const weekly = screening.tested.find(({ family, regime }) => family === 'issue' && regime === 'weeks')
    expect(weekly?.expected).toBeGreaterThan(6)
    expect(weekly?.expected).toBeLessThan(11)
    expect((weekly?.to ?? 0) - (weekly?.from ?? 0)).toBe(6)
  })

  it('raise an alarm in a week that has three times as many', () => {
    const week = Array.from({ length: 20 }, (_, at) => ({
      ...{ day: TODAY - 7 - (at % 3), region: 1 + (at % 10), issue: 40, industry: 2, enterprise: 7000 + at },
    }))
    const days = Array.from({ length: 12 }, (_, ago) => TODAY - ago)
    const given = incidentsOf([...many, ...QUIET, ...week])
    const found = days
      .flatMap((day) => screenDay(given, day, WITH).signals)
      .filter(({ regime }) => regime === 'weeks')
    expect(found).toContainEqual(
      expect.objectContaining({ rule: 'increase', level: 'alert', word: 'tendency' }),
    )
  })
})

it('what goes through all areas is told once, of the whole; what one area has beyond it is told of the area', () => {
  const in7 = (count: number): Given[] =>
    Array.from({ length: count }, (_, at) => ({
      ...{
        day: TODAY - 27 + at,
        region: 7,
        issue: 30,
        industry: 3,
        enterprise: 9001 + at,
        reporter: 500 + at,
      },
    }))
  const everywhere = Array.from({ length: 36 }, (_, at) => ({
    ...{ day: TODAY - 28 + (at % 28), region: 1 + (at % 6), issue: 30, industry: 3, enterprise: 9300 + at },
  }))
  const told = (given: readonly Given[]) =>
    changesOf(given).filter(({ place, family }) => place.issue === 30 && family !== 'cluster')
  expect(told([...everywhere, ...in7(6)])).toMatchObject([{ place: { region: 0 }, observed: 42 }])
  expect(told([...everywhere, ...in7(6)])[0]?.also.length).toBeGreaterThan(3)
  expect(told(in7(6))).toMatchObject([{ family: 'regionIssue', place: { region: 7 } }])
})

/** Months of an issue in three areas, the latest last. */
const monthly = (counts: readonly number[]): Given[] =>
  counts.flatMap((count, month) =>
    Array.from({ length: count }, (_unused, at): Given => ({
      day: Math.round(TODAY - (counts.length - month) * 30.4 + (at * 30) / count),
      ...{ region: 1 + (at % 3), issue: 50, industry: 4, enterprise: 5000 + month * 40 + at },
    })),
  )
/** Counts that stay around a mean, each by itself. */
const around = (mean: number, at: number): number => Math.round(mean + [2, -1, 0, 1, -2, 1, -1][at % 7]!)

it('a rise month by month is a tendency, with its slope', () => {
  const found = signalsOf(monthly(Array.from({ length: 24 }, (_, at) => around(3 + at * 0.5, at)))).filter(
    ({ rule }) => rule === 'rise',
  )
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({ word: 'tendency', place: { issue: 50 } })
})

it('a level that shifted once and stayed is no steady rise', () => {
  const random = seeded(6)
  const noise = Array.from({ length: 35 }, () => Math.floor(5 * random()))
  const p = (level: (month: number) => number) => {
    const given = [...QUIET, ...monthly(noise.map((extra, at) => Math.round(extra + level(at))))]
    const { rises } = screenDay(incidentsOf(given), TODAY, WITH)
    return rises.find(({ family, cell }) => family === 'issue' && cell === 50)?.p ?? 1
  }
  expect(p((month) => (month < 17 ? 2 : 14))).toBeGreaterThan(100 * p((month) => 2 + month * 0.35))
})

it('reports of one day on no known enterprise may be one event; on other enterprises or days they are more', () => {
  const pile = (enterprise: (at: number) => number, day: (at: number) => number) =>
    changesOf(
      Array.from({ length: 6 }, (_, at) => ({
        ...{
          day: day(at),
          region: 7,
          issue: 30,
          industry: 3,
          enterprise: enterprise(at),
          reporter: 500 + at,
        },
      })),
    ).filter(({ place }) => place.issue === 30)
  const oneDay = (): number => TODAY - 5
  expect(pile(() => 0, oneDay)).toEqual([])
  expect(pile((at) => 9001 + at, oneDay)).toMatchObject([{ observed: 6, level: 'alert' }])
  expect(
    pile(
      () => 0,
      (at) => TODAY - 2 - at * 4,
    ),
  ).toMatchObject([{ observed: 6, level: 'alert' }])
})

it('an issue that an area has out of proportion is concentrated; the year after it is long known', () => {
  const cabs = (from: number): Given[] =>
    Array.from({ length: 18 }, (_, at) => ({
      day: from + at * 18,
      region: 3,
      issue: 12,
      industry: 3,
      enterprise: 800 + at,
    }))
  const of = (given: readonly Given[]) =>
    signalsOf(given).find(({ rule, place }) => rule === 'disproportion' && place.issue === 12)
  expect(of(cabs(TODAY - 340))).toMatchObject({ word: 'concentrated', level: 'watch', place: { region: 3 } })
  expect(of([...cabs(TODAY - 340), ...cabs(TODAY - 720)])).toMatchObject({
    level: 'note',
    cautions: ['longStanding'],
  })
})

it('an issue of many places and enterprises that is mostly right is typical; unchecked it is not', () => {
  const lanes = (finding: 'proven' | 'unfounded'): Given[] =>
    Array.from({ length: 36 }, (_, at) => ({
      ...{ day: TODAY - 350 + at * 9, region: 1 + (at % 10), issue: 60, industry: 1, enterprise: 600 + at },
      ...{ verified: TODAY - 320 + at * 9, finding: at % 18 < 13 ? finding : ('unfounded' as const) },
    }))
  const isFound = (given: readonly Given[]) =>
    signalsOf(given).some(({ word, place }) => word === 'typical' && place.issue === 60)
  expect(isFound(lanes('proven'))).toBe(true)
  expect(isFound(lanes('unfounded'))).toBe(false)
})

describe('important leads', () => {
  const leads = (given: readonly Given[]) => signalsOf(given).filter(({ rule }) => rule === 'lead')
  it('are a concealed accident and a death, by themselves', () => {
    const [concealed, dead] = [
      { day: TODAY - 19, lead: LEAD_BITS.concealment, enterprise: 1 },
      { day: TODAY - 3, lead: LEAD_BITS.fatal, enterprise: 2 },
    ]
    expect(leads([concealed, dead]).map(({ lead, level }) => [lead, level])).toEqual([
      ['fatal', 'alert'],
      ['concealment', 'alert'],
    ])
    expect(leads([{ ...concealed, lead: LEAD_BITS.concealment + LEAD_BITS.fatal }])).toMatchObject([
      { lead: 'concealedDeath', observed: 1 },
    ])
    expect(leads([{ ...concealed, day: TODAY - 40 }])).toEqual([])
  })

  it('are several reports of several people on an enterprise that had none', () => {
    const on = (reporters: readonly number[]): Given[] =>
      reporters.map((reporter, at) => ({
        day: TODAY - 80 + at * 20,
        enterprise: 77_000,
        issue: 3 + at,
        reporter,
      }))
    expect(leads(on([1, 2, 3]))).toMatchObject([{ lead: 'enterprise', enterprise: 77_000, observed: 3 }])
    expect(leads(on([1, 2, 2]))).toMatchObject([{ observed: 3, backing: { reporters: 2 } }])
    expect(leads(on([1, 1, 1]))).toEqual([])
  })

  it('are a new report on what was found right and closed not long ago', () => {
    const before = {
      day: TODAY - 190,
      enterprise: 5000,
      issue: 9,
      verified: TODAY - 165,
      closed: TODAY - 160,
    } as const
    const again = { day: TODAY - 18, enterprise: 5000, issue: 9 }
    expect(leads([{ ...before, finding: 'proven' }, again])).toMatchObject([{ lead: 'relapse', observed: 2 }])
    expect(leads([{ ...before, finding: 'unfounded' }, again])).toEqual([])
    expect(leads([{ ...before, finding: 'proven', closed: TODAY - 5 }, again])).toEqual([])
  })
})
