import type { AssessedUnit, AssessmentTable } from './assessment.js'
import type { DeductionItem } from './score.js'

/** A deduction that one version counts and the other does not. */
export interface ChangedItem {
  readonly change: 'added' | 'removed'
  readonly item: DeductionItem
}

/** A unit whose score or place is another one. */
export interface ChangedUnit {
  readonly unit: string
  readonly before: Pick<AssessedUnit, 'score' | 'rank'> | null
  readonly after: Pick<AssessedUnit, 'score' | 'rank'> | null
}

export interface Difference {
  readonly items: readonly ChangedItem[]
  readonly units: readonly ChangedUnit[]
}

/** What a later version of a quarter's table says otherwise: which unit, which case, which rule, before and after. */
export function differenceOf(before: AssessmentTable, after: AssessmentTable): Difference {
  const [old, now] = [countedOf(before), countedOf(after)]
  const items = [
    ...[...old].flatMap(([key, item]) => (now.has(key) ? [] : [{ change: 'removed' as const, item }])),
    ...[...now].flatMap(([key, item]) => (old.has(key) ? [] : [{ change: 'added' as const, item }])),
  ]
  const earlier = new Map(before.units.map((unit) => [unit.unit, unit]))
  const later = new Map(after.units.map((unit) => [unit.unit, unit]))
  const units = [...new Set([...earlier.keys(), ...later.keys()])].flatMap((unit): ChangedUnit[] => {
    const [was, is] = [standingOf(earlier.get(unit)), standingOf(later.get(unit))]
    return was?.score === is?.score && was?.rank === is?.rank ? [] : [{ unit, before: was, after: is }]
  })
  return { items, units }
}

/** A case that went to another holder is removed from one and added to the other. */
const countedOf = ({ items }: AssessmentTable): ReadonlyMap<string, DeductionItem> =>
  new Map(
    items
      .filter(({ spared }) => spared === null)
      .map((item) => [[item.unit, item.rule, item.subject].join('\u0000'), item]),
  )

const standingOf = (unit: AssessedUnit | undefined): ChangedUnit['after'] =>
  unit ? { score: unit.score, rank: unit.rank } : null
