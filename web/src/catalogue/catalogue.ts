import type { BootQuery, DimensionId, MeasureId, PeriodPreset } from '../graphql/generated/graphql'

export type Office = BootQuery['office']
export type MeasureEntry = BootQuery['catalogue']['measures'][number]
export type DimensionEntry = BootQuery['catalogue']['dimensions'][number]
export type Member = BootQuery['region1'][number]

/** What the screen knows from the start: the office, the names of measures and dimensions, the code lists. */
export interface Catalogue {
  readonly office: Office
  /** The boundaries that were in place at the start. */
  readonly maps: BootQuery['maps']
  readonly viewer: BootQuery['viewer']
  readonly measures: readonly MeasureEntry[]
  readonly dimensions: readonly DimensionEntry[]
  readonly comparisons: BootQuery['catalogue']['comparisons']
  readonly grains: BootQuery['catalogue']['grains']
  readonly periods: BootQuery['catalogue']['periods']
  /** What a preset of the period is called. */
  periodName: (id: PeriodPreset) => string
  /** Can the office's sources say it? */
  has: (id: MeasureId) => boolean
  measure: (id: MeasureId) => MeasureEntry
  /** Null if the office does not have the dimension. */
  dimension: (id: DimensionId) => DimensionEntry | null
  members: (id: DimensionId) => readonly Member[]
  /** The name of a code; `unknown` is what '' is called. */
  nameOf: (id: DimensionId, code: string, unknown: string) => string
}

/** Indexes the answer of the boot query. */
export function catalogueOf(boot: BootQuery): Catalogue {
  const measures = new Map(boot.catalogue.measures.map((entry) => [entry.id, entry]))
  const has = (id: DimensionId) => boot[id].some((member) => member.code !== '')
  const dimensions = boot.catalogue.dimensions.filter((entry) => has(entry.id))
  return {
    office: boot.office,
    maps: boot.maps,
    viewer: boot.viewer,
    measures: boot.catalogue.measures,
    dimensions,
    comparisons: boot.catalogue.comparisons,
    grains: boot.catalogue.grains,
    periods: boot.catalogue.periods,
    periodName: (id) => boot.catalogue.periods.find((entry) => entry.id === id)?.label ?? id,
    has: (id) => measures.has(id),
    measure: (id) => {
      const entry = measures.get(id)
      if (!entry) throw new Error(`The catalogue lacks ${id}`)
      return entry
    },
    dimension: (id) => dimensions.find((entry) => entry.id === id) ?? null,
    members: (id) => boot[id],
    nameOf: (id, code, unknown) =>
      boot[id].find((member) => member.code === code)?.name ?? (code === '' ? unknown : code),
  }
}
