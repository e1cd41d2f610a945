import { loadOffice } from '@fengsui/prisma/office/load'
import { beforeAll, describe, expect, it } from 'vitest'
import { type CaseFact, emptyFact } from './case-fact.js'
import { dueDaySetter, isContactable } from './derive.js'

const limits: Record<string, (fact: CaseFact) => unknown> = {}
beforeAll(async () => {
  for (const name of ['wulong', 'nyc-council']) limits[name] = dueDaySetter(await loadOffice(name))
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

/** One limit of a case, by the office's rules. */
function limitOf(
  key: 'dueOn' | 'signDueOn' | 'refusalDueOn' | 'rewardDueOn' | 'claimDueOn',
  changes: Partial<CaseFact>,
) {
  const fact = { ...emptyFact(), receivedOn: '2026-02-02', state: 'accepted', ...changes }
  limits.wulong?.(fact)
  return fact[key]
}

describe('the other limits', () => {
  it('signing is due two working days after the assignment', () => {
    expect(limitOf('signDueOn', { assignedOn: '2026-02-13' })).toBe('2026-02-24')
    expect(limitOf('signDueOn', {})).toBeNull()
  })

  it('who is refused is told within three working days of either decision', () => {
    expect(limitOf('refusalDueOn', { state: 'rejected', rejectedOn: '2026-02-06' })).toBe('2026-02-11')
    expect(limitOf('refusalDueOn', { rewardDecidedOn: '2026-03-06' })).toBe('2026-03-11')
    expect(limitOf('refusalDueOn', { rewardDecidedOn: '2026-03-06', rewardAmount: '500.00' })).toBeNull()
  })

  it('a reward is due 30 days after the decision, its claim 60 days after the notice', () => {
    const reward = { rewardDecidedOn: '2026-03-06', rewardAmount: '500.00', rewardNotifiedOn: '2026-03-10' }
    expect(limitOf('rewardDueOn', reward)).toBe('2026-04-05')
    expect(limitOf('claimDueOn', reward)).toBe('2026-05-09')
    expect(limitOf('rewardDueOn', { ...reward, rewardAmount: null })).toBeNull()
  })

  it('no unit has 60 days where somebody died, whatever the source says', () => {
    const accepted = { acceptedOn: '2026-03-01' }
    expect(limitOf('dueOn', accepted)).toBe('2026-04-30')
    expect(limitOf('dueOn', { ...accepted, fatal: true })).toBeNull()
    expect(limitOf('dueOn', { ...accepted, fatal: true, dueOn: '2026-04-10' })).toBeNull()
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
