import { REPORT_CLASSES } from '@fengsui/domain/metrics/words'
import type { RewardFacts } from '@fengsui/domain/rewards/matter'
import { ACCIDENT_LEVELS, type Fen, type ReportClass } from '@fengsui/domain/rewards/standard'
import { z } from 'zod'
import { type Rejection, reject } from '../query/rejection.js'

/** 10 billion yuan: more than any fine. */
const MOST_YUAN = 1e10
const MOST_DEATHS = 10_000
const FEN = 100

/** A matter with what was decided, fen. */
export interface MatterAsked {
  readonly facts: RewardFacts
  readonly decided: Fen | null
}

const yuan = z
  .number()
  .min(0)
  .max(MOST_YUAN)
  // As it was typed: two decimals at most.
  .refine((value) => /^\d+(?:\.\d{1,2})?$/.test(String(value)))
  .transform((value) => Math.round(value * FEN))

const matter = z.object({
  decidedOn: z.iso.date(),
  reportClass: z.enum(Object.keys(REPORT_CLASSES) as [ReportClass, ...ReportClass[]]),
  item: z.string().max(40).nullish(),
  fine: yuan.nullish(),
  accidentLevel: z.enum(ACCIDENT_LEVELS).nullish(),
  concealedDeaths: z.int().min(0).max(MOST_DEATHS).nullish(),
  rewardedAlready: z.boolean().nullish(),
  decided: yuan.nullish(),
})

/** The door of the calculator: a matter in yuan becomes one in fen, or it is said what to change. @param input anything. */
export function parseMatter(input: unknown): MatterAsked | Rejection {
  const parsed = matter.safeParse(input)
  if (!parsed.success) return badMatter(parsed.error.issues[0]?.path.join('.') ?? '')
  const { decidedOn, reportClass, item, fine, accidentLevel, concealedDeaths } = parsed.data
  return {
    facts: {
      decidedOn,
      reportClass,
      item: item ?? null,
      fine: fine ?? null,
      accidentLevel: accidentLevel ?? null,
      concealedDeaths: concealedDeaths ?? null,
      isRewardedAlready: parsed.data.rewardedAlready ?? false,
    },
    decided: parsed.data.decided ?? null,
  }
}

const badMatter = (field: string): Rejection =>
  reject(
    'badReward',
    `matter.${field}`,
    '金额请填0至100亿元、最多两位小数的数，人数请填0至10000的整数，日期请填年月日。',
    'Amounts are 0 to 10 billion yuan with two decimals at most, people 0 to 10,000, a day is a calendar day.',
  )
