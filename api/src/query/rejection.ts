import type { Text } from '@fengsui/domain/metrics/model'

/** Why a question is not answered. The key is the GraphQL enum value. */
export const REJECTION_CODES = {
  unknownMember: 'A filter names a code that the office does not have.',
  badPeriod: 'The period is missing, contradictory or outside the calendar.',
  badGrain: 'The grain does not fit the request.',
  badComparison: 'The period cannot be compared in this way.',
  tooManyDimensions: 'More dimensions than one table can show.',
  tooManyBuckets: 'The period holds too many units of the grain.',
  badTop: '`top` or `orderBy` does not fit the request.',
  duplicateItem: 'Something is asked for twice.',
  unknownAnswer: "There is no such answer, or it is not the caller's to look into.",
  unknownCase: "There is no such case, or it is not the caller's to see.",
  unknownView: 'There is no saved view of that name.',
  unknownMap: 'The level has no map.',
  badPage: 'The page of a list is impossible.',
  badSearch: 'The text to search for is too long or unreadable.',
  badView: 'A view cannot be saved like that.',
  badExport: 'A file cannot be made of that.',
  unknownExport: "There is no such file, or it is not the caller's.",
  tooManyExports: 'Too many files are being made for the caller.',
  badBasket: 'The basket cannot be changed like that.',
  badAnnotation: 'An annotation cannot be written like that.',
  unknownAnnotation: 'There is no such annotation.',
  badActionList: 'There is no list of cases like that.',
  badNote: 'A text cannot be written down like that.',
  unknownUrge: "There is no such urge, or it is not the caller's to answer.",
  unknownEscalation: 'There is no such escalation.',
  badAssessment: 'A step of the assessment cannot be taken like that.',
  unknownAssessment: "There is no such part of an assessment, or it is not the caller's to see.",
  unknownFlag: "There is no such flag, or it is not the caller's to see.",
  badFlagStep: 'A flag cannot go there.',
  notScreened: 'The data are not screened yet.',
  badBackfill: 'Past days cannot be screened like that.',
  unknownRun: 'There is no such run of the screening, or no such order.',
  badReward: 'A matter to be rewarded cannot be like that.',
  emptyMeasures: 'No measure is asked for.',
  warehouseUnavailable: 'The warehouse does not answer, or holds nothing yet.',
  queryTooLarge: 'The answer would need more memory or rows than allowed.',
  queryTimeout: 'The answer took longer than allowed.',
  forbidden: 'The caller may not ask this.',
} as const

export type RejectionCode = keyof typeof REJECTION_CODES

/** A question that is refused, with a sentence that says what to change. An expected result, never thrown. */
export interface Rejection {
  readonly rejected: true
  readonly code: RejectionCode
  readonly message: Text
  /** The part of the request that is meant, e.g. `period.from`. */
  readonly field: string | null
}

export const reject = (code: RejectionCode, field: string | null, zh: string, en: string): Rejection => ({
  rejected: true,
  code,
  message: { zh, en },
  field,
})

/** Is the result a refusal? */
export function isRejection(result: unknown): result is Rejection {
  return typeof result === 'object' && result !== null && 'rejected' in result && result.rejected === true
}
