import type { Catalogue } from '../../catalogue/catalogue'
import { chosenPeriod } from '../../composables/question'
import type { Hierarchy, Screen } from '../../composables/screen'
import type {
  DimensionId,
  Grain,
  MeasureId,
  MetricsRequest,
  OverviewQueryVariables,
  PeriodInput,
} from '../../graphql/generated/graphql'

export type ChartId =
  'trend' | 'region' | 'industry' | 'issue' | 'channel' | 'source' | 'matrix' | 'department'
type PartId = ChartId | 'total' | 'whole' | 'office'

const CARD_MEASURES: MeasureId[] = [
  'received',
  'accepted',
  'closed',
  'verifiedShareOfChecked',
  'verifiedShareOfAccepted',
  'onTimeRate',
  'overdue',
  'medianDays',
  'p75Days',
  'p90Days',
]
const TREND_MEASURES: MeasureId[] = ['received', 'accepted', 'closed']
const DEPARTMENT_MEASURES: MeasureId[] = ['received', 'closed', 'onTimeRate', 'overdue', 'medianDays']

/** The level of a hierarchy that is shown: the second if the screen is drilled into it and the office has one. */
export function levelShown(screen: Screen, catalogue: Catalogue, hierarchy: Hierarchy): DimensionId {
  const second: DimensionId = `${hierarchy}2`
  return screen.drilled.includes(hierarchy) && catalogue.dimension(second) ? second : `${hierarchy}1`
}

const saysAnything = (id: DimensionId, catalogue: Catalogue): boolean =>
  catalogue.dimension(id) !== null && catalogue.members(id).filter((member) => member.code !== '').length > 1

/** The dimensions of a chart; null if the office does not have them, or knows but one member of one. */
export function dimensionsOf(chart: ChartId, screen: Screen, catalogue: Catalogue): DimensionId[] | null {
  const wanted = ((): DimensionId[] => {
    switch (chart) {
      case 'trend':
        return []
      case 'matrix':
        return ['industry1', 'region1']
      case 'region':
      case 'industry':
      case 'issue':
        return [levelShown(screen, catalogue, chart)]
      case 'channel':
      case 'source':
      case 'department':
        return [chart]
    }
  })()
  return wanted.every((id) => saysAnything(id, catalogue)) ? wanted : null
}

/** Filters that do not apply to a chart over these dimensions: its own, so that one can click the next mark. */
function ownFilters(dimensions: readonly DimensionId[]): DimensionId[] {
  return dimensions.flatMap((id): DimensionId[] => {
    if (!id.endsWith('1')) return [id]
    return [id, id.replace('1', '2') as DimensionId]
  })
}

const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1

function grainFor(from: string, to: string): Grain {
  const length = days(from, to)
  if (length <= 62) return 'day'
  if (length <= 760) return 'month'
  return length <= 2200 ? 'quarter' : 'year'
}

/**
 * The period of the trend: thirteen months as context for everything that lies in them, so that a chosen month keeps
 * its neighbours; else the chosen period itself, in buckets that are neither too many nor too few.
 */
export function trendPeriod(screen: Screen, catalogue: Catalogue): { period: PeriodInput; grain: Grain } {
  const chosen = chosenPeriod(screen, catalogue.office.defaultPeriod)
  const { asOf, firstDay } = catalogue.office
  const recent = { period: { preset: 'last13Months' as const }, grain: 'month' as const }
  if ('preset' in chosen) {
    if (chosen.preset === 'lastYear') return { period: chosen, grain: 'month' }
    if (chosen.preset !== 'all') return recent
    return { period: chosen, grain: asOf && firstDay ? grainFor(firstDay, asOf) : 'year' }
  }
  const inRecent = asOf !== null && days(chosen.from, asOf) <= 365 && chosen.to <= asOf
  return inRecent ? recent : { period: chosen, grain: grainFor(chosen.from, chosen.to) }
}

/** The request of one part of the overview; measures that the office's sources cannot say are not asked. */
export function requestOf(part: PartId, screen: Screen, catalogue: Catalogue): MetricsRequest {
  const request = wholeRequest(part, screen, catalogue)
  return { ...request, measures: request.measures.filter(catalogue.has) }
}

function wholeRequest(part: PartId, screen: Screen, catalogue: Catalogue): MetricsRequest {
  const chosen = chosenPeriod(screen, catalogue.office.defaultPeriod)
  const endless = 'preset' in chosen && chosen.preset === 'all'
  const base = {
    period: chosen,
    filters: filtersBeside([], screen),
    comparisons: screen.comparing && !endless ? (['yearAgo', 'previous'] as const).slice() : [],
  }
  if (part === 'total') return { ...base, measures: CARD_MEASURES }
  if (part === 'whole')
    return { period: chosen, measures: ['received', 'accepted', 'closed', 'overdue'], comparisons: [] }
  if (part === 'office') return { period: chosen, measures: CARD_MEASURES, reach: 'office' }
  const dimensions = dimensionsOf(part, screen, catalogue) ?? []
  const own = { ...base, dimensions, filters: filtersBeside(ownFilters(dimensions), screen) }
  if (part === 'trend') {
    const { period, grain } = trendPeriod(screen, catalogue)
    return { ...own, period, grain, measures: TREND_MEASURES, comparisons: base.comparisons.slice(0, 1) }
  }
  if (part === 'matrix') return { ...own, measures: ['received'], comparisons: base.comparisons.slice(0, 1) }
  if (part === 'department') return { ...own, measures: DEPARTMENT_MEASURES }
  return { ...own, measures: ['received'], orderBy: { measure: 'received', direction: 'desc' } }
}

function filtersBeside(left: readonly DimensionId[], screen: Screen): MetricsRequest['filters'] {
  return screen.filters
    .filter((filter) => !left.includes(filter.dimension))
    .map((filter) => ({ dimension: filter.dimension, in: [...filter.codes] }))
}

/** All requests of the overview, to be sent as one. */
export function overviewVariables(screen: Screen, catalogue: Catalogue): OverviewQueryVariables {
  const request = (part: PartId) => requestOf(part, screen, catalogue)
  const has = (chart: ChartId) => dimensionsOf(chart, screen, catalogue) !== null
  return {
    total: request('total'),
    whole: request('whole'),
    office: request('office'),
    trend: request('trend'),
    region: request('region'),
    industry: request('industry'),
    issue: request('issue'),
    channel: request('channel'),
    source: request('source'),
    matrix: request('matrix'),
    department: request('department'),
    withWhole: screen.filters.length > 0,
    withOffice: catalogue.viewer.unit !== null && catalogue.viewer.may.officeTotals,
    withRegion: has('region'),
    withIndustry: has('industry'),
    withIssue: has('issue'),
    withChannel: has('channel'),
    withSource: has('source'),
    withMatrix: has('matrix'),
    withDepartment: has('department'),
  }
}
