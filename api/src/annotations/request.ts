import { redact } from '@fengsui/domain/privacy/redaction'
import { type Day, isDay } from '@fengsui/domain/time/day'
import type { AnnotationKind } from '@fengsui/prisma/office/office'
import type { MemberLists } from '../office/member-lists.js'
import { type Rejection, reject } from '../query/rejection.js'

export const LONGEST_TEXT = 60

/** What somebody writes down, as it came in. */
export interface AnnotationDraft {
  readonly kind: AnnotationKind
  readonly from: string
  /** Null: one day. */
  readonly to?: string | null
  readonly text: string
  readonly region?: string | null
  readonly industry?: string | null
}

/** The same, checked. */
export interface CheckedAnnotation {
  readonly kind: AnnotationKind
  readonly from: Day
  readonly to: Day
  readonly text: string
  readonly region: string
  readonly industry: string
}

/** The door of what is written down: days of the calendar, members of the lists, a text that leads to nobody. */
export function parseAnnotation(draft: AnnotationDraft, lists: MemberLists): CheckedAnnotation | Rejection {
  const { kind, from } = draft
  const to = draft.to ?? from
  const text = draft.text.trim()
  const [region, industry] = [draft.region ?? '', draft.industry ?? '']
  if (!isDay(from) || !isDay(to)) return badDay(isDay(from) ? 'to' : 'from')
  if (to < from)
    return reject('badAnnotation', 'to', '结束日期早于开始日期。', 'The annotation ends before it begins.')
  if (text === '' || [...text].length > LONGEST_TEXT || /\p{C}/u.test(text)) return badText()
  if (redact(text) !== text) return personal()
  if (region !== '' && !lists.has('region1', region)) return unknownMember('region')
  if (industry !== '' && !lists.has('industry1', industry)) return unknownMember('industry')
  return { kind, from, to, text, region, industry }
}

const badDay = (field: string): Rejection =>
  reject(
    'badAnnotation',
    field,
    '日期无效，请写成 2026-11-23 这样的日期。',
    'Not a date; write it like 2026-11-23.',
  )

const badText = (): Rejection =>
  reject(
    'badAnnotation',
    'text',
    `标注须为1至${LONGEST_TEXT}个字的普通文字。`,
    `An annotation has 1 to ${LONGEST_TEXT} characters of plain text.`,
  )

const personal = (): Rejection =>
  reject(
    'badAnnotation',
    'text',
    '标注里像是有电话、证件号、姓名等个人信息，请删去后再保存。',
    'The text seems to hold a phone number, an identity number or a name; take it out and save again.',
  )

const unknownMember = (field: string): Rejection =>
  reject(
    'badAnnotation',
    field,
    '所选的区域或行业不在本单位的列表中，请重新选择。',
    'The place or sector is not on the lists of the office; choose again.',
  )
