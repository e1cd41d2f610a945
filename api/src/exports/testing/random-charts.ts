import type { Figure } from '@fengsui/charts/figure'
import type { DimensionId } from '@fengsui/domain/metrics/dimensions'
import type { MeasureId } from '@fengsui/domain/metrics/measures'
import type { Random } from '@fengsui/etl/demo/random'
import type { Asking } from '../../oracle/answer-shape.js'

/** A question, and how its answer is to be drawn. */
export interface RandomChart {
  readonly request: Pick<
    Asking,
    'measures' | 'dimensions' | 'grain' | 'period' | 'comparisons' | 'orderBy' | 'top' | 'others' | 'leaving'
  >
  readonly figure: Figure
}

const ADDITIVE: readonly MeasureId[] = ['received', 'accepted', 'closed', 'overdue', 'checked']
const OTHERS: readonly MeasureId[] = [
  'onTimeRate',
  'medianDays',
  'verifiedShareOfChecked',
  'repliedOnTimeRate',
]
const PROPORTIONS: readonly MeasureId[] = ['onTimeRate', 'verifiedShareOfChecked', 'repliedOnTimeRate']
const DIMENSIONS: readonly DimensionId[] = [
  'region1',
  'industry1',
  'issue1',
  'channel',
  'department',
  'source',
]
const KINDS = [
  'trend',
  'lines',
  'bars',
  'ranked',
  'columns',
  'stacked',
  'slope',
  'funnel',
  'stages',
  'map',
  'multiples',
  'calendar',
] as const

/** Draws charts of every kind that office programs have; their questions are such that leave. */
export function randomChart(random: Random): RandomChart {
  const kind = random.pick(KINDS)
  const additive = kind === 'stacked' || random.chance(0.6)
  const measure = random.pick(kind === 'funnel' ? PROPORTIONS : additive ? ADDITIVE : OTHERS)
  const dimension = random.pick(DIMENSIONS)
  const bare = {
    measures: [measure],
    dimensions: [],
    grain: null,
    period: { preset: random.pick(['yearToDate', 'lastYear', 'last13Months'] as const) },
    comparisons: [],
    orderBy: null,
    top: null,
    others: false,
    leaving: true,
  }
  const cut = { top: 5, others: true, orderBy: { measure, direction: 'desc' as const } }
  switch (kind) {
    case 'trend': {
      const measures = [...new Set([measure, random.pick(ADDITIVE)])]
      const comparisons = random.chance(0.5) ? (['yearAgo'] as const) : []
      return {
        request: { ...bare, measures, grain: 'month', comparisons },
        figure: { kind, measures: null, chosen: null },
      }
    }
    case 'lines':
      return {
        request: { ...bare, ...cut, dimensions: [dimension], grain: 'quarter' },
        figure: { kind, measure },
      }
    case 'multiples':
      return {
        request: { ...bare, ...cut, dimensions: [dimension], grain: 'quarter' },
        figure: { kind, measure, most: 4 },
      }
    case 'bars':
      return { request: { ...bare, ...cut, dimensions: [dimension] }, figure: { kind, measure, most: 24 } }
    case 'funnel':
      return { request: { ...bare, dimensions: [dimension] }, figure: { kind, measure } }
    case 'ranked':
      return {
        request: { ...bare, dimensions: [dimension], comparisons: ['previous'] },
        figure: { kind, measure, most: random.between(3, 15), onlyWithCases: random.chance(0.5) },
      }
    case 'columns':
      return random.chance(0.5)
        ? { request: { ...bare, grain: 'month' }, figure: { kind, measure } }
        : { request: { ...bare, dimensions: [dimension] }, figure: { kind, measure } }
    case 'stacked':
      return {
        request: { ...bare, ...cut, dimensions: [dimension], grain: 'quarter' },
        figure: { kind: 'columns', measure },
      }
    case 'slope':
      return {
        request: { ...bare, dimensions: [dimension], comparisons: ['yearAgo'] },
        figure: { kind, measure, most: 10 },
      }
    case 'stages':
      return {
        request: { ...bare, measures: ['received', 'accepted', 'checked', 'closed'] },
        figure: { kind },
      }
    case 'map':
      return {
        request: { ...bare, dimensions: ['region1'] },
        figure: { kind, measure, view: 'value', layout: random.pick([null, 'tiles', 'points'] as const) },
      }
    case 'calendar':
      return { request: { ...bare, grain: 'week' }, figure: { kind: 'columns', measure } }
  }
}
