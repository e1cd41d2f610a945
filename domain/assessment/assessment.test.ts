import { describe, expect, it } from 'vitest'
import { seeded } from '../statistics/random.js'
import { type AssessmentFacts, type AssessmentTerms, assess } from './assessment.js'
import type { DeductionRule } from './deduction-rules.js'
import { differenceOf } from './difference.js'
import type { HandledCase } from './failures.js'
import { type Habits, gamingFindings } from './gaming.js'
import { leagueRanks } from './league-ranks.js'
import { parseQuarter, quarterBefore, quarterLabel, quarterOf } from './quarter.js'
import { deductionItems } from './score.js'

const QUARTER = quarterOf('2026-09-30')
const AS_OF = '2026-10-31'
const LOOP: DeductionRule = {
  id: 'openLoop',
  trigger: 'openLoop',
  text: '未闭环',
  points: 0.5,
  cap: 3,
  exempt: ['fatal'],
  steps: ['verified', 'closed', 'replied'],
  basis: '通知第14项',
  proposed: true,
  from: '2024-01-01',
  to: null,
}
const REWARD: DeductionRule = {
  ...LOOP,
  id: 'unpaidReward',
  trigger: 'unpaidReward',
  points: 1,
  cap: null,
  exempt: ['fatal', 'claimOpen'],
  steps: [],
}
const LEAK: DeductionRule = { ...REWARD, id: 'leak', trigger: 'leak', points: 2, exempt: [] }
const RULES = [LOOP, REWARD, LEAK]
/** Closed and answered in time. */
const FINE: HandledCase = {
  id: 'a',
  caseNo: '举报-1',
  dueOn: '2026-08-31',
  verifiedOn: '2026-08-20',
  closedOn: '2026-08-25',
  replyDueOn: '2026-08-28',
  repliedOn: '2026-08-28',
  contactable: true,
  rewardDueOn: null,
  rewardNotifiedOn: null,
  claimDueOn: null,
  rewardPaidOn: null,
  isFatal: false,
  chain: [],
  assignedOn: '2026-07-02',
  department: 'YJ',
}
const NO_FACTS: AssessmentFacts = {
  cases: [],
  handled: new Map(),
  rates: { onTimeRate: [], verifiedShareOfChecked: [] },
  habits: new Map(),
  unknownLimits: 0,
}
const TERMS: AssessmentTerms = {
  quarter: QUARTER,
  asOf: AS_OF,
  rules: RULES,
  base: 100,
  units: ['YJ', 'XF', 'JT', 'GA'].map((unit) => ({ unit, league: 'departments' })),
  leaks: [],
  waivers: [],
}
const items = (of: Partial<HandledCase>, more: Partial<AssessmentTerms> = {}) =>
  deductionItems({ ...TERMS, ...more, cases: [{ ...FINE, ...of }] })
const table = (facts: Partial<AssessmentFacts>, more: Partial<AssessmentTerms> = {}) =>
  assess({ ...NO_FACTS, ...facts }, { ...TERMS, ...more })
const unitOf = (made: ReturnType<typeof table>, unit: string) =>
  made.units.find((each) => each.unit === unit)!

describe('quarters', () => {
  it('are read, named, and come before one another over the year', () => {
    expect(QUARTER).toEqual({ id: '2026Q3', from: '2026-07-01', to: '2026-09-30' })
    expect(parseQuarter('2026Q3')).toEqual(QUARTER)
    expect(quarterBefore(QUARTER, 3).id).toBe('2025Q4')
    expect(quarterLabel(QUARTER, 'zh')).toBe('2026年第3季度')
    for (const wrong of ['2026Q5', '2026q3', '1800Q1', '', '2026Q3 ']) expect(parseQuarter(wrong)).toBeNull()
  })
})

describe('未在规定时间内完成闭环', () => {
  it.each([
    ['closed and answered in time', {}, null],
    ['closed a day late', { closedOn: '2026-09-01' }, ['closed', '2026-08-31']],
    ['not closed at all', { closedOn: null, replyDueOn: null, repliedOn: null }, ['closed', '2026-08-31']],
    ['closed without a check', { verifiedOn: null }, ['verified', '2026-08-31']],
    ['closed and not replied', { repliedOn: null }, ['replied', '2026-08-28']],
    ['replied a day late', { repliedOn: '2026-08-29' }, ['replied', '2026-08-28']],
    ['nobody to reply to', { repliedOn: null, contactable: false }, null],
    ['a calendar that is not published', { replyDueOn: null, repliedOn: null }, null],
    [
      'late, and then not replied either: once',
      { closedOn: '2026-09-05', replyDueOn: '2026-09-10', repliedOn: null },
      ['closed', '2026-08-31'],
    ],
  ])('%s', (_, of, expected) => {
    const [first, ...more] = items(of)
    expect(more).toEqual([])
    expect(first ? [first.step, first.day] : null).toEqual(expected)
  })

  it('counts in the quarter of the last day, whenever the step was done', () => {
    const late = { closedOn: null, replyDueOn: null }
    expect(items({ ...late, dueOn: '2026-09-30' })).toHaveLength(1)
    expect(items({ ...late, dueOn: '2026-10-01' })).toEqual([])
    expect(items({ ...late, dueOn: '2026-06-30' })).toEqual([])
    // Late before the quarter, not replied within it: it was counted then.
    expect(
      items({ dueOn: '2026-06-30', closedOn: '2026-07-10', replyDueOn: '2026-07-15', repliedOn: null }),
    ).toEqual([])
  })

  it('has not run out on its last day', () => {
    const open = { dueOn: '2026-09-30', closedOn: null, replyDueOn: null }
    expect(items(open, { asOf: '2026-09-30' })).toEqual([])
    expect(items(open, { asOf: '2026-10-01' })).toHaveLength(1)
  })

  it('falls on whoever had the case at the end of the last day', () => {
    const open = { closedOn: null, replyDueOn: null }
    const holder = (chain: readonly [string, string][]) =>
      items({ ...open, chain: chain.map(([day, unit]) => ({ day, unit })) })[0]?.unit
    expect(
      holder([
        ['2026-07-02', 'YJ'],
        ['2026-08-31', 'XF'],
      ]),
    ).toBe('XF')
    expect(
      holder([
        ['2026-07-02', 'YJ'],
        ['2026-09-01', 'XF'],
      ]),
    ).toBe('YJ')
    expect(
      holder([
        ['2026-07-02', 'YJ'],
        ['2026-08-30', ''],
      ]),
    ).toBe('')
    expect(holder([])).toBe('YJ')
    expect(items({ ...open, assignedOn: '2026-09-01' })[0]?.unit).toBe('')
  })

  it('spares a case with a death, and says so', () => {
    expect(items({ closedOn: null, isFatal: true })[0]?.spared).toBe('fatal')
  })

  it('is judged by the version of the rule of that day', () => {
    const rules = [
      { ...LOOP, to: '2026-08-15' },
      { ...LOOP, from: '2026-08-16', points: 2, steps: ['closed' as const] },
    ]
    expect(items({ repliedOn: null }, { rules })).toEqual([])
    expect(items({ closedOn: null }, { rules })[0]?.ruleFrom).toBe('2026-08-16')
    const before = { dueOn: '2026-08-14', closedOn: null, replyDueOn: null }
    expect(items(before, { rules })[0]?.ruleFrom).toBe('2024-01-01')
    const made = table(
      {
        cases: [
          { ...FINE, ...before },
          { ...FINE, id: 'b', closedOn: '2026-09-02' },
        ],
      },
      { rules },
    )
    expect(unitOf(made, 'YJ').score).toBe(97.5)
  })
})

describe('未兑现奖励', () => {
  const due = { rewardDueOn: '2026-09-10' }
  it.each([
    ['not paid', {}, null, 1],
    ['paid on the last day', { rewardPaidOn: '2026-09-10' }, null, 0],
    ['paid a day late', { rewardPaidOn: '2026-09-11' }, null, 1],
    [
      'told in time and not fetched',
      { rewardNotifiedOn: '2026-09-10', claimDueOn: '2026-11-09' },
      'claimOpen',
      1,
    ],
    ['told too late', { rewardNotifiedOn: '2026-09-11', claimDueOn: '2026-11-10' }, null, 1],
    [
      'told in time, fetched after the claim had ended',
      { rewardNotifiedOn: '2026-09-01', claimDueOn: '2026-10-31', rewardPaidOn: '2026-11-02' },
      null,
      1,
    ],
  ])('%s', (_, of, spared, count) => {
    const found = items({ ...due, ...of }).filter(({ rule }) => rule === 'unpaidReward')
    expect(found).toHaveLength(count)
    if (count > 0) expect(found[0]?.spared).toBe(spared)
  })
})

describe('失密泄密, and objections', () => {
  const leak = { id: 'e1', unit: 'XF', day: '2026-09-30', documentNo: '武安委办〔2026〕9号' }
  it('is deducted by the day of the leak, under the number of its document', () => {
    const made = table({}, { leaks: [leak, { ...leak, id: 'e2', day: '2026-10-01' }] })
    expect(unitOf(made, 'XF')).toMatchObject({ score: 98, rank: 1 })
    expect(made.items.map(({ name, subject }) => [name, subject])).toEqual([[leak.documentNo, 'e1']])
  })

  it('a deduction that an objection removed stays in the list and costs nothing', () => {
    const waivers = [{ rule: 'openLoop', subject: 'a' }]
    const made = table({ cases: [{ ...FINE, closedOn: null }] }, { waivers })
    expect(made.items[0]?.spared).toBe('waived')
    expect(unitOf(made, 'YJ').score).toBe(100)
  })
})

describe('the table', () => {
  it('a cap ends what a rule takes, and the count goes on', () => {
    const cases = Array.from({ length: 9 }, (_, at) => ({ ...FINE, id: `c${at}`, closedOn: null }))
    const { totals, score } = unitOf(table({ cases }), 'YJ')
    expect(totals).toMatchObject([{ count: 9, points: 3, isCapped: true }])
    expect(score).toBe(97)
  })

  it('equal scores share a place, and whoever had no case has none', () => {
    const handled = new Map([
      ['XF', 3],
      ['JT', 1],
      ['YJ', 2],
    ])
    const made = table({ handled, cases: [{ ...FINE, closedOn: null }] })
    expect(made.units.map(({ unit, rank }) => [unit, rank])).toEqual([
      ['XF', 1],
      ['JT', 1],
      ['YJ', 3],
      ['GA', null],
    ])
  })

  it('is the same after a journey through JSON', () => {
    const made = table({
      cases: [{ ...FINE, closedOn: null }],
      rates: {
        onTimeRate: [
          { unit: 'YJ', stratum: 'x', n: 40, events: 20 },
          { unit: 'XF', stratum: 'x', n: 60, events: 58 },
          { unit: 'JT', stratum: 'y', n: 9, events: 9 },
        ],
        verifiedShareOfChecked: [],
      },
    })
    expect(JSON.parse(JSON.stringify(made))).toEqual(made)
    expect(unitOf(made, 'YJ').fair.onTimeRate).toMatchObject({ group: 'behind', n: 40, events: 20 })
    expect(unitOf(made, 'XF').fair.onTimeRate?.group).toBe('ahead')
    expect(unitOf(made, 'GA').fair.onTimeRate).toBeNull()
    expect(
      made.fairness.map(({ measure, isDetectable, counted }) => [measure, isDetectable, counted]),
    ).toEqual([['onTimeRate', true, 'others']])
  })

  it('a unit that is given harder cases is compared with what such cases are everywhere', () => {
    const rates = (hard: number) => [
      { unit: 'YJ', stratum: 'hard', n: 100, events: hard },
      { unit: 'XF', stratum: 'hard', n: 100, events: 60 },
      { unit: 'XF', stratum: 'easy', n: 100, events: 95 },
      { unit: 'JT', stratum: 'easy', n: 100, events: 95 },
    ]
    const made = table({ rates: { onTimeRate: rates(60), verifiedShareOfChecked: [] } })
    expect(made.units.flatMap(({ fair }) => fair.onTimeRate?.group ?? [])).toEqual(
      Array.from({ length: 3 }, () => 'withinChance'),
    )
    expect(made.fairness[0]?.isDetectable).toBe(false)
  })

  it('says what a later version says otherwise: unit, case, rule, before and after', () => {
    const late = { ...FINE, closedOn: null }
    const handled = new Map([
      ['YJ', 1],
      ['XF', 1],
    ])
    const before = table({ cases: [late], handled })
    const after = table({ cases: [{ ...late, chain: [{ day: '2026-07-03', unit: 'XF' }] }], handled })
    const { items: changed, units } = differenceOf(before, after)
    expect(changed.map(({ change, item }) => [change, item.unit, item.subject, item.rule])).toEqual([
      ['removed', 'YJ', 'a', 'openLoop'],
      ['added', 'XF', 'a', 'openLoop'],
    ])
    expect(units).toEqual([
      { unit: 'XF', before: { score: 100, rank: 1 }, after: { score: 99.5, rank: 2 } },
      { unit: 'YJ', before: { score: 99.5, rank: 2 }, after: { score: 100, rank: 1 } },
    ])
    expect(differenceOf(after, after)).toEqual({ items: [], units: [] })
  })
})

it('1,000 random leagues: equal score is equal rank, a better one is before, and nobody is passed over', () => {
  const random = seeded(20261126)
  for (let turn = 0; turn < 1000; turn++) {
    const units = Array.from({ length: 1 + Math.floor(random() * 30) }, () => ({
      score: 100 - Math.floor(random() * 12) / 2,
      hasWork: random() < 0.8,
    }))
    const ranks = leagueRanks(units)
    const working = units.filter(({ hasWork }) => hasWork)
    units.forEach(({ score, hasWork }, at) => {
      const better = working.filter((other) => other.score > score).length
      expect(ranks[at]).toBe(hasWork ? better + 1 : null)
    })
  }
})

describe('signs of work for the numbers', () => {
  const PLAIN: Habits = {
    closed: 100,
    closedOnLastDay: 5,
    closedAtEnd: 8,
    judged: 100,
    foundUntrue: 40,
    replied: 80,
    repliedOnClosing: 30,
    extended: 20,
    extendedLongest: 8,
  }
  const signs = (of: Partial<Habits>) =>
    gamingFindings({ ...PLAIN, ...of }, [PLAIN, PLAIN]).map(({ sign }) => sign)

  it('are none in usual habits, and each is found by itself', () => {
    expect(signs({})).toEqual([])
    expect(signs({ closedOnLastDay: 40 })).toEqual(['lastDay'])
    expect(signs({ closedAtEnd: 60 })).toEqual(['quarterEnd'])
    expect(signs({ foundUntrue: 75 })).toEqual(['manyUntrue'])
    expect(signs({ repliedOnClosing: 80 })).toEqual(['sameDayReply'])
    expect(signs({ extendedLongest: 20 })).toEqual(['longestExtension'])
  })

  it('are not told of few cases, nor of what everybody does', () => {
    expect(signs({ closed: 4, closedOnLastDay: 4 })).toEqual([])
    const often = { ...PLAIN, foundUntrue: 75 }
    expect(gamingFindings(often, [often, often])).toEqual([])
  })
})
