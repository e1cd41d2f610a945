import type { DimensionId } from '@fengsui/domain/metrics/dimensions'
import { HAZARD_LEVELS, REPORTER_KINDS, REPORT_CLASSES, RESULTS, STATES } from '@fengsui/domain/metrics/words'
import type { Day } from '@fengsui/domain/time/day'
import type { CodeMember, ListName, Office } from '@fengsui/prisma/office/office'

/** A restriction to some codes of a dimension. */
export interface Picked {
  readonly dimension: DimensionId
  readonly in: readonly string[]
}

type Member = Pick<CodeMember, 'code' | 'parent' | 'validFrom' | 'validTo' | 'supervisors' | 'denominators'>

const WORDS: Partial<Record<DimensionId, object>> = {
  reportClass: REPORT_CLASSES,
  hazardLevel: HAZARD_LEVELS,
  reporterKind: REPORTER_KINDS,
  result: RESULTS,
  state: STATES,
}

const plain = (code: string): Member => ({
  code,
  parent: '',
  validFrom: '',
  validTo: '',
  supervisors: [],
  denominators: {},
})

/** The list of a dimension and the level in it: region2 is the second of region. */
export function listOf(dimension: DimensionId): { list: string; level: number } {
  const level = Number(dimension.at(-1))
  return level > 0 ? { list: dimension.slice(0, -1), level } : { list: dimension, level: 1 }
}

/** What the office's own lists say of the members of a dimension, in their order. */
export function membersOf(office: Office, dimension: DimensionId): readonly Member[] {
  const words = WORDS[dimension]
  if (words) return Object.keys(words).map(plain)
  if (dimension === 'source') return office.sources.map(({ id }) => plain(id))
  const { list, level } = listOf(dimension)
  return office.lists[list as ListName].members.filter((member) => member.level === level)
}

/** Those that exist on any day of a period. */
export const livingIn = (members: readonly Member[], { from, to }: { from: Day; to: Day }): Member[] =>
  members.filter(
    ({ validFrom, validTo }) => (validFrom === '' || validFrom <= to) && (validTo === '' || validTo >= from),
  )

/** Can a case of this member have one of the codes picked? A restriction by another list says nothing about it. */
export function isPossible(office: Office, dimension: DimensionId, member: Member, picked: Picked): boolean {
  const [mine, other] = [listOf(dimension), listOf(picked.dimension)]
  if (mine.list !== other.list) return true
  if (mine.level === other.level) return picked.in.includes(member.code)
  if (mine.level > other.level) return member.parent !== '' && picked.in.includes(member.parent)
  return membersOf(office, picked.dimension).some(
    ({ code, parent }) => parent === member.code && picked.in.includes(code),
  )
}

/** Where a code stands in its list; the unlisted behind all, 未知 last. */
export function placeInList(members: readonly Member[], code: string): number {
  const at = members.findIndex((member) => member.code === code)
  if (at >= 0) return at
  return code === '' ? members.length + 1 : members.length
}

/**
 * How many people or enterprises there are where the cases of a row can come from.
 *
 * @param restrictions of the row and of the request together.
 * @returns null where that is not known.
 */
export function exposureOf(
  office: Office,
  of: 'population' | 'enterprises',
  restrictions: readonly Picked[],
  period: { from: Day; to: Day },
): number | null {
  const bearing = of === 'population' ? ['region'] : ['region', 'industry']
  const telling = restrictions.filter(({ dimension }) => bearing.includes(listOf(dimension).list))
  const lists = new Set(telling.map(({ dimension }) => listOf(dimension).list))
  if (lists.size > 1 || telling.some((each) => each.in.includes(''))) return null
  const list = [...lists][0] ?? 'region'
  const level = telling.some(({ dimension }) => listOf(dimension).level === 2) ? 2 : 1
  const dimension = `${list}${level}` as DimensionId
  const numbers = livingIn(membersOf(office, dimension), period)
    .filter((member) => telling.every((each) => isPossible(office, dimension, member, each)))
    .map(({ denominators }) => denominators[of])
  if (numbers.some((number) => !number?.asOf)) return null
  return numbers.reduce((total, number) => total + (number?.value ?? 0), 0) || null
}
