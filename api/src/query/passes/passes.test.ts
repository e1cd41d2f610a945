import { describe, expect, it } from 'vitest'
import type { ComparisonKind } from '@fengsui/domain/time/comparison'
import type { PeriodPreset } from '@fengsui/domain/time/period'
import { NO_SCOPE, type Scope, WHOLE_SCOPE } from '../../access/scope.js'
import type { DimensionId } from '@fengsui/domain/metrics/dimensions'
import type { Query } from '../query.js'
import { planQuery } from '../pipeline.js'
import { emptyPlan } from '../plan.js'
import { context, planAfter, planned, queryWith } from '../testing.js'
import { addComparisons } from './add-comparisons.js'
import { applyScope } from './apply-scope.js'
import { chooseLevels } from './choose-levels.js'
import { cutBuckets } from './cut-buckets.js'
import { resolveFilters } from './resolve-filters.js'
import { resolvePeriod } from './resolve-period.js'

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
    expect(resolvePeriod(emptyPlan(queryWith({ period }), context), context)).toMatchObject({
      code: 'badPeriod',
      field: 'period.from',
      message: { zh: expect.stringContaining('2026-11-23'), en: expect.stringContaining('2026-11-23') },
    })
  })
})

describe('applyScope', () => {
  const within = (dimension: DimensionId, ...codes: string[]): Scope => ({
    ...WHOLE_SCOPE,
    cases: { anyOf: [{ dimension, codes }] },
  })
  const planFor = (scope: Scope, query: Partial<Query> = {}) =>
    applyScope(emptyPlan(queryWith(query), context), { ...context, scope })
  const conditionsOf = (scope: Scope) => planAfter([applyScope], {}, { scope }).conditions

  it('restricts nothing for the whole office', () => expect(conditionsOf(WHOLE_SCOPE)).toEqual([]))

  it('restricts to the cases within any of the lists of the scope', () => {
    const cases = {
      anyOf: [
        { dimension: 'department', codes: ['XF'] },
        { dimension: 'industry1', codes: ['fire'] },
      ],
    }
    expect(conditionsOf({ ...WHOLE_SCOPE, cases } as Scope)).toEqual([{ kind: 'anyOf', within: cases.anyOf }])
  })

  it.each([
    ['nothing', NO_SCOPE],
    ['a scope without lists', { ...WHOLE_SCOPE, cases: { anyOf: [] } }],
    ['a scope without codes', within('region1')],
  ])('shows no case for %s', (_, scope) => expect(conditionsOf(scope)).toEqual([{ kind: 'nothing' }]))

  it('stands beside the filters of the request, which cannot widen it', () => {
    const filters = [{ dimension: 'region1', in: ['S'] }] as const
    expect(planned({ filters }, { scope: within('region1', 'N') }).conditions).toEqual([
      { kind: 'anyOf', within: [{ dimension: 'region1', codes: ['N'] }] },
      { kind: 'in', dimension: 'region1', codes: ['S'] },
    ])
  })

  it('lets nobody export whose scope does not say so', () => {
    expect(planFor({ ...WHOLE_SCOPE, export: false }, { leaving: true })).toMatchObject({ code: 'forbidden' })
  })

  it('shows totals of the whole office beside the own cases, guarded, and only totals', () => {
    const town = within('region1', 'N')
    expect(planFor(town, { reach: 'office' })).toMatchObject({ conditions: [], guarded: true })
    expect(planFor(town, { reach: 'office', dimensions: ['channel'] })).toMatchObject({ field: 'dimensions' })
    const filters = [{ dimension: 'channel', in: ['web'] }] as const
    expect(planFor(town, { reach: 'office', filters })).toMatchObject({ code: 'forbidden', field: 'filters' })
    expect(planFor({ ...town, officeTotals: false }, { reach: 'office' })).toMatchObject({
      code: 'forbidden',
    })
  })

  it('refuses a guarded table of more than two axes', () => {
    const dimensions = ['region1', 'industry1', 'channel'] as const
    expect(planFor(WHOLE_SCOPE, { dimensions })).toMatchObject({ guarded: false })
    expect(planFor(WHOLE_SCOPE, { dimensions, leaving: true })).toMatchObject({ code: 'tooManyDimensions' })
    expect(planFor({ ...WHOLE_SCOPE, smallCells: 'always' }, { dimensions })).toMatchObject({
      code: 'tooManyDimensions',
    })
  })
})

describe('resolveFilters', () => {
  it('sorts codes and drops repeated ones, 未知 among them', () => {
    const plan = planAfter([resolveFilters], { filters: [{ dimension: 'region1', in: ['S', '', 'N', 'S'] }] })
    expect(plan.conditions).toEqual([{ kind: 'in', dimension: 'region1', codes: ['', 'N', 'S'] }])
  })

  it('refuses a code that the office does not have, and says which', () => {
    const filters = [{ dimension: 'region1', in: ['N', 'N1'] }] as const
    const refused = resolveFilters(emptyPlan(queryWith({ filters }), context), context)
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

describe('chooseLevels', () => {
  it.each([
    ['a single number', {}, ['total']],
    ['a line', { grain: 'month' }, ['rows', 'total']],
    ['a ranking', { dimensions: ['region1'], top: 3 }, ['rows', 'total']],
    [
      'lines of the largest',
      { dimensions: ['region1'], grain: 'month', top: 3 },
      ['rows', 'members', 'buckets', 'total'],
    ],
    ['all lines', { dimensions: ['region1'], grain: 'month' }, ['rows', 'buckets', 'total']],
  ] as const)('counts for %s', (_, query, levels) => {
    expect(planAfter([chooseLevels], query).levels).toEqual(levels)
  })
})
