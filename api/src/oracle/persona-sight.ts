import type { Office } from '@fengsui/prisma/office/office'
import type { World } from './naive-answer.js'
import { membersOf } from './naive-members.js'

/** Which cases a persona sees: a town those in it, a department those it handles or whose sector it supervises. */
export function seenBy(persona: string, office: Office): World['sees'] {
  const [role, unit = ''] = persona.split(':')
  if (role === 'admin') return []
  if (role === 'town') return [{ dimension: 'region1', in: [unit] }]
  if (role !== 'department') return 'all'
  const supervised = (['industry1', 'industry2'] as const).map((dimension) => ({
    dimension,
    in: membersOf(office, dimension)
      .filter(({ supervisors }) => supervisors.includes(unit))
      .map(({ code }) => code),
  }))
  return [
    { dimension: 'department' as const, in: [unit] },
    ...supervised.filter((each) => each.in.length > 0),
  ]
}
