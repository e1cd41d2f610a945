import type { TerritoryModel } from '@fengsui/charts/model'
import { arePainted } from '@fengsui/charts/options/option'
import { drawnNumbers, prepareTerritory, type Shown } from '@fengsui/charts/prepare/territory'
import { groundNote } from '@fengsui/charts/territory/ground'
import { layoutOf, layoutsOf, type Layout, type LayoutKind } from '@fengsui/charts/territory/layout'
import { scaleOf, type Scale } from '@fengsui/charts/territory/scale'
import { useQuery } from '@urql/vue'
import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import { readyFor } from '../../charts/drawn'
import { codesOf, type PeriodChoice } from '../../composables/question'
import { sameWhileEqual } from '../../composables/sameWhileEqual'
import { tableOf, type Table } from '../../graphql/answer'
import { boardDocument, type BoardAnswers } from '../../graphql/metrics-documents'
import { settingOf } from '../boards/board'
import { useBoard } from '../boards/useBoard'
import { monthsUntil, type Month } from './months'
import { areasAsked, mapMeasure, regionLevel } from './regions-board'
import { useClusters, type ClustersState } from './useClusters'
import { useBoundaries, type MapEntry, type Maps } from './useMaps'

/** One picture of the map: of the whole period, of a month, or of the period beside it. */
export interface MapView {
  readonly table: Table
  readonly model: TerritoryModel
}

export interface TrendMapState {
  /** The boundary map of the level that is shown; null where its areas have none. */
  readonly boundaryMap: ComputedRef<MapEntry | null>
  readonly layouts: ComputedRef<readonly LayoutKind[]>
  readonly months: ComputedRef<readonly Month[]>
  /** Position among the months that is shown; null: the whole period. */
  readonly month: ShallowRef<number | null>
  readonly shown: ComputedRef<MapView | null>
  readonly beside: ComputedRef<MapView | null>
  readonly clusters: ClustersState
}

/** Everything that the map shows. All its months come with one request, so that playing them asks for nothing. */
export function useTrendMap(maps: Maps): TrendMapState {
  const { answer, situation } = useBoard()
  const chosen = computed(() => situation.value.screen.map)
  const level = computed(() => regionLevel(situation.value))
  const areas = computed(() => tableOf(answer.value?.areas))

  const boundaryMap = computed(() =>
    level.value === 'region1' || level.value === 'region2' ? maps.of(level.value) : null,
  )
  const { boundaries, pending } = useBoundaries(() => boundaryMap.value?.hash ?? null)
  const parents = sameWhileEqual(() =>
    level.value === 'region2' ? codesOf(situation.value.screen, 'region1') : [],
  )
  const members = computed(() => situation.value.catalogue.members(level.value))
  const regions = computed(() => {
    const within = new Set(parents.value)
    return members.value.filter(
      ({ code, parent }) => code !== '' && (within.size === 0 || within.has(parent ?? '')),
    )
  })
  // What paints is fetched beside the numbers.
  if (arePainted(regions.value.length)) void readyFor({ painted: true })
  const layouts = computed(() => layoutsOf(regions.value, boundaries.value !== null))
  const kind = computed(() => layouts.value.find((each) => each === chosen.value.layout) ?? layouts.value[0])
  const layout = computed<Layout | null>(() => {
    // What will have boundaries is not drawn without them before.
    return kind.value === undefined || pending.value
      ? null
      : layoutOf(kind.value, regions.value, boundaries.value)
  })

  const months = sameWhileEqual(() => {
    const period = tableOf(answer.value?.total)?.period
    return period ? monthsUntil(period.to, situation.value.catalogue.office.firstDay) : []
  })
  const besidePeriod = computed<PeriodChoice | null>(() => {
    const { beside } = chosen.value
    if (typeof beside !== 'string') return beside
    const compared = areas.value?.comparedPeriods.find(({ kind }) => kind === beside)?.period
    return compared ? { from: compared.from, to: compared.to } : null
  })
  const requests = sameWhileEqual(() => {
    const now = situation.value
    const asked = months.value.map((month, at) => [`month${at}`, areasAsked(now, { ...month })] as const)
    return {
      ...Object.fromEntries(asked),
      ...(besidePeriod.value && { beside: areasAsked(now, besidePeriod.value) }),
    }
  })
  const query = useQuery({
    query: computed(() => boardDocument(Object.keys(requests.value))),
    variables: requests,
    pause: computed(() => months.value.length === 0),
  })
  const answers = shallowRef<BoardAnswers | undefined>()
  watch(query.data, (data) => (answers.value = data ?? answers.value), { immediate: true })

  const besideTable = computed(() => (besidePeriod.value ? tableOf(answers.value?.beside) : null))
  /** Of everything that can be shown, so that months play without a question. */
  const clusters = useClusters(() => {
    const period = areas.value?.period
    if (!chosen.value.clusters || !period) return null
    const all = [period, ...months.value, besideTable.value?.period ?? period]
    return {
      from: all.map(({ from }) => from).sort()[0] ?? period.from,
      to:
        all
          .map(({ to }) => to)
          .sort()
          .at(-1) ?? period.to,
    }
  })

  const what = computed<Shown>(() => ({
    measure: mapMeasure(situation.value),
    view: chosen.value.view,
    note: groundNote(layout.value?.kind ?? 'tiles', {
      boundaries: boundaries.value,
      reviewNumber: boundaryMap.value?.reviewNumber ?? '',
      schematic: situation.value.catalogue.office.mapNote,
    }),
  }))
  /** Answers that are about something else, while the right ones are on their way, are not drawn. */
  const fits = (table: Table | null): table is Table =>
    table !== null && table.measures[0] === what.value.measure && table.dimensions[0] === level.value
  const monthTables = computed(() => months.value.map((_, at) => tableOf(answers.value?.[`month${at}`])))
  const scaleOfAll = (tables: readonly (Table | null)[]): Scale =>
    scaleOf(
      what.value.view,
      tables.filter(fits).flatMap((table) => drawnNumbers(settingOf(table, situation.value), what.value)),
    )
  const scales = computed(() => ({
    months: scaleOfAll(monthTables.value),
    whole: scaleOfAll([areas.value, besideTable.value]),
  }))
  const view = (table: Table | null, scale: Scale): MapView | null => {
    if (!fits(table) || !layout.value) return null
    return {
      table,
      model: prepareTerritory(
        { ...settingOf(table, situation.value), clusters: clusters.clusters.value ?? [] },
        layout.value,
        what.value,
        scale,
      ),
    }
  }

  const month = shallowRef<number | null>(null)
  watch(
    [() => chosen.value.month, months],
    ([from]) => {
      const at = months.value.findIndex((each) => each.from === from)
      month.value = from === null || at < 0 ? null : at
    },
    { immediate: true },
  )
  return {
    boundaryMap,
    layouts,
    months,
    month,
    shown: computed(() =>
      month.value === null
        ? view(areas.value, scales.value.whole)
        : view(monthTables.value[month.value] ?? null, scales.value.months),
    ),
    beside: computed(() => view(besideTable.value, scales.value.whole)),
    clusters,
  }
}
