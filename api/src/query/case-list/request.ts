import { MEASURES, type MeasureId } from '@fengsui/domain/metrics/measures'
import { COMPARISONS, type ComparisonKind } from '@fengsui/domain/time/comparison'
import { isDay } from '@fengsui/domain/time/day'
import { z } from 'zod'
import { type Rejection, reject } from '../rejection.js'
import { isStorable } from '../storable.js'
import { CASE_ORDERS, type CaseOrder, MOST_CASES, type Page, readCursor } from './page.js'
import type { NumberOf } from './selection.js'

const MOST_SEARCHED = 60

/** A checked request for the enterprises behind a number. */
export interface EnterprisesRequest {
  readonly answer: string
  readonly number: NumberOf
  readonly others: boolean
  /** So many cases at least, 1 to 100. */
  readonly least: number
  /** So many enterprises at most, 1 to 100. */
  readonly first: number
}

/** A checked request for a page of the cases behind a number. */
export interface CasesRequest {
  readonly answer: string
  readonly number: NumberOf
  /** The number is that of 其他. */
  readonly others: boolean
  readonly page: Page
}

const ids = <T extends string>(catalogue: Record<T, unknown>) => z.enum(Object.keys(catalogue) as [T, ...T[]])

const of = z.strictObject({
  answer: z.string().max(64),
  measure: ids<MeasureId>(MEASURES),
  keys: z.array(z.string().max(100)).max(3),
  bucket: z.string().refine(isDay).nullish(),
  comparison: ids<ComparisonKind>(COMPARISONS).nullish(),
  which: z.enum(['all', 'property']),
  others: z.boolean(),
})

const shape = z.object({
  of,
  first: z.int().min(1).max(MOST_CASES),
  after: z.string().max(500).nullish(),
  orderBy: ids<CaseOrder>(CASE_ORDERS),
  direction: z.enum(['asc', 'desc']),
  search: z.string(),
})

const enterprisesShape = z.object({
  of,
  first: z.int().min(1).max(MOST_CASES),
  least: z.int().min(1).max(MOST_CASES),
})

/** Which number is meant, as it stands in a plan. */
const numberOf = ({ measure, keys, bucket, comparison, which }: z.infer<typeof of>): NumberOf => ({
  measure,
  keys,
  bucket: bucket ?? null,
  comparison: comparison ?? null,
  which,
})

/** The door of the list of enterprises. */
export function parseEnterprises(input: unknown): EnterprisesRequest | Rejection {
  const parsed = enterprisesShape.safeParse(input)
  if (!parsed.success) {
    const field = String(parsed.error.issues[0]?.path[0] ?? '')
    return field === 'first' || field === 'least' ? badCount(field) : noSuchNumber()
  }
  const { of: number, first, least } = parsed.data
  return { answer: number.answer, number: numberOf(number), others: number.others, first, least }
}

/** The door of the case list: turns what came in into a request, or says what to change. */
export function parseCases(input: unknown): CasesRequest | Rejection {
  const parsed = shape.safeParse(input)
  if (!parsed.success) return malformed(String(parsed.error.issues[0]?.path[0] ?? ''))
  const { of: number, first, after, orderBy, direction, search } = parsed.data
  if (search.length > MOST_SEARCHED || !isStorable(search)) return badSearch()
  const cursor = after ? readCursor(after) : null
  if (after && !cursor) return badPage('after')
  return {
    answer: number.answer,
    number: numberOf(number),
    others: number.others,
    page: { first, after: cursor, order: orderBy, direction, search: search.trim() },
  }
}

function malformed(part: string): Rejection {
  if (part === 'first' || part === 'after') return badPage(part)
  if (part === 'search') return badSearch()
  return noSuchNumber()
}

const badPage = (field: 'first' | 'after'): Rejection =>
  reject(
    'badPage',
    field,
    `每页须为1至${MOST_CASES}件，翻页标记须取自上一页；请回到第一页重试。`,
    `A page holds 1 to ${MOST_CASES} cases and follows one that was given; begin at the first page.`,
  )

const badCount = (field: 'first' | 'least'): Rejection =>
  reject(
    'badPage',
    field,
    `单位个数和最少件数须为1至${MOST_CASES}。`,
    `The number of enterprises and of cases must be 1 to ${MOST_CASES}.`,
  )

const badSearch = (): Rejection =>
  reject(
    'badSearch',
    'search',
    `搜索文字不能超过${MOST_SEARCHED}个字，且须为普通文字。`,
    `The text to search for may have ${MOST_SEARCHED} characters of plain text at most.`,
  )

/** The number that was opened does not stand in its answer. */
export const noSuchNumber = (): Rejection =>
  reject(
    'unknownAnswer',
    'of',
    '查询结果里没有这个数字，请回到图表重新点开。',
    'The answer has no such number; open it again on its chart.',
  )
