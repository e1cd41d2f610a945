import { type Day, isDay } from '@fengsui/domain/time/day'
import { redact } from '@fengsui/domain/privacy/redaction'
import { z } from 'zod'
import { type Rejection, reject } from '../query/rejection.js'
import { daysOf } from './backfill-runner.js'
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

/** So many days at most are one order: eight years by weeks. */
export const MOST_DAYS = 450

/** Past days that somebody wants screened. */
export interface BackfillDays {
  readonly from: Day
  readonly to: Day
  readonly everyDays: number
}

const span = z.object({
  from: z.string().refine(isDay),
  to: z.string().refine(isDay),
  everyDays: z.number().int().min(1).max(92),
})

/**
 * The door of orders for past days.
 *
 * @param input anything.
 * @param data first and last day of the data: the last one is screened by itself, and is no past day.
 */
export function parseBackfill(
  input: unknown,
  data: { readonly firstDay: Day; readonly asOf: Day },
): BackfillDays | Rejection {
  const parsed = span.safeParse(input)
  if (!parsed.success) return badSpan(String(parsed.error.issues[0]?.path[0] ?? ''), data)
  const { from, to, everyDays } = parsed.data
  if (from < data.firstDay) return badSpan('from', data)
  if (to < from || to >= data.asOf) return badSpan('to', data)
  return daysOf(from, to, everyDays).length > MOST_DAYS ? tooMany() : { from, to, everyDays }
}

const badSpan = (field: string, { firstDay, asOf }: { firstDay: Day; asOf: Day }): Rejection =>
  reject(
    'badBackfill',
    field,
    `请选择${firstDay}以后、${asOf}以前的日期，且止日不早于起日。`,
    `Choose days from ${firstDay} on and before ${asOf}, the first one first.`,
  )

const tooMany = (): Rejection =>
  reject(
    'badBackfill',
    'everyDays',
    `一次最多回溯${MOST_DAYS}天，请缩短时段或加大间隔。`,
    `At most ${MOST_DAYS} days are one order: take fewer, or farther apart.`,
  )
