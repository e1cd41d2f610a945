import { DURATION } from './measures/duration.js'
import { HANDLING } from './measures/handling.js'
import { INTAKE } from './measures/intake.js'
import { PENDING_STEPS } from './measures/pending.js'
import { REPLY_AND_REWARD } from './measures/reply-and-reward.js'
import { REWARD_PROGRESS } from './measures/reward-progress.js'
import { VERIFICATION } from './measures/verification.js'

/** The indicators (指标). The key is the GraphQL enum value, the SQL alias and the JSON key. */
export const MEASURES = {
  ...INTAKE,
  ...VERIFICATION,
  ...HANDLING,
  ...DURATION,
  ...REPLY_AND_REWARD,
  ...PENDING_STEPS,
  ...REWARD_PROGRESS,
} as const

export type MeasureId = keyof typeof MEASURES
