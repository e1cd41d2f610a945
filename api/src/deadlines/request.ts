import { ACTION_LISTS, type ActionListId } from './action-lists.js'
import { CLOCKS, type ClockKind } from '@fengsui/domain/metrics/clocks'
import { DIMENSIONS, type DimensionId } from '@fengsui/domain/metrics/dimensions'
import { redact } from '@fengsui/domain/privacy/redaction'
import { z } from 'zod'
import { type Cursor, MOST_CASES, readCursor } from '../query/case-list/page.js'
import type { Query } from '../query/query.js'
import { type Rejection, reject } from '../query/rejection.js'

/** Which cases: those whose limit ends in a window, those of a list, or those that are watched from above. */
export type Which =
  | { readonly kind: 'clock'; readonly clock: ClockKind; readonly window: WindowName }
  | { readonly kind: 'list'; readonly list: ActionListId }
  | { readonly kind: 'escalated' }

export const WINDOWS = ['overdue', 'today', 'soon', 'ahead'] as const
export type WindowName = (typeof WINDOWS)[number]

/** What is wanted of the lists, without a page. */
export interface ActionsAsked {
  readonly which: Which
  readonly filters: Query['filters']
}

export interface ActionsRequest extends ActionsAsked {
  readonly first: number
  readonly after: Cursor | null
}

const MOST_FILTERS = 10
const MOST_CODES = 500
export const LONGEST_TEXT = 200

const asked = z.object({
  clock: z.enum(Object.keys(CLOCKS) as [ClockKind, ...ClockKind[]]).nullish(),
  window: z.enum(WINDOWS).nullish(),
  list: z.enum(Object.keys(ACTION_LISTS) as [ActionListId, ...ActionListId[]]).nullish(),
  escalated: z.boolean().nullish(),
  filters: z
    .array(
      z.object({
        dimension: z.enum(Object.keys(DIMENSIONS) as [DimensionId, ...DimensionId[]]),
        in: z.array(z.string().max(100)).min(1).max(MOST_CODES),
      }),
    )
    .max(MOST_FILTERS)
    .nullish(),
})

/** The door of the lists: which cases are meant. @param input anything. */
export function parseActions(input: unknown): ActionsAsked | Rejection {
  const parsed = asked.safeParse(input)
  const which = parsed.success ? whichOf(parsed.data) : null
  if (!parsed.success || which === null) return badList()
  return {
    which,
    filters: (parsed.data.filters ?? []).map(({ dimension, in: codes }) => ({ dimension, in: codes })),
  }
}

/** The same with a page of it. */
export function parseActionPage(
  input: unknown,
  page: { readonly first: number; readonly after?: string | null },
): ActionsRequest | Rejection {
  const request = parseActions(input)
  if ('rejected' in request) return request
  const { first } = page
  const after = page.after ? readCursor(page.after) : null
  if (first < 1 || first > MOST_CASES) return badPage('first')
  if (page.after && after === null) return badPage('after')
  return { ...request, first, after }
}

function whichOf({ clock, window, list, escalated }: z.infer<typeof asked>): Which | null {
  const named = [clock ?? null, list ?? null, escalated === true || null].filter((each) => each !== null)
  if (named.length !== 1) return null
  if (list) return { kind: 'list', list }
  if (escalated) return { kind: 'escalated' }
  if (!clock || CLOCKS[clock].measure === null) return null
  return { kind: 'clock', clock, window: window ?? 'overdue' }
}

/** A text that somebody writes down beside a case; it leads to nobody. @returns the text without spaces around it. */
export function parseNote(field: string, input: string, least: 0 | 1): string | Rejection {
  const text = input.trim()
  if ([...text].length < least || [...text].length > LONGEST_TEXT || /\p{C}/u.test(text))
    return badNote(field)
  return redact(text) === text ? text : personal(field)
}

const badList = (): Rejection =>
  reject(
    'badActionList',
    'which',
    '请选择一个清单：某一时限的到期情况、一个事项清单，或挂牌提级件。',
    'Choose one list: the cases of a limit, a list of matters, or those that are watched from above.',
  )

const badPage = (field: 'first' | 'after'): Rejection =>
  reject(
    'badPage',
    field,
    `每页须为1至${MOST_CASES}件，翻页标记须取自上一页；请回到第一页重试。`,
    `A page holds 1 to ${MOST_CASES} cases and follows one that was given; begin at the first page.`,
  )

const badNote = (field: string): Rejection =>
  reject(
    'badNote',
    field,
    `请填写不超过${LONGEST_TEXT}个字的普通文字。`,
    `Write plain text of ${LONGEST_TEXT} characters at most.`,
  )

const personal = (field: string): Rejection =>
  reject(
    'badNote',
    field,
    '文字里像是有电话、证件号、姓名等个人信息，请删去后再保存。',
    'The text seems to hold a phone number, an identity number or a name; take it out and save again.',
  )
