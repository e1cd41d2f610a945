import { loadOffice } from '@fengsui/prisma/office/load'
import { describe, expect, it } from 'vitest'
import { MemberLists } from '../office/member-lists.js'
import { lists } from '../query/testing.js'
import { Personas } from './personas.js'
import { ROLES, type RoleId } from './roles.js'
import { NO_SCOPE, type Scope } from './scope.js'

const TODAY = '2026-11-25'
const personas = new Personas(lists, () => TODAY)
const of = async (office: string): Promise<Personas> =>
  new Personas(new MemberLists(await loadOffice(office)), () => TODAY)
const scopeOf = (id: string, all = personas): Scope => {
  const persona = all.find(id)
  if (!persona) throw new Error(`no persona ${id}`)
  return all.scopeOf(persona)
}

describe('a persona', () => {
  it.each(['office', 'leader', 'town:N', 'department:YJ'])('is %s', (id) =>
    expect(personas.find(id)?.id).toBe(id),
  )

  it.each([
    '',
    'boss',
    'Office',
    'office:',
    'office:YJ',
    'town',
    'town:',
    'town:N1',
    'town:YJ',
    'town:N:S',
    'town:OLD',
    'department:N',
    'department:XF ',
    'constructor',
    '__proto__',
    'town:\0',
  ])('is not %j', (id) => expect(personas.find(id)).toBeNull())

  it('is called by its unit and its role, as the office calls it', async () => {
    const called = (all: Personas, id: string, locale: 'zh' | 'en') => {
      const persona = all.find(id)
      return persona && all.nameOf(persona, locale)
    }
    const wulong = await of('wulong')
    expect(called(wulong, 'town:500156101', 'zh')).toBe('白马镇 · 乡镇（街道）')
    expect(called(wulong, 'department:YJ', 'en')).toBe('Emergency Management Bureau · Department')
    expect(called(wulong, 'office', 'zh')).toBe('安委办业务人员')
    expect(called(await of('nyc-council'), 'town:BX', 'zh')).toBe('布朗克斯 · 行政区')
  })

  it('has a unit that exists today; a department one that supervises a sector, where any does', async () => {
    const wulong = await of('wulong')
    const codes = (all: Personas, role: RoleId) => all.unitsOf(role).map(({ code }) => code)
    expect(codes(wulong, 'town')).toHaveLength(26)
    expect(codes(wulong, 'department')).toContain('ZJ')
    expect(codes(wulong, 'department')).not.toContain('XFJ')
    expect(codes(wulong, 'office')).toEqual([])
    expect(codes(await of('nyc-council'), 'department').length).toBeGreaterThan(50)
    expect(codes(personas, 'town')).toEqual(['N', 'S'])
  })

  it('that is not there is answered with those that are', () => {
    expect(personas.possible('town:X')).toBe('没有“town:X”这个角色，可用的有：town:N 北镇、town:S 南镇。')
    expect(personas.possible('boss')).toContain('office 安委办业务人员、department:<单位编号> 部门')
  })
})

describe('the scope', () => {
  it('of a department is what it handles and the sectors it supervises', async () => {
    expect(scopeOf('department:YJ').cases).toEqual({
      anyOf: [
        { dimension: 'department', codes: ['YJ'] },
        { dimension: 'industry1', codes: ['mine'] },
      ],
    })
    expect(scopeOf('department:ZJ', await of('wulong')).cases).toMatchObject({
      anyOf: [
        { codes: ['ZJ'] },
        { dimension: 'industry1', codes: expect.arrayContaining(['07']) as string[] },
      ],
    })
  })

  it('of a town is its own area', () => {
    expect(scopeOf('town:S').cases).toEqual({ anyOf: [{ dimension: 'region1', codes: ['S'] }] })
  })

  // Cases, office totals, list, text, enterprise, export, small cells, loads.
  it.each([
    ['leader', 'whole', true, true, false, 'keyLeads', true, 'leaving', false],
    ['office', 'whole', true, true, true, 'all', true, 'leaving', true],
    ['department:YJ', 'own', true, true, true, 'all', true, 'leaving', false],
    ['town:N', 'own', true, true, true, 'all', true, 'leaving', false],
    ['intake', 'whole', true, true, true, 'all', false, 'leaving', true],
    ['assessor', 'whole', true, false, false, 'none', false, 'always', false],
    ['admin', 'nothing', false, false, false, 'none', false, 'always', false],
  ] as const)('of %s is that of the table', (id, ...expected) => {
    const scope = scopeOf(id)
    const cases = typeof scope.cases === 'object' ? 'own' : scope.cases
    const { officeTotals, caseList, summary, enterprise, export: leaves, smallCells, loads } = scope
    expect([cases, officeTotals, caseList, summary, enterprise, leaves, smallCells, loads]).toEqual(expected)
  })

  it('54 of a role whose unit is not said shows no case', () => {
    for (const { unit, scope } of Object.values(ROLES))
      if (unit !== null) expect(scope.cases).toBe(NO_SCOPE.cases)
  })
})
