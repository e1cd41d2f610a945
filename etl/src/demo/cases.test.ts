import { loadOffice } from '@fengsui/prisma/office/load'
import type { Office } from '@fengsui/prisma/office/office'
import { beforeAll, describe, expect, it } from 'vitest'
import { generateCases } from './cases.js'
import { addYears, dayOf, isoOf, monthOf, type Day } from './days.js'
import type { DemoCase } from './demo-case.js'
import { LATE_UNITS } from './profile.js'

const AS_OF = dayOf('2026-10-31')
let office: Office
let cases: DemoCase[] = []

beforeAll(async () => {
  office = await loadOffice('wulong')
  cases = [...generateCases({ office, seed: 20261031, asOf: AS_OF, total: 1880, sources: 'all' })]
})

const dueOf = (of: DemoCase, acceptedOn: Day): Day => {
  const inTime = of.extendedOn !== null && of.extendedOn <= acceptedOn + 60
  return acceptedOn + 60 + (inTime ? of.extensionDays : 0)
}

/** On time ÷ decided: closed, or past due while open. */
function onTimeShare(some: readonly DemoCase[]): number {
  let decided = 0
  let onTime = 0
  for (const of of some) {
    if (of.acceptedOn === null) continue
    const due = dueOf(of, of.acceptedOn)
    if (Math.min(of.closedOn ?? Infinity, due) > AS_OF) continue
    decided++
    if (of.closedOn !== null && of.closedOn <= due) onTime++
  }
  return onTime / decided
}

const inMonths = (...months: number[]) => cases.filter((of) => months.includes(monthOf(of.receivedOn)))
const ofStory = (story: string) => cases.filter((of) => of.story === story)

describe('the synthetic district', () => {
  it('reports some 400 cases a year for five years, slowly more', () => {
    const years = [1, 2, 3, 4, 5].map((year) => {
      const last = addYears(AS_OF, year - 5)
      return cases.filter((of) => of.receivedOn <= last && of.receivedOn > addYears(last, -1)).length
    })
    for (const count of years) expect(count).toBeGreaterThan(300)
    for (const count of years) expect(count).toBeLessThan(580)
    expect(years[4]).toBeGreaterThan(years[0] ?? Infinity)
    expect(cases.every((of) => of.receivedOn > addYears(AS_OF, -5) && of.receivedOn <= AS_OF)).toBe(true)
  })

  it('closes about nine in ten on time, the late units clearly fewer', () => {
    const late = cases.filter((of) => of.department.code in LATE_UNITS)
    expect(onTimeShare(cases)).toBeGreaterThan(0.87)
    expect(onTimeShare(cases)).toBeLessThan(0.94)
    expect(onTimeShare(late)).toBeLessThan(0.75)
  })

  it('proves 54 to 62 % of what it verifies, in about four weeks', () => {
    const verified = cases.filter((of) => of.verifiedOn !== null)
    const proven = verified.filter((of) => of.result === 'true' || of.result === 'partly')
    expect(proven.length / verified.length).toBeGreaterThan(0.54)
    expect(proven.length / verified.length).toBeLessThan(0.62)
    const days = cases
      .filter((of) => of.closedOn !== null)
      .map((of) => (of.closedOn ?? 0) - (of.acceptedOn ?? 0))
      .sort((a, b) => a - b)
    expect(days[Math.floor(days.length / 2)]).toBeGreaterThanOrEqual(24)
    expect(days[Math.floor(days.length / 2)]).toBeLessThanOrEqual(31)
  })

  it('has its seasons: fireworks around the Spring Festival, tourism in summer', () => {
    const fireworks = (some: readonly DemoCase[]) => some.filter((of) => of.issue.parent === '07').length
    expect(fireworks(inMonths(1, 2))).toBeGreaterThan(
      2 * fireworks(inMonths(3, 4, 5, 6, 7, 8, 9, 10, 11, 12)),
    )
    const tourism = (some: readonly DemoCase[]) => some.filter((of) => of.issue.parent === '13').length
    expect(tourism(inMonths(7, 8))).toBeGreaterThan(2 * tourism(inMonths(1, 2)))
  })

  it('knows nothing that happens after the as-of day, and nothing before its cause', () => {
    for (const of of cases) {
      const days = [
        of.acceptedOn,
        of.assignedOn,
        of.returnedOn,
        of.verifiedOn,
        of.closedOn,
        of.rewardDecidedOn,
        of.rewardPaidOn,
      ]
      const known = days.filter((day) => day !== null)
      expect([...known].sort((a, b) => a - b)).toEqual(known)
      expect(Math.max(of.receivedOn, ...known)).toBeLessThanOrEqual(AS_OF)
    }
  })

  it('assigns what it accepts within days, has one in 25 returned, and counts both as updates', () => {
    const assigned = cases.filter((of) => of.assignedOn !== null)
    expect(cases.filter((of) => of.acceptedOn !== null).length - assigned.length).toBeLessThan(10)
    expect(assigned.every((of) => (of.assignedOn ?? 0) - (of.acceptedOn ?? 0) < 15)).toBe(true)
    const returned = cases.filter((of) => of.returnedOn !== null)
    expect(returned.length / assigned.length).toBeGreaterThan(0.025)
    expect(returned.length / assigned.length).toBeLessThan(0.055)
    expect(cases.every((of) => of.updatedOn >= Math.max(of.assignedOn ?? 0, of.returnedOn ?? 0))).toBe(true)
  })

  it('has some signed for late or not yet, chains of several units, and extensions without an answer', () => {
    const assigned = cases.filter((of) => of.assignedOn !== null)
    const signed = assigned.filter((of) => of.signedOn !== null)
    expect(signed.length / assigned.length).toBeGreaterThan(0.95)
    expect(signed.every((of) => (of.signedOn ?? 0) >= (of.assignedOn ?? 0))).toBe(true)
    expect(
      cases.filter((of) => of.transfers.filter(({ unit }) => unit === null).length >= 2).length,
    ).toBeGreaterThan(5)
    expect(assigned.every((of) => of.transfers[0]?.day === of.assignedOn)).toBe(true)
    expect(
      cases.filter((of) => of.extensionAskedOn !== null && of.extendedOn === null).length,
    ).toBeGreaterThan(20)
    expect(cases.filter((of) => of.fatal).length).toBeGreaterThan(1)
  })

  it('has cases in every state of their life, extended in time and too late', () => {
    const states = new Set(cases.map((of) => of.state))
    for (const state of [
      'registered',
      'rejected',
      'verifying',
      'disposing',
      'closed',
      'replied',
      'rewarded',
      'archived',
      'withdrawn',
    ])
      expect(states).toContain(state)
    const extended = cases.filter((of) => of.extendedOn !== null)
    const tooLate = extended.filter((of) => (of.extendedOn ?? 0) > (of.acceptedOn ?? 0) + 60)
    expect(tooLate.length).toBeGreaterThan(3)
    expect(extended.length).toBeGreaterThan(tooLate.length * 2)
    expect(
      cases.some((of) => of.closedOn === null && of.acceptedOn !== null && of.acceptedOn + 90 < AS_OF),
    ).toBe(true)
  })
})

describe('the planted stories', () => {
  it('blocks fire lanes in 14 towns, at 36 enterprises, mostly proven', () => {
    const story = ofStory('fireLane')
    expect(new Set(story.map((of) => of.town.code)).size).toBe(14)
    expect(new Set(story.map((of) => of.enterprise)).size).toBe(36)
    expect(story.every((of) => of.issue.code === '0501' && of.receivedOn > addYears(AS_OF, -1))).toBe(true)
    const settled = story.filter((of) => of.verifiedOn !== null)
    expect(settled.filter((of) => of.result === 'true').length / settled.length).toBeGreaterThan(0.6)
  })

  it('lets gas hazards in catering rise for two years', () => {
    const story = cases.filter((of) => of.issue.code === '0802')
    const within = (from: number, to: number) =>
      story.filter((of) => AS_OF - of.receivedOn >= from && AS_OF - of.receivedOn < to).length
    expect(within(0, 90)).toBeGreaterThan(1.3 * within(365, 455))
    expect(within(0, 365)).toBeGreaterThan(1.5 * within(365, 730))
  })

  it('lets something new begin in one town in the last 30 days', () => {
    const story = ofStory('dust')
    expect(cases.filter((of) => of.issue.code === '0604')).toEqual(story)
    expect(story).toHaveLength(4)
    expect(new Set(story.map((of) => of.reporter.phone)).size).toBe(4)
    expect(story.every((of) => of.town.name === '长坝镇' && AS_OF - of.receivedOn < 30)).toBe(true)
  })

  it('reports one factory four times in 90 days, a relapse, and one concealed accident', () => {
    expect(cases.filter((of) => of.enterprise === '白马某化工厂99')).toHaveLength(4)
    expect(new Set(ofStory('oneFactory').map((of) => of.reporter.phone)).size).toBe(3)
    expect(ofStory('relapse').map((of) => isoOf(of.receivedOn))).toEqual(['2026-04-24', '2026-10-13'])
    expect(cases.filter((of) => of.reportClass === 'concealment')).toEqual(ofStory('concealed'))
    expect(ofStory('serial').every((of) => of.result !== 'true' && of.result !== 'partly')).toBe(true)
  })

  it('reports sites along a road in five towns of the north-east within three weeks, one each', () => {
    const story = ofStory('roadWorks')
    expect(story).toHaveLength(13)
    expect(new Set(story.map((of) => of.town.code)).size).toBe(5)
    expect(new Set(story.map((of) => of.enterprise)).size).toBe(13)
    expect(new Set(story.map((of) => of.reporter.phone)).size).toBe(13)
    expect(story.every((of) => AS_OF - of.receivedOn <= 24 && AS_OF - of.receivedOn >= 6)).toBe(true)
    // Numbered apart: with or without them every other case is the same.
    expect(story.every((of) => of.sourceCaseNo.startsWith('CQ20269'))).toBe(true)
    expect(cases.filter((of) => of.sourceCaseNo.startsWith('CQ20269'))).toEqual(story)
  })
})
