import { WorkingDays, type Day } from './days.js'
import type { CaseLife } from './demo-case.js'
import type { Random } from './random.js'

/** When a case was given to a unit, and when that unit gave it back; another one, the case's department, then handles it. */
export interface Handover {
  readonly assignedOn: Day | null
  readonly returnedOn: Day | null
}

/** Of a case that no unit has. */
export const NOT_HANDED_OVER: Handover = { assignedOn: null, returnedOn: null }

/**
 * Draws when a case that is being handled was assigned: on the day of acceptance or up to three working days later. One in
 * twenty-five comes back within a week.
 *
 * @param random a stream of its own: however it is used, everything else about the district stays the same.
 */
export function handOver(random: Random, work: WorkingDays, life: CaseLife, asOf: Day): Handover {
  if (life.acceptedOn === null || life.state === 'accepted') return NOT_HANDED_OVER
  // Whoever verifies a case has it by then.
  const latest = life.verifiedOn ?? asOf
  const assignedOn = Math.min(latest, work.add(life.acceptedOn, random.between(0, 3)))
  const returnedOn = random.chance(0.04) ? work.add(assignedOn, random.between(1, 5)) : null
  return { assignedOn, returnedOn: returnedOn !== null && returnedOn <= latest ? returnedOn : null }
}
