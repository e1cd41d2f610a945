import type { CodeMember } from '@fengsui/prisma/office/office'
import type { Day, WorkingDays } from './days.js'
import type { CaseLife } from './demo-case.js'
import type { Handover } from './handover.js'
import type { Random } from './random.js'

/** What happens to a case beside its life that starts or ends a limit. */
export interface ClockDays {
  readonly signedOn: Day | null
  /** To whom it went, and when; null = back to the office. */
  readonly transfers: readonly { readonly day: Day; readonly unit: CodeMember | null }[]
  readonly extensionAskedOn: Day | null
  /** When the reporter was told that there is no acceptance, or no reward. */
  readonly refusalToldOn: Day | null
  /** A decision not to reward, which has no amount. */
  readonly rewardRefusedOn: Day | null
  readonly rewardNotifiedOn: Day | null
  /** Somebody died. */
  readonly fatal: boolean
}

/** Of a case that has just come in. */
export const NO_CLOCK_DAYS: ClockDays = {
  signedOn: null,
  transfers: [],
  extensionAskedOn: null,
  refusalToldOn: null,
  rewardRefusedOn: null,
  rewardNotifiedOn: null,
  fatal: false,
}

/** What decides beside chance. */
interface ClocksOf {
  readonly life: CaseLife
  readonly handover: Handover
  readonly department: CodeMember
  /** Units that may have had it before. */
  readonly others: readonly CodeMember[]
  readonly reachable: boolean
  readonly isConcealed: boolean
  readonly isMajor: boolean
  readonly asOf: Day
}

/**
 * Draws what starts and ends the smaller limits: most is signed for and told in time, some late, some not yet.
 *
 * @param random a stream of its own: however it is used, everything else about the district stays the same.
 */
export function clockDaysOf(random: Random, work: WorkingDays, of: ClocksOf): ClockDays {
  const { life, handover, asOf } = of
  const known = (day: Day | null): Day | null => (day !== null && day <= asOf ? day : null)
  const soon = (day: Day | null, inTime: number, most: number): Day | null =>
    day === null
      ? null
      : known(
          work.add(day, random.chance(0.92) ? random.between(0, inTime) : random.between(inTime + 1, most)),
        )
  const signed = soon(handover.assignedOn, 2, 6)
  const refused =
    life.closedOn !== null && life.rewardDecidedOn === null && of.reachable && random.chance(0.12)
      ? known(work.add(life.closedOn, random.between(2, 15)))
      : null
  return {
    // Whoever has checked a case has signed for it.
    signedOn: signed === null ? life.verifiedOn && handover.assignedOn : signed,
    transfers: transfersOf(random, work, of),
    extensionAskedOn: askedOn(random, of),
    refusalToldOn: of.reachable ? soon(life.rejectedOn ?? refused, 3, 9) : null,
    rewardRefusedOn: refused,
    rewardNotifiedOn: soon(life.rewardDecidedOn, 5, 12),
    fatal: of.isConcealed || (of.isMajor && random.chance(0.02)),
  }
}

/** One in eight of those that go slowly asks for an extension and is still without an answer. */
function askedOn(random: Random, { life, asOf }: ClocksOf): Day | null {
  const { acceptedOn, extendedOn, closedOn } = life
  if (extendedOn !== null) return Math.max(acceptedOn ?? extendedOn, extendedOn - random.between(1, 6))
  if (acceptedOn === null || !random.chance(0.12)) return null
  const day = acceptedOn + random.between(42, 58)
  return day <= (closedOn ?? asOf) ? day : null
}

function transfersOf(random: Random, work: WorkingDays, of: ClocksOf): ClockDays['transfers'] {
  const { handover, department, others, life, asOf } = of
  const { assignedOn, returnedOn } = handover
  if (assignedOn === null) return []
  const chain: { day: Day; unit: CodeMember | null }[] = []
  const last = life.closedOn ?? asOf
  if (returnedOn !== null) {
    chain.push({ day: assignedOn, unit: random.pick(others) }, { day: returnedOn, unit: null })
    const again = work.add(returnedOn, random.between(0, 2))
    if (random.chance(0.3) && again < returnedOn + 9) {
      const back = work.add(again, random.between(1, 3))
      chain.push({ day: again, unit: random.pick(others) }, { day: back, unit: null })
    }
    chain.push({ day: work.add(chain.at(-1)?.day ?? returnedOn, random.between(0, 2)), unit: department })
  } else if (random.chance(0.05)) {
    // The unit that began was not the one that ended it; sometimes it went on when the limit was nearly over.
    const moved = assignedOn + random.between(3, 70)
    chain.push({ day: assignedOn, unit: moved <= last ? random.pick(others) : department })
    if (moved <= last) chain.push({ day: moved, unit: department })
  } else chain.push({ day: assignedOn, unit: department })
  return chain.filter(({ day }) => day <= asOf)
}
