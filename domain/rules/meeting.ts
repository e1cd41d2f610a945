/** Why a case should be talked over by the units together (集体会商). */
export type MeetingReason = 'extension' | 'returned' | 'manyUnits' | 'manyReports' | 'majorHazard'

/** From which number on; the notice names none, so they are proposals. */
export const MEETING_LEAST = { returned: 2, units: 3, mergedReports: 5 } as const

interface Difficulty {
  /** An extension was asked for. */
  readonly extensionAsked: boolean
  readonly timesReturned: number
  /** Units that have had the case. */
  readonly units: number
  /** Other reports of the same matter. */
  readonly mergedReports: number
  readonly isMajor: boolean
}

/**
 * The reasons for 会商 (通知第13项：对办理难度大、涉及范围广的举报，要组织有关部门集体会商): hard are those for which an extension was
 * asked, that were given back twice, or that are a major hazard; wide are those that three units have had, or that five others
 * reported as well. The numbers are the office's own.
 *
 * @returns [] when nothing speaks for it.
 */
export function meetingReasons(of: Difficulty): readonly MeetingReason[] {
  const reasons: readonly (readonly [MeetingReason, boolean])[] = [
    ['majorHazard', of.isMajor],
    ['extension', of.extensionAsked],
    ['returned', of.timesReturned >= MEETING_LEAST.returned],
    ['manyUnits', of.units >= MEETING_LEAST.units],
    ['manyReports', of.mergedReports >= MEETING_LEAST.mergedReports],
  ]
  return reasons.flatMap(([reason, holds]) => (holds ? reason : []))
}
