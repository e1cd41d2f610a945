import type { Session } from '../access/session.js'
import type { OwnUnits } from './own-unit.js'
import type { VersionHead } from './assessment-book.js'

/** Numbers of cases below this are hidden from whoever sees no small cells. */
export const LEAST_SHOWN = 3

/** What somebody may see of the assessment. */
export interface Sight {
  /** Everything of it. */
  readonly assesses: boolean
  /** Code of the unit for which somebody speaks; null for a role of the whole office. */
  readonly own: string | null
  /** Small numbers of cases of other units. */
  readonly seesSmall: boolean
  /** Cases can be opened. */
  readonly opensCases: boolean
}

export const sightOf = ({ scope, persona }: Session, units: OwnUnits): Sight => ({
  assesses: scope.assess,
  own: scope.object ? units.of(persona) : null,
  seesSmall: scope.cases === 'whole' && scope.smallCells === 'leaving',
  opensCases: scope.caseList,
})

/**
 * The same for what leaves the office: small numbers are hidden, of the own unit too, and no unit's deductions are told
 * apart by rule, for leaks are for nobody but whoever assesses and the unit itself.
 */
export const leavingSight = (sight: Sight): Sight => ({
  ...sight,
  assesses: false,
  own: null,
  seesSmall: false,
})

/** May a version be seen as a whole table? A preview is each unit's own part only. */
export const seesTable = ({ assesses }: Sight, { state }: Pick<VersionHead, 'state'>): boolean =>
  assesses || state === 'published'

/** May what one unit loses points for be seen? */
export const seesUnit = (
  { assesses, own }: Sight,
  { state }: Pick<VersionHead, 'state'>,
  unit: string,
): boolean => assesses || (own === unit && state !== 'draft')
