import type { Figure } from '@fengsui/charts/figure'
import { isPlaced } from '@fengsui/charts/prepare/map'
import type { Hierarchy } from '../../composables/screen'
import type { DimensionId, MeasureId } from '../../graphql/generated/graphql'
import { askedOf, askedOverTime, calendarPeriod, levelShown, saySomething } from './asking'
import { settingOf, type Panel, type Situation } from './board'

/** Panels that more than one page has. A panel is null where the office cannot say anything with it. */
type MaybePanel = Panel | null

interface Place {
  readonly height: number
  readonly columns: number
}

/** Bars that can be read side by side with the next panel. */
const MOST_BARS = 12
/** Small pictures in two lines of four. */
const MOST_PANES = 8

/** Received, accepted and closed over time. */
export function trendPanel(situation: Situation, place: Place): Panel {
  return {
    ...place,
    id: 'trend',
    name: situation.t('panel.trend'),
    request: askedOverTime(situation, ['received', 'accepted', 'closed']),
    figure: (_, chosen) => ({ kind: 'trend', measures: null, chosen }),
    hierarchy: null,
  }
}

/** Members of a dimension by one measure: a map of regions that have places, else ranked bars. */
export function memberPanel(
  situation: Situation,
  by: { readonly dimension: DimensionId } | { readonly hierarchy: Hierarchy },
  place: Place,
  measure: MeasureId = 'received',
): MaybePanel {
  const { catalogue, screen, t } = situation
  const hierarchy = 'hierarchy' in by ? by.hierarchy : null
  const dimension = 'hierarchy' in by ? levelShown(screen, catalogue, by.hierarchy) : by.dimension
  if (!saySomething([dimension], catalogue) || !catalogue.has(measure)) return null
  const id = hierarchy ?? dimension
  return {
    ...place,
    id,
    name: t(`panel.${id}`),
    request: {
      ...askedOf(situation, [measure], [dimension]),
      orderBy: { measure, direction: 'desc' },
    },
    figure: (table): Figure =>
      hierarchy === 'region' && isPlaced(settingOf(table, situation))
        ? { kind: 'map', measure, view: 'value', layout: null }
        : { kind: 'ranked', measure, most: MOST_BARS, onlyWithCases: false },
    hierarchy,
  }
}

/** Two dimensions against each other. */
export function matrixPanel(
  situation: Situation,
  id: string,
  across: DimensionId,
  down: DimensionId,
  place: Place,
): MaybePanel {
  if (!saySomething([across, down], situation.catalogue)) return null
  const asked = askedOf(situation, ['received'], [across, down])
  return {
    ...place,
    id,
    name: situation.t(`panel.${id}`),
    request: { ...asked, comparisons: asked.comparisons?.slice(0, 1) },
    figure: () => ({ kind: 'matrix', measure: 'received' }),
    hierarchy: null,
  }
}

/** Handling units: by the share closed on time where the sources say it, else by cases. */
export function departmentPanel(situation: Situation, place: Place): MaybePanel {
  const { catalogue, t } = situation
  if (!saySomething(['department'], catalogue)) return null
  const measure = catalogue.has('onTimeRate') ? 'onTimeRate' : 'received'
  return {
    ...place,
    id: 'department',
    name: t('panel.department'),
    request: askedOf(
      situation,
      ['received', 'closed', 'onTimeRate', 'overdue', 'medianDays'],
      ['department'],
    ),
    figure: () => ({
      kind: 'ranked',
      measure,
      most: measure === 'onTimeRate' ? 24 : MOST_BARS,
      onlyWithCases: true,
    }),
    hierarchy: null,
  }
}

/** Members from the compared period to this one; nothing to draw while nothing is compared. */
export function slopePanel(situation: Situation, dimension: DimensionId, place: Place): MaybePanel {
  const { catalogue, t } = situation
  const request = askedOf(situation, ['received'], [dimension])
  if (!saySomething([dimension], catalogue) || request.comparisons?.length === 0) return null
  return {
    ...place,
    id: 'slope',
    name: t('panel.slope', { dimension: catalogue.dimension(dimension)?.label ?? '' }),
    request: {
      ...request,
      comparisons: request.comparisons?.slice(0, 1),
      orderBy: { measure: 'received', direction: 'desc' },
    },
    figure: () => ({ kind: 'slope', measure: 'received', most: MOST_BARS }),
    hierarchy: null,
  }
}

/** A little line over time for each of the members with the most cases. */
export function multiplesPanel(situation: Situation, dimension: DimensionId, place: Place): MaybePanel {
  const { catalogue, t } = situation
  if (!saySomething([dimension], catalogue)) return null
  return {
    ...place,
    id: 'multiples',
    name: t('panel.multiples', { dimension: catalogue.dimension(dimension)?.label ?? '' }),
    request: {
      ...askedOverTime(situation, ['received'], [dimension]),
      orderBy: { measure: 'received', direction: 'desc' },
      top: MOST_PANES,
    },
    figure: () => ({ kind: 'multiples', measure: 'received', most: MOST_PANES }),
    hierarchy: null,
  }
}

/** Day by day, of the last year of what is chosen. */
export function calendarPanel(situation: Situation, place: Place): Panel {
  const asked = askedOf(situation, ['received'])
  return {
    ...place,
    id: 'calendar',
    name: situation.t('panel.calendar'),
    request: { ...asked, period: calendarPeriod(situation), grain: 'day', comparisons: [] },
    figure: () => ({ kind: 'calendar', measure: 'received' }),
    hierarchy: null,
  }
}

/** From receipt to what was true, each a part of what was received. */
export function stagesPanel(situation: Situation, place: Place): MaybePanel {
  const request = askedOf(situation, ['received', 'accepted', 'checked', 'closed'])
  if (request.measures.length < 2) return null
  return {
    ...place,
    id: 'stages',
    name: situation.t('panel.stages'),
    request,
    figure: () => ({ kind: 'stages' }),
    hierarchy: null,
  }
}

export const there = (panel: MaybePanel): panel is Panel => panel !== null
