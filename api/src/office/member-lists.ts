import { DIMENSIONS, type DimensionId } from '@fengsui/domain/metrics/dimensions'
import type { Dimension, Text } from '@fengsui/domain/metrics/model'
import type { Day } from '@fengsui/domain/time/day'
import type { CodeMember, Denominator, ListName, Office } from '@fengsui/prisma/office/office'

export type Locale = keyof Text

/** One value that a dimension can have in this office. */
export interface ListedMember {
  readonly code: string
  readonly name: Text
  /** The office's word for what sort of member it is (部门, 街道); '' without one. */
  readonly kind: string
  /** Code of the member one level up in the same hierarchy, or null. */
  readonly parent: string | null
  readonly tile: { readonly x: number; readonly y: number } | null
  readonly seat: { readonly lon: number; readonly lat: number } | null
  readonly supervisors: readonly string[]
  /** First and last day on which it exists; null = open. */
  readonly validFrom: Day | null
  readonly validTo: Day | null
  /** Numbers by which cases from it are divided (people, enterprises), and the day of which each is. */
  readonly denominators: Readonly<Record<string, Denominator>>
}

/** The code that says that the source did not say. */
const UNKNOWN: Text = { zh: '未知', en: 'Unknown' }

/** The office's code lists, seen as values of the catalogue's dimensions, in the order of the lists. */
export class MemberLists {
  private readonly positions: ReadonlyMap<DimensionId, ReadonlyMap<string, number>>
  private readonly members: ReadonlyMap<DimensionId, ReadonlyMap<string, ListedMember>>

  constructor(private readonly office: Office) {
    const ids = Object.keys(DIMENSIONS) as DimensionId[]
    this.members = new Map(
      ids.map((id) => [id, new Map(listed(office, id).map((member) => [member.code, member]))]),
    )
    this.positions = new Map(
      [...this.members].map(([id, members]) => [
        id,
        new Map([...members.keys()].map((code, i) => [code, i])),
      ]),
    )
  }

  /** All members of a dimension, those no longer valid too. */
  of(dimension: DimensionId): readonly ListedMember[] {
    return [...(this.members.get(dimension)?.values() ?? [])]
  }

  /** The members of a dimension that exist on some day from `from` to `to`. */
  validIn(dimension: DimensionId, { from, to }: { from: Day; to: Day }): readonly ListedMember[] {
    return this.of(dimension).filter(
      ({ validFrom, validTo }) => (validFrom ?? from) <= to && (validTo ?? to) >= from,
    )
  }

  has(dimension: DimensionId, code: string): boolean {
    return this.members.get(dimension)?.has(code) ?? false
  }

  find(dimension: DimensionId, code: string): ListedMember | undefined {
    return this.members.get(dimension)?.get(code)
  }

  /** Where a member stands in its list; unknown members and 未知 come last. */
  position(dimension: DimensionId, code: string): number {
    const index = this.positions.get(dimension)?.get(code)
    return index ?? (code === '' ? Infinity : Number.MAX_SAFE_INTEGER)
  }

  /**
   * The members of `of` that cases with these codes of another dimension can have, as far as the hierarchy tells:
   * children of parents, parents of children. Null when the two dimensions belong to different hierarchies.
   */
  related(dimension: DimensionId, codes: readonly string[], of: DimensionId): ReadonlySet<string> | null {
    const [given, wanted] = [DIMENSIONS[dimension], DIMENSIONS[of]]
    if (given.hierarchy !== wanted.hierarchy) return null
    if (given.level === wanted.level) return new Set(codes)
    if (given.level > wanted.level) {
      return new Set(codes.flatMap((code) => this.find(dimension, code)?.parent ?? []))
    }
    const parents = new Set(codes)
    return new Set(this.of(of).flatMap(({ code, parent }) => (parent && parents.has(parent) ? code : [])))
  }

  /** The name of a code; of one that is on no list, the code itself. */
  label(dimension: DimensionId, code: string, locale: Locale): string {
    return code === '' ? UNKNOWN[locale] : (this.find(dimension, code)?.name[locale] ?? code)
  }

  /** The office's own name of a dimension, or the catalogue's. */
  dimensionLabel(dimension: DimensionId): Text {
    return this.office.dimensionNames[dimension] ?? DIMENSIONS[dimension].label
  }
}

function listed(office: Office, id: DimensionId): ListedMember[] {
  const { hierarchy, level, words }: Dimension = DIMENSIONS[id]
  if (words) return Object.entries(words).map(([code, { zh, en }]) => plainMember(code, zh, en))
  if (hierarchy === 'source')
    return office.sources.map((source) => plainMember(source.id, source.name, source.nameEn))
  if (!isList(office, hierarchy)) throw new Error(`internal: the office has no list ${hierarchy}`)
  return office.lists[hierarchy].members.filter((member) => member.level === level).map(memberOf)
}

const isList = (office: Office, name: string): name is ListName => Object.hasOwn(office.lists, name)

const plainMember = (code: string, zh: string, en: string): ListedMember => ({
  code,
  name: { zh, en: en || zh },
  kind: '',
  parent: null,
  tile: null,
  seat: null,
  supervisors: [],
  validFrom: null,
  validTo: null,
  denominators: {},
})

function memberOf(member: CodeMember): ListedMember {
  const { tileX, tileY, lon, lat } = member
  return {
    ...plainMember(member.code, member.name, member.nameEn),
    kind: member.kind,
    parent: member.parent || null,
    tile: tileX === null || tileY === null ? null : { x: tileX, y: tileY },
    seat: lon === null || lat === null ? null : { lon, lat },
    supervisors: member.supervisors,
    validFrom: member.validFrom || null,
    validTo: member.validTo || null,
    denominators: member.denominators,
  }
}
