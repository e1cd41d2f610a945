import type { Annotation, Cluster } from '@fengsui/charts/answer'
import { withoutRepeats } from '@fengsui/charts/compared'
import type { Ground } from '@fengsui/charts/territory/ground'
import type { Boundaries } from '@fengsui/charts/territory/layout'
import { translator } from '@fengsui/charts/words/translate'
import type { AnnotationList } from '../annotations/annotations.models.js'
import type { MapsService } from '../maps/maps.service.js'
import type { Locale, MemberLists } from '../office/member-lists.js'
import type { OfficeService } from '../office/office.service.js'
import type { Query } from '../query/query.js'
import { type Rejection, isRejection } from '../query/rejection.js'
import type { Table } from '../query/table.js'
import type { Item } from './order.js'
import type { Edition, Paper, PaperCatalogue } from './paper.js'

/** An item with the answer that leaves for it. */
export interface AnsweredItem {
  readonly item: Item
  readonly table: Table
}

/** The numbers of a cluster would tell those of an area that is hidden beside it: then they are hidden as well. */
function withheldBeside(cluster: Cluster, { rows }: Table): Cluster {
  const isHidden = rows.some(
    ({ keys, values }) =>
      cluster.regions.includes(keys[0] ?? '') && values.some(({ state }) => state === 'suppressed'),
  )
  if (!isHidden) return cluster
  return { ...cluster, observed: null, expected: null, ratio: null, lower: null, upper: null }
}

/** Makes plain papers of answers: names and words of the office, which the thread that draws has not. */
export class Papers {
  constructor(
    private readonly office: OfficeService,
    private readonly lists: MemberLists,
    private readonly maps: Pick<MapsService, 'list' | 'topology'>,
  ) {}

  paperOf({ item, table }: AnsweredItem, locale: Locale, clusters: readonly Cluster[]): Paper {
    const { figure, name, title, sides, query } = item
    return {
      table: withoutRepeats(table),
      figure,
      name,
      title,
      sides,
      filters: this.filtersOf(query, locale),
      clusters: clusters.map((each) => withheldBeside(each, table)),
    }
  }

  async officeOf(locale: Locale): Promise<Edition['office']> {
    const { name, demo, mapNote } = await this.office.office(locale)
    return { name, demo, mapNote }
  }

  /** What happened, and the days off, as the pictures take it. */
  annotationsOf(list: AnnotationList | Rejection, locale: Locale): Annotation[] {
    if (isRejection(list)) return []
    const kindLabel = translator(locale)('chart.holiday')
    return [
      ...list.annotations.map(({ kind, kindLabel: called, from, to, text }) => ({
        ...{ kind, kindLabel: called, from, to, text },
      })),
      ...list.holidays.map(({ name: text, from, to }) => ({
        ...{ kind: 'holiday' as const, kindLabel, from, to, text },
      })),
    ]
  }

  /** What the catalogue says of everything in some answers. */
  async catalogueOf(answered: readonly AnsweredItem[], locale: Locale): Promise<PaperCatalogue> {
    const measures = new Set(answered.flatMap(({ table }) => table.measures))
    const dimensions = new Set(answered.flatMap(({ table }) => table.dimensions))
    const mapped = new Set(
      answered.flatMap(({ item, table }) =>
        item.figure?.kind === 'map' ? table.dimensions.slice(0, 1) : [],
      ),
    )
    const { measures: entries } = this.office.catalogue(locale)
    return {
      measures: Object.fromEntries(
        entries
          .filter(({ id }) => [...measures].some((one) => one === id))
          .map(({ id, label, unit, better, additive, formula, basis }) => [
            id,
            {
              label,
              unit: unit as PaperCatalogue['measures'][string]['unit'],
              better,
              additive,
              formula,
              basis,
            },
          ]),
      ),
      dimensions: Object.fromEntries(
        [...dimensions].map((id) => [id, this.lists.dimensionLabel(id)[locale]]),
      ),
      members: Object.fromEntries(
        [...mapped].map((id) => [
          id,
          this.office
            .members(id, locale)
            .map(({ code, name, parent, tile, seat }) => ({ code, name, parent, tile, seat })),
        ]),
      ),
      grounds: await this.groundsOf(mapped, locale),
    }
  }

  /** The boundaries that are in place for dimensions. */
  private async groundsOf(
    dimensions: ReadonlySet<string>,
    locale: Locale,
  ): Promise<PaperCatalogue['grounds']> {
    if (dimensions.size === 0) return {}
    const [{ mapNote: schematic }, maps] = await Promise.all([this.office.office(locale), this.maps.list()])
    const grounds = maps
      .filter(({ level }) => dimensions.has(level))
      .map(async ({ level, hash, reviewNumber }): Promise<[string, Ground]> => {
        const topology = await this.maps.topology(hash)
        const boundaries = topology === null ? null : (JSON.parse(topology) as Boundaries)
        return [level, { boundaries, reviewNumber, schematic }]
      })
    return Object.fromEntries(await Promise.all(grounds))
  }

  private filtersOf({ filters }: Query, locale: Locale): string {
    const t = translator(locale)
    return filters
      .map(({ dimension, in: codes }) => {
        const names = codes.map((code) => this.lists.label(dimension, code, locale))
        return t('list.pair', {
          name: this.lists.dimensionLabel(dimension)[locale],
          text: names.join(t('list.names')),
        })
      })
      .join(t('list.parts'))
  }
}
