import type { CaseLife } from './demo-case.js'
import { WorkingDays, type Day } from './days.js'
import { LATE_UNITS, PROVEN, USUAL_MEDIAN_DAYS } from './profile.js'
import { lotteryOf, type Random } from './random.js'

const REWARDS = lotteryOf({ '500': 4, '1000': 6, '2000': 4, '3000': 3, '5000': 2, '10000': 0.5 })

/** What decides a life besides chance. */
interface LifeOf {
  readonly receivedOn: Day
  readonly department: string
  readonly issue: string
  /** Can be told of the outcome, and rewarded. */
  readonly reachable: boolean
  readonly asOf: Day
  /** A story may settle what is otherwise left to chance. */
  readonly result: 'true' | 'false' | undefined
}

/**
 * Lets a case run from its receipt to where it stands on the as-of day: examined, rejected or accepted, verified,
 * closed in time or late, extended in time or too late, answered, rewarded, archived, or withdrawn.
 */
export function liveOn(random: Random, work: WorkingDays, of: LifeOf): CaseLife {
  const examined = work.add(of.receivedOn, Math.min(9, Math.floor(random.lognormal(1.8, 0.7))))
  const fate = of.result === undefined ? random.next() : 1
  if (fate < 0.085) return ended('rejected', { rejectedOn: examined }, examined, of)
  if (fate < 0.095) return ended('withdrawn', {}, examined, of)
  const days = durationOf(random, of.department)
  const acceptedOn = examined
  const closedOn = work.add(acceptedOn + days, 0)
  const verifiedOn = Math.min(
    closedOn,
    work.add(acceptedOn + Math.ceil(days * (0.4 + random.next() * 0.4)), 0),
  )
  const result = resultOf(random, of)
  const proven = result === 'true' || result === 'partly'
  const extension = extensionOf(random, acceptedOn, days)
  const repliedOn = of.reachable
    ? work.add(closedOn, random.chance(0.92) ? random.between(0, 3) : random.between(4, 15))
    : null
  const rewarded = proven && of.reachable && random.chance(0.4)
  const decidedOn = rewarded ? work.add(closedOn, random.between(3, 25)) : null
  const paidOn = decidedOn !== null && random.chance(0.93) ? work.add(decidedOn, random.between(3, 35)) : null
  const amount = rewarded ? Number(REWARDS.draw(random)) : null
  const fine =
    proven && random.chance(0.28) ? Math.round(random.lognormal(12_000, 0.8) / 500) * 500 + 500 : null
  const archivedOn = random.chance(0.6)
    ? Math.max(closedOn, repliedOn ?? 0, paidOn ?? 0) + random.between(60, 240)
    : null

  const { asOf } = of
  const verified = until(asOf, verifiedOn)
  const extended = until(asOf, extension.on)
  const closed = until(asOf, closedOn)
  const replied = until(asOf, repliedOn)
  const decided = until(asOf, decidedOn)
  const paid = until(asOf, paidOn)
  const archived = until(asOf, archivedOn)
  const accepted = until(asOf, acceptedOn)
  return {
    state: stateOf(of, accepted, verified, closed, replied, paid, archived),
    result: verified === null ? '' : result,
    acceptedOn: accepted,
    rejectedOn: null,
    verifiedOn: verified,
    extendedOn: extended,
    extensionDays: extended === null ? 0 : extension.days,
    closedOn: closed,
    repliedOn: replied,
    rewardDecidedOn: decided,
    rewardPaidOn: paid,
    rewardAmount: decided === null ? null : amount,
    fineAmount: closed === null ? null : fine,
    updatedOn: Math.max(
      of.receivedOn,
      archived ?? paid ?? 0,
      decided ?? 0,
      replied ?? 0,
      closed ?? verified ?? accepted ?? 0,
    ),
  }
}

/** A day that is already known on the as-of day, else null. */
function until(asOf: Day, day: Day | null): Day | null {
  return day !== null && day <= asOf ? day : null
}

/** What is known of a case before anything was decided. */
export const NOTHING = {
  result: '',
  acceptedOn: null,
  rejectedOn: null,
  verifiedOn: null,
  extendedOn: null,
  extensionDays: 0,
  closedOn: null,
  repliedOn: null,
  rewardDecidedOn: null,
  rewardPaidOn: null,
  rewardAmount: null,
  fineAmount: null,
} as const

function ended(state: 'rejected' | 'withdrawn', days: Partial<CaseLife>, on: Day, of: LifeOf): CaseLife {
  if (on > of.asOf) return { state: 'registered', ...NOTHING, updatedOn: of.receivedOn }
  return { state, ...NOTHING, ...days, updatedOn: on }
}

/** Days from acceptance to closing; one in fifty drags on. */
function durationOf(random: Random, department: string): number {
  if (random.chance(0.018)) return random.between(120, 500)
  const late = LATE_UNITS[department]
  return Math.max(1, Math.round(random.lognormal(late ?? USUAL_MEDIAN_DAYS, late === undefined ? 0.52 : 0.4)))
}

function resultOf(random: Random, of: LifeOf): CaseLife['result'] {
  if (of.result !== undefined) return of.result
  const whole = PROVEN[of.issue] ?? 0.42
  const at = random.next()
  if (at < whole) return 'true'
  if (at < whole + (1 - whole) * 0.28) return 'partly'
  return at < 0.93 ? 'false' : 'unclear'
}

/** A case that takes long may be extended: mostly asked for in time, sometimes when the 60 days are over. */
function extensionOf(random: Random, acceptedOn: Day, days: number): { on: Day | null; days: number } {
  if (days < 52 || !random.chance(0.4)) return { on: null, days: 0 }
  const tooLate = days > 63 && random.chance(0.2)
  const on =
    acceptedOn +
    (tooLate ? random.between(61, Math.min(days, 75)) : random.between(40, Math.min(58, days - 1)))
  return { on, days: random.chance(0.8) ? 30 : 15 }
}

function stateOf(of: LifeOf, ...days: readonly (Day | null)[]): CaseLife['state'] {
  const [accepted, verified, closed, replied, paid, archived] = days
  if (archived !== null) return 'archived'
  if (paid !== null) return 'rewarded'
  if (replied !== null) return 'replied'
  if (closed !== null) return 'closed'
  if (verified !== null) return 'disposing'
  if (accepted === null || accepted === undefined) return 'registered'
  const age = of.asOf - accepted
  return age < 2 ? 'accepted' : age < 5 ? 'assigned' : 'verifying'
}
