import { isDay } from '@fengsui/domain/time/day'
import { redact } from '@fengsui/domain/privacy/redaction'
import { z } from 'zod'
import { type Rejection, reject } from '../query/rejection.js'
import { type FlagStateId, NEEDS_NOTE, NEXT_STATES, STATE_TEXTS } from './words.js'

const LONGEST_NOTE = 200
export const MOST_FLAG_CASES = 100

/** What is to become of a flag. */
export interface Move {
  readonly id: string
  readonly to: FlagStateId
  readonly note: string
  readonly until: string | null
}

const shape = z.object({
  id: z.string().max(64),
  to: z.enum(Object.keys(STATE_TEXTS) as [FlagStateId, ...FlagStateId[]]),
  note: z.string(),
  until: z.string().refine(isDay).nullish(),
})

/** The door of what is done with flags. @param input anything. */
export function parseMove(input: unknown): Move | Rejection {
  const parsed = shape.safeParse(input)
  if (!parsed.success) return badMove(String(parsed.error.issues[0]?.path[0] ?? ''))
  const { id, to, until } = parsed.data
  const note = parsed.data.note.trim()
  if ([...note].length > LONGEST_NOTE || /\p{C}/u.test(note)) return badNote()
  if (redact(note) !== note) return personal()
  if (NEEDS_NOTE.includes(to) && note === '') return missingNote()
  return { id, to, note, until: until ?? null }
}

/** May a flag go from one state to another? To its own only to be put off. */
export function checkStep(from: FlagStateId, { to, until }: Move, asOf: string): Rejection | null {
  if (until !== null && until <= asOf) return badMove('until')
  if (to === from) return until === null || NEXT_STATES[from].length === 0 ? badMove('to') : null
  return NEXT_STATES[from].includes(to) ? null : badMove('to')
}

const badMove = (field: string): Rejection =>
  reject(
    'badFlagStep',
    field,
    field === 'until'
      ? '暂缓日期应晚于数据截至日。'
      : '这条研判不能这样流转，可能已被他人处理，请刷新页面后再试。',
    field === 'until'
      ? 'A flag is put off until a day after the data end.'
      : 'The flag cannot go there; somebody may have moved it. Reload the page.',
  )

const badNote = (): Rejection =>
  reject(
    'badNote',
    'note',
    `请填写不超过${LONGEST_NOTE}个字的普通文字。`,
    `Write plain text of ${LONGEST_NOTE} characters at most.`,
  )

const missingNote = (): Rejection =>
  reject('badNote', 'note', '请写明理由或结果后再保存。', 'Write down the reason or the result first.')

const personal = (): Rejection =>
  reject(
    'badNote',
    'note',
    '文字里像是有电话、证件号、姓名等个人信息，请删去后再保存。',
    'The text seems to hold a phone number, an identity number or a name; take it out and save again.',
  )
