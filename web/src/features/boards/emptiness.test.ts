import { expect, test } from 'vitest'
import { catalogue, t } from '../../../test/district'
import type { Question } from '../../composables/question'
import { emptinessOf } from './emptiness'

const QUESTION: Question = {
  period: { preset: 'lastMonth' },
  filters: [
    { dimension: 'channel', codes: ['web'] },
    { dimension: 'region1', codes: ['A', ''] },
  ],
}
const speaking = { catalogue, t }

test('filters that take everything are said to, and the last one can be taken away', () => {
  const { reasons, steps } = emptinessOf(QUESTION, { inPeriod: 42, ever: 3 }, speaking)
  expect(reasons).toEqual(['期内共有 42 件举报，但没有一件同时符合全部筛选', '按这些筛选，全部期间共有 3 件'])
  expect(steps.map(({ label }) => label)).toEqual(['去掉“乡镇：甲镇、未知”', '全部清除', '查看全部期间'])
  expect(steps[0]?.question.filters).toEqual([{ dimension: 'channel', codes: ['web'] }])
  expect(steps[2]?.question).toEqual({ period: { preset: 'all' }, filters: QUESTION.filters })
})

test('a quiet period is said to be one, and from when to when there is data', () => {
  const { reasons, steps } = emptinessOf({ ...QUESTION, filters: [] }, { inPeriod: 0, ever: 900 }, speaking)
  expect(reasons).toEqual(['这一期间本来就没有举报', '现有数据从 2021-11-01 到 2026-10-31'])
  expect(steps.map(({ id }) => id)).toEqual(['widen'])
})

test('filters that nothing ever passed are left out of the whole time', () => {
  const widened = emptinessOf(QUESTION, { inPeriod: 42, ever: 0 }, speaking).steps.at(-1)
  expect(widened?.question).toEqual({ period: { preset: 'all' }, filters: [] })
})

test('a role that sees a part is told how large a part', () => {
  const viewer = { ...catalogue.viewer, sees: [{ dimension: 'region1' as const, members: 1, of: 26 }] }
  const told = emptinessOf(
    QUESTION,
    { inPeriod: null, ever: null },
    { catalogue: { ...catalogue, viewer }, t },
  )
  expect(told.reasons).toEqual(['您的角色只看得到：乡镇 26 个中的 1 个'])
})
