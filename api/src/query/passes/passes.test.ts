import { describe, expect, it } from 'vitest'
import type { ComparisonKind } from '@fengsui/domain/time/comparison'
import type { PeriodPreset } from '@fengsui/domain/time/period'
import type { Scope } from '../../access/scope.js'
import { planQuery } from '../pipeline.js'
import { emptyPlan } from '../plan.js'
import { context, planAfter, planned, queryWith } from '../testing.js'
import { addComparisons } from './add-comparisons.js'
import { applyScope } from './apply-scope.js'
import { chooseLevels } from './choose-levels.js'
import { cutBuckets } from './cut-buckets.js'
import { resolveFilters } from './resolve-filters.js'
import { resolvePeriod } from './resolve-period.js'
import { splitByTimeRole } from './split-by-time-role.js'

describe('resolvePeriod', () => {
  it('sees a preset from the as-of day of the data', () => {
    const [base] = planAfter([resolvePeriod], { period: { preset: 'lastMonth' } }).periods
    expect(base).toMatchObject({
      kind: 'base',
      period: { from: '2026-10-01', to: '2026-10-31', step: { months: 1 } },
    })
  })

  it('takes days as they are', () => {
    const [base] = planAfter([resolvePeriod], { period: { from: '2026-01-05', to: '2026-01-06' } }).periods
    expect(base?.period).toEqual({ from: '2026-01-05', to: '2026-01-06', step: { days: 2 } })
  })

  it('ends days on the as-of day, and compares them with as many', () => {
    const [base, yearAgo] = planAfter([resolvePeriod, addComparisons], {
      period: { from: '2026-11-01', to: '2026-12-31' },
      comparisons: ['yearAgo'],
    }).periods
    expect(base?.period).toEqual({ from: '2026-11-01', to: '2026-11-23', step: { months: 2 } })
    expect(yearAgo?.period).toMatchObject({ from: '2025-11-01', to: '2025-11-23' })
  })

  it('refuses days that begin after the as-of day, and names it', () => {
    const period = { from: '2026-11-24', to: '2026-11-30' }
    expect(resolvePeriod(emptyPlan(queryWith({ period }), context.asOf), context)).toMatchObject({
      code: 'badPeriod',
      field: 'period.from',
      message: { zh: expect.stringContaining('2026-11-23'), en: expect.stringContaining('2026-11-23') },
    })
  })
})

describe('applyScope', () => {
  const conditionsOf = (scope: unknown) => planAfter([applyScope], {}, { scope: scope as Scope }).conditions

  it('restricts nothing for the whole office', () => expect(conditionsOf({ kind: 'whole' })).toEqual([]))

  it('restricts to the codes of the scope', () => {
    const scope = { kind: 'within', dimension: 'department', codes: ['XF'] }
    expect(conditionsOf(scope)).toEqual([{ kind: 'in', dimension: 'department', codes: ['XF'] }])
  })

  it.each([
    ['nothing', { kind: 'nothing' }],
    ['a scope without codes', { kind: 'within', dimension: 'region1', codes: [] }],
    ['no scope at all', undefined],
    ['a scope of a kind that it does not know', { kind: 'everything' }],
  ])('shows no case for %s', (_, scope) => expect(conditionsOf(scope)).toEqual([{ kind: 'nothing' }]))

  it('stands beside the filters of the request, which cannot widen it', () => {
    const scope: Scope = { kind: 'within', dimension: 'region1', codes: ['N'] }
    const plan = planned({ filters: [{ dimension: 'region1', in: ['S'] }] }, { scope })
    expect(plan.conditions).toEqual([
      { kind: 'in', dimension: 'region1', codes: ['N'] },
      { kind: 'in', dimension: 'region1', codes: ['S'] },
    ])
  })
})

describe('resolveFilters', () => {
  it('sorts codes and drops repeated ones, 未知 among them', () => {
    const plan = planAfter([resolveFilters], { filters: [{ dimension: 'region1', in: ['S', '', 'N', 'S'] }] })
    expect(plan.conditions).toEqual([{ kind: 'in', dimension: 'region1', codes: ['', 'N', 'S'] }])
  })

  it('refuses a code that the office does not have, and says which', () => {
    const filters = [{ dimension: 'region1', in: ['N', 'N1'] }] as const
    const refused = resolveFilters(emptyPlan(queryWith({ filters }), context.asOf), context)
    expect(refused).toMatchObject({
      code: 'unknownMember',
      field: 'filters.region1',
      message: { zh: '“乡镇”中没有代码“N1”，请重新选择。' },
    })
  })
})

describe('addComparisons', () => {
  it('adds the compared periods in the order asked for', () => {
    const plan = planAfter([resolvePeriod, addComparisons], { comparisons: ['previous', 'yearAgo'] })
    expect(plan.periods.map(({ kind, period }) => [kind, period.from, period.to])).toEqual([
      ['base', '2026-11-01', '2026-11-23'],
      ['previous', '2026-10-01', '2026-10-23'],
      ['yearAgo', '2025-11-01', '2025-11-23'],
    ])
  })

  it('says once what 同比 and 环比 both mean', () => {
    const kinds = (comparisons: readonly ComparisonKind[], preset: PeriodPreset) =>
      planAfter([resolvePeriod, addComparisons], { comparisons, period: { preset } }).periods.map(
        ({ kind }) => kind,
      )
    expect(kinds(['previous', 'yearAgo'], 'yearToDate')).toEqual(['base', 'yearAgo'])
    expect(kinds(['previous'], 'yearToDate')).toEqual(['base', 'previous'])
    expect(kinds(['previous', 'yearAgo'], 'thisMonth')).toEqual(['base', 'previous', 'yearAgo'])
  })

  it('refuses to align more than half a year to the Spring Festival, and says what to choose', () => {
    const query = queryWith({ comparisons: ['springFestival'], period: { preset: 'yearToDate' } })
    expect(planQuery(query, context)).toMatchObject({
      code: 'badComparison',
      field: 'comparisons',
      message: { zh: expect.stringContaining('请选半年以内的时段') },
    })
  })
})

describe('cutBuckets', () => {
  it('does nothing without a grain', () => {
    expect(planAfter([resolvePeriod, cutBuckets], {}).buckets).toEqual([])
  })

  it('cuts the base, and what each bucket is compared with', () => {
    const passes = [resolvePeriod, addComparisons, cutBuckets]
    const plan = planAfter(passes, {
      grain: 'month',
      period: { preset: 'last3Months' },
      comparisons: ['yearAgo'],
    })
    expect(plan.buckets.map(({ key, partial }) => [key, partial])).toEqual([
      ['2026-09-01', false],
      ['2026-10-01', false],
      ['2026-11-01', true],
    ])
    expect(plan.periods.map(({ starts }) => starts)).toEqual([
      ['2026-09-01', '2026-10-01', '2026-11-01'],
      ['2025-09-01', '2025-10-01', '2025-11-01'],
    ])
  })

  it('refuses more points than a chart can show', () => {
    const refused = planQuery(queryWith({ grain: 'day', period: { preset: 'all' } }), context)
    expect(refused).toMatchObject({ rejected: true, code: 'tooManyBuckets', field: 'grain' })
  })
})

describe('splitByTimeRole', () => {
  it('makes one branch per attribution date and period', () => {
    const measures = ['closed', 'received', 'medianDays'] as const
    const plan = planAfter([resolvePeriod, addComparisons, splitByTimeRole], {
      measures,
      comparisons: ['yearAgo'],
    })
    expect(plan.branches).toEqual([
      { role: 'closed', measures: ['closed', 'medianDays'], period: 0 },
      { role: 'received', measures: ['received'], period: 0 },
      { role: 'closed', measures: ['closed', 'medianDays'], period: 1 },
      { role: 'received', measures: ['received'], period: 1 },
    ])
  })
})

describe('chooseLevels', () => {
  it.each([
    ['a single number', {}, ['total']],
    ['a line', { grain: 'month' }, ['rows', 'total']],
    ['a ranking', { dimensions: ['region1'], top: 3 }, ['rows', 'total']],
    [
      'lines of the largest',
      { dimensions: ['region1'], grain: 'month', top: 3 },
      ['rows', 'members', 'total'],
    ],
    ['all lines', { dimensions: ['region1'], grain: 'month' }, ['rows', 'total']],
  ] as const)('counts for %s', (_, query, levels) => {
    expect(planAfter([chooseLevels], query).levels).toEqual(levels)
  })
})
