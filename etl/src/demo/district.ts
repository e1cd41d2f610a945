import type { CodeMember, ListName, Office } from '@fengsui/prisma/office/office'
import { OTHER_TOWN_FACTOR, SECTORS, TOWN_FACTORS } from './profile.js'
import { Lottery, lotteryOf, type Random } from './random.js'

const CHANNELS: Readonly<Record<string, Lottery<string>>> = {
  cq: lotteryOf({
    c12350: 16,
    tel: 10,
    c12345: 27,
    cq_web: 12,
    cq_mini: 21,
    letter: 2,
    visit: 2,
    informant: 6,
    upper: 4,
  }),
  mem: lotteryOf({ mem_web: 25, mem_mini: 75 }),
  ledger: lotteryOf({ tel: 45, visit: 25, c12345: 20, informant: 10 }),
}

/** The office's lists, ready to draw from. */
export class District {
  readonly sectors: readonly string[]
  private readonly byCode: Readonly<Record<ListName, ReadonlyMap<string, CodeMember>>>
  private readonly children = new Map<string, CodeMember[]>()
  private readonly towns = new Map<string, Lottery<CodeMember>>()
  private readonly issues = new Map<string, Lottery<string>>()

  /** @throws Error when the office lacks a code that the demo needs: the demo is Wulong's. */
  constructor(office: Office) {
    const index = (list: ListName) =>
      new Map(office.lists[list].members.map((member) => [member.code, member]))
    this.byCode = {
      region: index('region'),
      industry: index('industry'),
      issue: index('issue'),
      channel: index('channel'),
      department: index('department'),
    }
    for (const list of ['region', 'industry'] as const) {
      for (const member of office.lists[list].members) {
        const key = `${list}:${member.parent}`
        this.children.set(key, [...(this.children.get(key) ?? []), member])
      }
    }
    this.sectors = Object.keys(SECTORS)
    const towns = this.children.get('region:') ?? []
    for (const sector of this.sectors) {
      const profile = SECTORS[sector]
      if (profile === undefined) continue
      this.member('industry', sector)
      Object.keys(profile.issues).forEach((issue) => this.member('issue', issue))
      this.issues.set(sector, lotteryOf(profile.issues))
      const weights = towns.map((town) => {
        const digits = town.code.slice(-3)
        const size = town.denominators['villages']?.value ?? 1
        return size * (TOWN_FACTORS[digits] ?? OTHER_TOWN_FACTOR) * (profile.towns?.[digits] ?? 1)
      })
      this.towns.set(sector, new Lottery(towns, weights))
    }
  }

  member(list: ListName, code: string): CodeMember {
    const member = this.byCode[list].get(code)
    if (member === undefined) throw new Error(`the demo needs the ${list} code ${code}`)
    return member
  }

  drawTown(random: Random, sector: string): CodeMember {
    const towns = this.towns.get(sector)
    if (towns === undefined) throw new Error(`no profile for sector ${sector}`)
    return towns.draw(random)
  }

  drawVillage(random: Random, town: CodeMember): CodeMember {
    return random.pick(this.children.get(`region:${town.code}`) ?? [town])
  }

  drawIssue(random: Random, sector: string): CodeMember {
    const issues = this.issues.get(sector)
    if (issues === undefined) throw new Error(`no profile for sector ${sector}`)
    return this.member('issue', issues.draw(random))
  }

  /** The detailed industry where the reporter said enough, else the sector. */
  drawIndustry(random: Random, sector: string): CodeMember {
    const details = this.children.get(`industry:${sector}`) ?? []
    return details.length > 0 && random.chance(0.85) ? random.pick(details) : this.member('industry', sector)
  }

  /** Who handles it: mostly the competent department, sometimes the supervising one, sometimes the town. */
  drawDepartment(random: Random, sector: string, town: CodeMember): CodeMember {
    const at = random.next()
    if (at < 0.27) return this.member('department', `T${town.code}`)
    const [first = 'YJ', second] = this.member('industry', sector).supervisors
    return this.member('department', at < 0.45 && second !== undefined ? second : first)
  }

  /** Units that a case of a sector may be given to by mistake, but not this one. */
  othersThan(department: CodeMember, sector: string): readonly CodeMember[] {
    const codes = [...this.member('industry', sector).supervisors, 'YJ', 'GA', 'JT']
    return codes.filter((code) => code !== department.code).map((code) => this.member('department', code))
  }

  drawChannel(random: Random, source: string): CodeMember {
    const channels = CHANNELS[source]
    if (channels === undefined) throw new Error(`no channels for source ${source}`)
    // Keys that look like numbers would change the order of an object.
    return this.member('channel', channels.draw(random).replace(/^c(?=\d)/u, ''))
  }
}

/** The name by which people call a town or a sector: the first alias that is no code, else the name. */
export function shortName(member: CodeMember): string {
  return member.aliases.find((alias) => !/[\d:]/u.test(alias)) ?? member.name
}
