import type { Catalogue } from '../../catalogue/catalogue'
import { chosenPeriod } from '../../composables/question'
import type { Hierarchy, Screen } from '../../composables/screen'
import type {
  DimensionId,
  Grain,
  MeasureId,
  MetricsRequest,
  PeriodInput,
} from '../../graphql/generated/graphql'
import type { Situation } from './board'

/** The level of a hierarchy that is shown: the second if the screen is drilled into it and the office has one. */
export function levelShown(screen: Screen, catalogue: Catalogue, hierarchy: Hierarchy): DimensionId {
  const second: DimensionId = `${hierarchy}2`
  return screen.drilled.includes(hierarchy) && catalogue.dimension(second) ? second : `${hierarchy}1`
}

/** Has the office the dimensions, with more than one member each? One bar alone says nothing. */
export const saySomething = (dimensions: readonly DimensionId[], catalogue: Catalogue): boolean =>
  dimensions.every(
    (id) =>
      catalogue.dimension(id) !== null &&
      catalogue.members(id).filter((member) => member.code !== '').length > 1,
  )

const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1

function grainFor(from: string, to: string): Grain {
  const length = days(from, to)
  if (length <= 62) return 'day'
  if (length <= 760) return 'month'
  return length <= 2200 ? 'quarter' : 'year'
}

/**
 * The period of a trend: thirteen months as context for everything that lies in them, so that a chosen month keeps
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

/** A year is as many weeks as can be seen at once: the chosen days where they are fewer, else the last year. */
export function calendarPeriod({ screen, catalogue }: Situation): PeriodInput {
  const chosen = chosenPeriod(screen, catalogue.office.defaultPeriod)
  const isShort = !('preset' in chosen) && days(chosen.from, chosen.to) <= 366
  return isShort || ('preset' in chosen && chosen.preset === 'lastYear') ? chosen : { preset: 'last12Months' }
}

/** Filters that do not apply to a chart over these dimensions: its own, so that one can click the next mark. */
const ownFilters = (dimensions: readonly DimensionId[]): DimensionId[] =>
  dimensions.flatMap((id): DimensionId[] =>
    id.endsWith('1') ? [id, id.replace('1', '2') as DimensionId] : [id],
  )

const filtersBeside = (left: readonly DimensionId[], screen: Screen): MetricsRequest['filters'] =>
  screen.filters
    .filter((filter) => !left.includes(filter.dimension))
    .map((filter) => ({ dimension: filter.dimension, in: [...filter.codes] }))

/**
 * A question about the screen: its period, comparisons and filters, but those of the dimensions it is split by.
 * Measures that the office's sources cannot say are not asked.
 */
export function askedOf(
  { screen, catalogue }: Situation,
  measures: readonly MeasureId[],
  dimensions: readonly DimensionId[] = [],
): MetricsRequest {
  const period = chosenPeriod(screen, catalogue.office.defaultPeriod)
  const endless = 'preset' in period && period.preset === 'all'
  return {
    period,
    measures: measures.filter(catalogue.has),
    ...(dimensions.length > 0 && { dimensions: [...dimensions] }),
    filters: filtersBeside(ownFilters(dimensions), screen),
    comparisons: endless ? [] : [...screen.comparisons],
  }
}

/** The same question over time: in the trend's period and buckets, with one comparison. */
export function askedOverTime(
  situation: Situation,
  measures: readonly MeasureId[],
  dimensions: readonly DimensionId[] = [],
): MetricsRequest {
  const asked = askedOf(situation, measures, dimensions)
  return {
    ...asked,
    ...trendPeriod(situation.screen, situation.catalogue),
    comparisons: asked.comparisons?.slice(0, 1),
  }
}
