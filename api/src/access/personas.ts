import type { DimensionId } from '@fengsui/domain/metrics/dimensions'
import type { Day } from '@fengsui/domain/time/day'
import type { ListedMember, Locale, MemberLists } from '../office/member-lists.js'
import { ROLES, type Role, type RoleId, isRole } from './roles.js'
import type { Scope, Within } from './scope.js'

/** A role, with its unit where the role has one, as it is stored: `office`, `town:500156101`, `department:YJ`. */
export type PersonaId = string

/** A role held for a unit that exists. */
export interface Persona {
  readonly id: PersonaId
  readonly role: RoleId
  readonly unit: ListedMember | null
}

const SUPERVISED: readonly DimensionId[] = ['industry1', 'industry2']

/** The personas of an office: its roles, held for the units on its lists. */
export class Personas {
  constructor(
    private readonly lists: MemberLists,
    /** Today in the office's zone: a unit that is no more has no holder. */
    private readonly today: () => Day,
  ) {}

  /** The units for which a role can be held, in the order of the office's list; none for one of the whole office. */
  unitsOf(role: RoleId): readonly ListedMember[] {
    const dimension = unitOf(role)
    if (dimension === null) return []
    const today = this.today()
    const valid = this.lists.validIn(dimension, { from: today, to: today })
    if (dimension !== 'department') return valid
    // Departments that supervise no sector have no business of their own here; some offices know no supervision at all.
    const supervising = valid.filter(({ code }) => this.supervisedBy(code).length > 0)
    return supervising.length > 0 ? supervising : valid
  }

  /** @returns null for what is not written as a persona, or whose role or unit does not exist (any more). */
  find(id: PersonaId): Persona | null {
    const [role = '', code, ...more] = id.split(':')
    if (!isRole(role) || more.length > 0) return null
    if (unitOf(role) === null) return code === undefined ? { id, role, unit: null } : null
    const unit = this.unitsOf(role).find((member) => member.code === code)
    return unit ? { id, role, unit } : null
  }

  /** What a role is called; a region is called as in this office (乡镇（街道）, 行政区). */
  roleName(role: RoleId, locale: Locale): string {
    const own = unitOf(role) === 'region1' ? this.lists.dimensionLabel('region1') : ROLES[role].name
    return own[locale]
  }

  /** What a person of this kind is called, e.g. 「白马镇 · 乡镇（街道）」. */
  nameOf({ role, unit }: Persona, locale: Locale): string {
    const name = this.roleName(role, locale)
    return unit ? `${unit.name[locale]} · ${name}` : name
  }

  /** What a persona may see: the scope of its role, and of the cases those of its unit. */
  scopeOf({ role, unit }: Persona): Scope {
    const { scope, unit: dimension }: Role = ROLES[role]
    if (!unit || dimension === null) return scope
    const own: Within = { dimension, codes: [unit.code] }
    const supervised = dimension === 'department' ? this.supervisedBy(unit.code) : []
    return { ...scope, cases: { anyOf: [own, ...supervised] } }
  }

  /** Says in one sentence which personas there are, to an operator who named another. */
  possible(id: PersonaId): string {
    const role = id.split(':', 1)[0] ?? ''
    const hasUnit = isRole(role) && unitOf(role) !== null
    const choices = hasUnit
      ? this.unitsOf(role).map(({ code, name }) => `${role}:${code} ${name.zh}`)
      : (Object.keys(ROLES) as RoleId[]).map(
          (each) => `${each}${unitOf(each) === null ? '' : ':<单位编号>'} ${this.roleName(each, 'zh')}`,
        )
    return `没有“${id}”这个角色，可用的有：${choices.join('、')}。`
  }

  private supervisedBy(department: string): Within[] {
    return SUPERVISED.flatMap((dimension) => {
      const codes = this.lists
        .of(dimension)
        .flatMap(({ code, supervisors }) => (supervisors.includes(department) ? code : []))
      return codes.length > 0 ? { dimension, codes } : []
    })
  }
}

const unitOf = (role: RoleId): Role['unit'] => ROLES[role].unit
