import type { Text } from '@fengsui/domain/metrics/model'
import { type FieldNode, type OperationDefinitionNode, valueFromASTUntyped } from 'graphql/index.js'
import { type FindFragment, rootFieldsOf } from './root-fields.js'
import { tooComplex } from './too-complex.js'

/** The overview with its comparisons costs about 120. */
const LARGEST_COST = 2000
/** Rows of a list that cost as much as one number. */
const ROWS_OF_ONE = 10

/** Answered from memory. Whatever is not named here is costly: a new field is limited until somebody decides. */
const CHEAP: ReadonlySet<string> = new Set([
  'viewer',
  'office',
  'catalogue',
  'members',
  'signOut',
  'rewardBoard',
  'rewardAdvice',
])

/** More buckets, more work; one that is not named here costs like a day. */
const GRAIN_COST: ReadonlyMap<unknown, number> = new Map([
  [undefined, 1],
  [null, 1],
  ['year', 1],
  ['halfYear', 1],
  ['quarter', 2],
  ['month', 3],
  ['tenDay', 6],
  ['week', 6],
])
const DAY_COST = 12
/** What was asked once is asked again, and may have been dear; how dear, the door does not know. */
const AGAIN_COST = 500

/** Does a field of the API read a store? */
export const isCostly = (field: string): boolean => !field.startsWith('__') && !CHEAP.has(field)

/** What a request asks for, as it came in; its variables have not been looked at yet. */
export interface Asked {
  readonly operation: OperationDefinitionNode
  readonly fragment: FindFragment
  readonly variables: Readonly<Record<string, unknown>>
}

/** The costly fields that a request will have answered, with what each costs; parts that it leaves out are not there. */
export function costsOf({ operation, fragment, variables: given }: Asked): number[] {
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  )
  const variables = { ...Object.fromEntries(defaults), ...given }
  return [...rootFieldsOf(operation, fragment).values()]
    .filter((field) => isCostly(field.name.value) && isAsked(field, variables))
    .map((field) => costOf(field.name.value, argumentsOf(field, variables)))
}

/**
 * The sum of the costs: for numbers measures × (dimensions + 1) × (comparisons + 1) × grain, for a list its rows / 10.
 *
 * @throws GraphQLError TOO_COMPLEX that says the sum, if it is above the limit.
 */
export function refuseTooCostly(costs: readonly number[]): void {
  const said = tooCostlyText(costs.reduce((sum, each) => sum + each, 0))
  if (said) throw tooComplex(said)
}

/** Why so much is not answered at once; null where it is. */
export const tooCostlyText = (cost: number): Text | null =>
  cost <= LARGEST_COST
    ? null
    : {
        zh: `请求的计算量为${cost}，超过上限${LARGEST_COST}，请减少指标、维度、对比，缩短清单，或改用更粗的时间粒度。`,
        en: `The request costs ${cost}, more than the limit of ${LARGEST_COST}. Ask for fewer measures, dimensions, comparisons or rows, or for a coarser grain.`,
      }

type Values = Readonly<Record<string, unknown>>

const argumentsOf = (
  field: FieldNode | NonNullable<FieldNode['directives']>[number],
  variables: Values,
): Values =>
  Object.fromEntries(
    (field.arguments ?? []).map(({ name, value }) => [
      name.value,
      valueFromASTUntyped(value, { ...variables }),
    ]),
  )

function isAsked(field: FieldNode, variables: Values): boolean {
  return (field.directives ?? []).every((directive) => {
    const { if: condition } = argumentsOf(directive, variables)
    if (directive.name.value === 'include') return condition !== false
    return directive.name.value !== 'skip' || condition !== true
  })
}

function costOf(field: string, given: Values): number {
  if (field === 'metrics') return costOfMetrics(given.request)
  if (field === 'again') return AGAIN_COST
  const { first } = given
  return typeof first === 'number' && first > ROWS_OF_ONE ? Math.ceil(first / ROWS_OF_ONE) : 1
}

/** What an answer of numbers costs; see `refuseTooCostly`. */
export function costOfMetrics(request: unknown): number {
  if (typeof request !== 'object' || request === null) return 1
  const { measures, dimensions, comparisons, grain } = request as Values
  const of = (list: unknown): number => (Array.isArray(list) ? list.length : 1)
  const beside = (list: unknown): number => (list === undefined || list === null ? 1 : of(list) + 1)
  return (
    Math.max(1, of(measures)) * beside(dimensions) * beside(comparisons) * (GRAIN_COST.get(grain) ?? DAY_COST)
  )
}
