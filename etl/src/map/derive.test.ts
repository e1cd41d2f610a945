import { loadOffice } from '@fengsui/prisma/office/load'
import { beforeAll, describe, expect, it } from 'vitest'
import { type CaseFact, emptyFact } from './case-fact.js'
import { isContactable, workingDayLimits } from './derive.js'

const limits: Record<string, (fact: CaseFact) => void> = {}
beforeAll(async () => {
  for (const name of ['wulong', 'nyc-council']) limits[name] = workingDayLimits(await loadOffice(name))
})

/** The last days of a case that was received on 2024-03-01, as an office sets them. */
function limitsOf(changes: Partial<CaseFact>, office = 'wulong'): readonly (string | null)[] {
  const fact = { ...emptyFact(), receivedOn: '2024-03-01', state: 'registered', ...changes }
  limits[office]?.(fact)
  return [fact.acceptDueOn, fact.replyDueOn]
}

describe('the last day for the reply', () => {
  // Computed with chinese-days 1.5.7.
  it.each([
    ['2024-02-09', '2024-02-20'],
    ['2024-04-30', '2024-05-08'],
    ['2024-09-27', '2024-10-08'],
    ['2024-09-30', '2024-10-10'],
    ['2024-12-31', '2025-01-06'],
    ['2025-01-24', '2025-02-05'],
    ['2025-09-30', '2025-10-11'],
    ['2026-02-13', '2026-02-25'],
    ['2026-09-30', '2026-10-10'],
  ])('of a case closed on %s is %s', (closedOn, expected) => {
    expect(limitsOf({ receivedOn: '2024-01-02', closedOn, state: 'closed' })[1]).toBe(expected)
  })

  it('is not known beyond the published calendar, before the rule, or while the case is open', () => {
    expect(limitsOf({ closedOn: '2026-12-30' })[1]).toBeNull()
    expect(limitsOf({ closedOn: '2027-03-01' })[1]).toBeNull()
    expect(limitsOf({ receivedOn: '2023-12-01', closedOn: '2023-12-29' })[1]).toBeNull()
    expect(limitsOf({ closedOn: null })[1]).toBeNull()
  })
})

describe('the last day to decide on acceptance', () => {
  it('is five working days after receipt, whatever was decided', () => {
    expect(limitsOf({})).toEqual(['2024-03-08', null])
    expect(limitsOf({ state: 'rejected', rejectedOn: '2024-03-20' })[0]).toBe('2024-03-08')
    expect(limitsOf({ receivedOn: '2026-09-29' })[0]).toBe('2026-10-12')
    expect(limitsOf({ receivedOn: '2026-12-28' })[0]).toBeNull()
  })

  it('is none for a case that was withdrawn before it was decided on', () => {
    expect(limitsOf({ state: 'withdrawn' })[0]).toBeNull()
    expect(limitsOf({ state: 'withdrawn', acceptedOn: '2024-03-05' })[0]).toBe('2024-03-08')
  })
})

it('an office without such limits has neither', () => {
  expect(limitsOf({ acceptedOn: '2024-03-02', closedOn: '2024-03-20' }, 'nyc-council')).toEqual([null, null])
})

it.each([
  ['named', '', true],
  ['employee', '', true],
  ['informant', '', true],
  ['anonymous', 'token', false],
  ['', 'token', true],
  ['', '', false],
])('a reporter of kind "%s" with number "%s" can be reached: %s', (reporterKind, reporterToken, expected) => {
  expect(isContactable({ ...emptyFact(), reporterKind, reporterToken })).toBe(expected)
})
