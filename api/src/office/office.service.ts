import { DIMENSIONS, type DimensionId } from '@fengsui/domain/metrics/dimensions'
import { MEASURES } from '@fengsui/domain/metrics/measures'
import { type Measure, UNITS } from '@fengsui/domain/metrics/model'
import { TIME_ROLES } from '@fengsui/domain/metrics/time-roles'
import { COMPARISONS } from '@fengsui/domain/time/comparison'
import { GRAINS } from '@fengsui/domain/time/grain'
import { PERIOD_PRESETS } from '@fengsui/domain/time/period'
import type { Office } from '@fengsui/prisma/office/office'
import { availableDimensions, availableMeasures } from './available.js'
import type { DataStates } from './data-state.js'
import type { Locale, MemberLists } from './member-lists.js'
import type { Catalogue, Member, OfficeModel } from './office.models.js'

/** Tells about the office, its catalogue and its lists, in the caller's language. */
export class OfficeService {
  constructor(
    private readonly settings: Office,
    private readonly lists: MemberLists,
    private readonly states: DataStates,
  ) {}

  /** @throws when a store does not answer. */
  async office(locale: Locale): Promise<OfficeModel> {
    const { id, name, nameEn, timeZone, defaultPeriod } = this.settings
    const { asOf, firstDay, dataVersion, demo } = await this.states.current()
    const shown = locale === 'en' && nameEn ? nameEn : name
    const mapNote = locale === 'en' ? this.settings.mapNoteEn : this.settings.mapNote
    const { above: up } = this.settings
    const above = up && { name: locale === 'en' ? up.nameEn : up.name, code: up.code }
    return { id, name: shown, demo, timeZone, asOf, firstDay, dataVersion, defaultPeriod, mapNote, above }
  }

  catalogue(locale: Locale): Catalogue {
    return {
      measures: availableMeasures(this.settings).map((id) => {
        const {
          label,
          description,
          formula,
          denominator,
          unit,
          better,
          time,
          additive,
          basis,
          aggregate,
        }: Measure = MEASURES[id]
        return {
          id,
          label: label[locale],
          description: description[locale],
          formula: formula[locale],
          denominator: denominator?.[locale] ?? null,
          unit,
          unitLabel: UNITS[unit][locale],
          better,
          time,
          timeLabel: TIME_ROLES[time].label[locale],
          additive,
          proportion: aggregate.kind === 'ratio',
          basis: basis[locale],
        }
      }),
      dimensions: availableDimensions(this.settings).map((id) => ({
        id,
        label: this.lists.dimensionLabel(id)[locale],
        description: DIMENSIONS[id].description[locale],
        hierarchy: DIMENSIONS[id].hierarchy,
        level: DIMENSIONS[id].level,
      })),
      comparisons: Object.entries(COMPARISONS).map(([id, { label, description }]) => ({
        id,
        label: label[locale],
        description: description[locale],
      })),
      grains: Object.entries(GRAINS).map(([id, label]) => ({ id, label: label[locale] })),
      periods: Object.entries(PERIOD_PRESETS).map(([id, label]) => ({ id, label: label[locale] })),
    }
  }

  members(dimension: DimensionId, locale: Locale): Member[] {
    return this.lists.of(dimension).map(({ code, name, kind, parent, tile, seat, supervisors, validTo }) => ({
      code,
      name: name[locale],
      kind,
      parent,
      tile,
      seat,
      supervisors: supervisors.map((department) => this.lists.label('department', department, locale)),
      validTo,
    }))
  }
}
