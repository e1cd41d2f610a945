import type { View } from '@fengsui/charts/territory/scale'
import type { Catalogue } from '../../catalogue/catalogue'
import type { MapChoice } from '../../composables/map-choice'
import type { MeasureId } from '../../graphql/generated/graphql'

/** Cases by what the places have: people, enterprises. The API has them where the office loaded dated numbers. */
const DENSITIES = ['acceptedPer10k', 'acceptedPer100Enterprises'] as const satisfies readonly MeasureId[]
type Density = (typeof DENSITIES)[number]

export type ModeId = 'value' | Density | Exclude<View, 'value'>

/** One way to look at the regions. `missing`: it cannot be had, and why is said beside it. */
export interface Mode {
  readonly id: ModeId
  readonly missing: boolean
  readonly choice: Pick<MapChoice, 'measure' | 'view'>
}

const isDensity = (id: MeasureId): id is Density => (DENSITIES as readonly MeasureId[]).includes(id)

/** Of the densities those that the office has; where it has none, the first, which then is missing. */
const densitiesOf = (catalogue: Catalogue): readonly Density[] => {
  const loaded = DENSITIES.filter(catalogue.has)
  return loaded.length > 0 ? loaded : DENSITIES.slice(0, 1)
}

/** The ways to look at a measure: the number, per head where that is known, its share, its changes. */
export function modesOf({ measure }: MapChoice, catalogue: Catalogue): readonly Mode[] {
  // From a rate per head one comes back to the cases that it is made of.
  const own: MeasureId = isDensity(measure) ? 'accepted' : measure
  const view = (id: Exclude<View, 'value'>, missing = false): Mode => ({
    id,
    missing,
    choice: { measure: id === 'share' ? own : measure, view: id },
  })
  return [
    { id: 'value', missing: false, choice: { measure: own, view: 'value' } },
    ...densitiesOf(catalogue).map((id): Mode => ({
      id,
      missing: !catalogue.has(id),
      choice: { measure: id, view: 'value' },
    })),
    view('share', !catalogue.measure(own).additive),
    view('yearAgo'),
    view('previous'),
  ]
}

export const modeOf = ({ measure, view }: MapChoice): ModeId =>
  view === 'value' && isDensity(measure) ? measure : view
