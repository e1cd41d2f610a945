import { type Day, isDay } from '@fengsui/domain/time/day'
import { z } from 'zod'
import { type Rejection, reject } from '../query/rejection.js'
import { daysOf } from './backfill-runner.js'

/** So many days at most are one order: eight years by weeks. */
export const MOST_DAYS = 450

/** Past days that somebody wants screened. */
export interface BackfillDays {
  readonly from: Day
  readonly to: Day
  readonly everyDays: number
}

const shape = z.object({
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
  const parsed = shape.safeParse(input)
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
