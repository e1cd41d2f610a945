import type { Annotation } from '@fengsui/charts/answer'
import type { Ground } from '@fengsui/charts/territory/ground'
import { useQuery } from '@urql/vue'
import {
  computed,
  inject,
  provide,
  shallowRef,
  watch,
  type ComputedRef,
  type InjectionKey,
  type ShallowRef,
} from 'vue'
import { useCatalogue } from '../../catalogue/useCatalogue'
import { pickedIn } from '../../composables/picking'
import { withFilter } from '../../composables/question'
import type { Hierarchy, Screen } from '../../composables/screen'
import { sameWhileEqual } from '../../composables/sameWhileEqual'
import { useScreen } from '../../composables/useScreen'
import { boardDocument, type BoardAnswers } from '../../graphql/metrics-documents'
import type { DimensionId } from '../../graphql/generated/graphql'
import { useAnnotations } from '../annotations/useAnnotations'
import { useGround } from '../regions/useGround'
import { useText } from '../../locales/useText'
import { failureOf, type Failure } from '../../ui/failure'
import { levelShown } from './asking'
import { inLines, requestsOf, type BoardPlan, type Panel, type Situation } from './board'

export interface BoardState {
  readonly situation: ComputedRef<Situation>
  readonly panels: ComputedRef<readonly Panel[]>
  /** The last answers; they stay while the next ones are on their way. */
  readonly answer: Readonly<ShallowRef<BoardAnswers | undefined>>
  readonly fetching: ComputedRef<boolean>
  readonly failure: ComputedRef<Failure | null>
  /** Of the panel under the pointer or with the focus. */
  readonly active: ShallowRef<string | null>
  change: (change: (screen: Screen) => Screen) => void
  pick: (dimension: DimensionId, code: string) => void
  /** Filters by a member and shows the level below it. */
  enter: (hierarchy: Hierarchy, dimension: DimensionId, code: string) => void
  retry: () => void
}

const KEY: InjectionKey<BoardState> = Symbol('board')
const UNSAID: readonly Annotation[] = []
const NOWHERE: Ground = { boundaries: null, reviewNumber: '', schematic: '' }

/** Asks for a whole board in one request, again whenever the screen changes, and provides it to what is below. */
export function provideBoard(plan: BoardPlan): BoardState {
  const catalogue = useCatalogue()
  const { t } = useText()
  const { screen, change } = useScreen()
  const { said } = useAnnotations()
  const bare = computed(() => ({
    catalogue: catalogue.value,
    screen: screen.value,
    t,
    annotations: screen.value.notes ? said.value : UNSAID,
    ground: () => NOWHERE,
  }))
  const drawnLevel = computed(() =>
    plan(bare.value).panels.some(({ hierarchy }) => hierarchy === 'region')
      ? levelShown(screen.value, catalogue.value, 'region')
      : null,
  )
  const ground = useGround(
    () => drawnLevel.value,
    () => catalogue.value.office.mapNote,
  )
  const situation = computed(() => ({ ...bare.value, ground: ground.value }))
  const board = computed(() => plan(situation.value))
  const variables = sameWhileEqual(() => requestsOf(board.value))
  const query = useQuery({
    query: computed(() => boardDocument(Object.keys(variables.value))),
    variables,
    requestPolicy: 'cache-and-network',
  })
  const kept = shallowRef<BoardAnswers | undefined>()
  watch(query.data, (data) => (kept.value = data ? withUnchanged(data, kept.value) : kept.value), {
    immediate: true,
  })
  const state: BoardState = {
    situation,
    panels: computed(() => inLines(board.value.panels)),
    answer: kept,
    fetching: computed(() => query.fetching.value || query.stale.value),
    failure: computed(() => (query.error.value ? failureOf(query.error.value) : null)),
    active: shallowRef(null),
    change,
    pick: (dimension, code) => change((now) => pickedIn(now, dimension, code)),
    enter: (hierarchy, dimension, code) =>
      change((now) => ({
        ...withFilter(now, dimension, [code]),
        drilled: now.drilled.includes(hierarchy) ? now.drilled : [...now.drilled, hierarchy],
      })),
    retry: () => void query.executeQuery({ requestPolicy: 'network-only' }),
  }
  provide(KEY, state)
  return state
}

/** The next answers, with those parts of the last ones that are the same answer: what shows them need not change. */
function withUnchanged(next: BoardAnswers, last: BoardAnswers | undefined): BoardAnswers {
  return Object.fromEntries(
    Object.entries(next).map(([part, answer]) => {
      const before = last?.[part]
      const isSame =
        before?.__typename === 'MetricsTable' &&
        answer.__typename === 'MetricsTable' &&
        before.id === answer.id
      return [part, isSame ? before : answer]
    }),
  )
}

/** The board that the component stands in. */
export function useBoard(): BoardState {
  const board = inject(KEY)
  if (!board) throw new Error('No board is provided here')
  return board
}
