import { expect, test } from 'vitest'
import { askedFor, emptyMatter, matterOf } from './matter'
import type { ListedAction } from '../deadlines/useActions'

const matter = {
  ...emptyMatter('2026-10-31'),
  fine: 20_000,
  accidentLevel: 'larger',
  concealedDeaths: 3,
} as const

test('what the chosen class does not need is not asked for, though it stays in the form', () => {
  expect(askedFor({ ...matter, reportClass: 'violation' })).toMatchObject({
    fine: 20_000,
    accidentLevel: null,
    concealedDeaths: null,
  })
  expect(askedFor({ ...matter, reportClass: 'concealment' })).toMatchObject({
    fine: null,
    accidentLevel: 'larger',
    concealedDeaths: 3,
  })
})

test('an emptied field is none, and 0 is a number', () => {
  const emptied = { ...matter, fine: '' as unknown as number, decided: 0 }
  expect(askedFor(emptied)).toMatchObject({ fine: null, decided: 0, item: null })
})

test('a case is taken into the form with what was decided, and nothing else of it', () => {
  const reward = {
    stage: 'paid',
    stageLabel: '已兑现',
    decidedOn: '2026-03-02',
    notifiedOn: null,
    claimDueOn: null,
    paidOn: null,
    amount: 3000,
    fine: 12_000,
    item: 'RY01',
    reportClass: null,
    deviation: null,
  }
  const action = { case: { id: 'c', caseNo: 'CQ1', reward } } as unknown as ListedAction
  expect(matterOf(action)).toEqual({
    ...emptyMatter('2026-03-02'),
    reportClass: 'violation',
    item: 'RY01',
    fine: 12_000,
    decided: 3000,
    caseNo: 'CQ1',
  })
  expect(matterOf({ ...action, case: { ...action.case, reward: null } })).toBeNull()
})
