import { describe, expect, it } from 'vitest'
import { loadOffice } from './load.js'
import { indexCodes } from './lookup.js'
import type { CodeMember, Office } from './office.js'

const levelOne = (office: Office, list: keyof Office['lists']): CodeMember[] =>
  office.lists[list].members.filter((member) => member.level === 1)

describe('the offices that come with the product', () => {
  it('gives Wulong 26 towns on a schematic without collisions, 214 villages and its limits', async () => {
    const office = await loadOffice('wulong')
    const towns = levelOne(office, 'region')
    expect(towns).toHaveLength(26)
    expect(new Set(towns.map((town) => `${town.tileX},${town.tileY}`)).size).toBe(26)
    expect(office.lists.region.members).toHaveLength(26 + 214)
    expect(towns.reduce((sum, town) => sum + (town.denominators['villages']?.value ?? 0), 0)).toBe(214)
    expect(office.rules.closing).toMatchObject([
      { days: 60, extensionDays: 30, from: '2024-01-01', to: null, rollsPastHoliday: false, pauses: false },
    ])
    expect(office.rules.acceptance).toMatchObject([{ workingDays: 5, from: '2024-01-01', proposed: true }])
    expect(office.rules.reply).toMatchObject([{ workingDays: 3, from: '2024-01-01', proposed: false }])
    expect(office.flags.emerging).toMatchObject({ numbers: { windowDays: 30, p: 0.001 }, proposed: true })
    expect(office.flags.cluster).toBeUndefined()
    expect(office.sources.map((source) => source.id)).toEqual(['cq', 'ledger', 'mem'])
    expect(office.calendar).toContainEqual({ day: '2026-10-10', kind: 'workday', name: '国庆节' })
    expect(levelOne(office, 'department').filter((member) => member.kind === '乡镇（街道）')).toHaveLength(26)
    expect(office).toMatchObject({
      id: 'wulong',
      demo: true,
      timeZone: 'Asia/Shanghai',
      calendarKnownUntil: '2026-12-31',
    })
  })

  it('gives Wulong the texts of its rewards in their order, in fen, and none of what is not public', async () => {
    const { rewards } = await loadOffice('wulong')
    expect(rewards.map(({ id, isPublic, isReference }) => [id, isPublic, isReference])).toEqual([
      ['city49', true, false],
      ['district78', false, false],
      ['national19', true, true],
    ])
    const items = rewards.flatMap(({ categories }) => categories.flatMap((category) => category.items))
    expect(items).toHaveLength(29)
    expect(new Set(items.map(({ amount }) => amount / 100))).toEqual(
      new Set([1000, 2000, 3000, 5000, 10_000]),
    )
    expect(rewards[2]?.formulas).toMatchObject([
      { kind: 'fine', basisPoints: 1500, floor: 300_000, cap: 30_000_000 },
      { kind: 'deaths', perDeath: { general: 3_000_000, gravest: 6_000_000 }, cap: 30_000_000 },
    ])
    expect((await loadOffice('osha')).rewards).toEqual([])
  })

  it('reads a town by old, short, foreign and variant names, and never a split town without its village', async () => {
    const regions = indexCodes((await loadOffice('wulong')).lists.region)
    const name = (value: string, where = {}) => regions.find(value, where)?.name
    expect(name('土坎镇')).toBe('羊角街道')
    expect(name('铁矿乡')).toBe('大洞河乡')
    expect(name('石桥乡')).toBe('石桥苗族土家族乡')
    expect(name('羊角磧')).toBe('羊角街道')
    expect(name('５００１５６１０１')).toBe('白马镇')
    expect(name('500156101', { system: 'tencent' })).toBe('桐梓镇')
    expect(name('白马镇', { system: 'tencent' })).toBe('白马镇')
    expect(name('500156001', { system: 'tencent' })).toBeUndefined()
    expect(name('巷口镇')).toBeUndefined()
    expect(regions.find('巷口社区', { level: 2 })?.parent).toBe('500156001')
    expect(name('峨岭村')).toBe('鹅岭村')
  })

  it('gives New York five boroughs, their 59 boards, 51 offices and descriptors below their type', async () => {
    const office = await loadOffice('nyc-council')
    expect(levelOne(office, 'region').map((borough) => borough.nameEn)).toEqual([
      'Manhattan',
      'Bronx',
      'Queens',
      'Brooklyn',
      'Staten Island',
    ])
    expect(office.lists.region.members).toHaveLength(5 + 59)
    expect(office.lists.department.members).toHaveLength(51)
    const issues = indexCodes(office.lists.issue)
    const transport = issues.find('Transportation', { level: 1 })
    expect(issues.find('pot holes', { level: 2, parent: transport?.code ?? '' })?.nameEn).toBe('Pot Holes')
    expect(indexCodes(office.lists.region).find('07 Manhattan', { level: 2 })?.code).toBe('MN07')
    expect(Object.values(office.rules).flat()).toEqual([])
  })

  it('gives OSHA ten regions, 165 offices and the NAICS sectors with their ranges', async () => {
    const office = await loadOffice('osha')
    expect(levelOne(office, 'region')).toHaveLength(10)
    expect(office.lists.department.members).toHaveLength(165)
    const industries = indexCodes(office.lists.industry)
    expect(industries.find('32', { level: 1 })?.code).toBe('31-33')
    expect(industries.find('722', { level: 2 })?.parent).toBe('72')
    expect(industries.find('99', { level: 1 })).toBeUndefined()
    expect(indexCodes(office.lists.channel).find('In person')?.code).toBe('in_person')
  })
})
