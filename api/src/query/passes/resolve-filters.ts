import type { Condition, Pass } from '../plan.js'
import { reject } from '../rejection.js'

/** Turns filters into conditions; a code that the office does not have is refused, not silently empty. */
export const resolveFilters: Pass = (plan, { lists }) => {
  const conditions: Condition[] = []
  for (const { dimension, in: codes } of plan.query.filters) {
    const unknown = codes.find((code) => code !== '' && !lists.has(dimension, code))
    if (unknown !== undefined) {
      const name = lists.dimensionLabel(dimension)
      return reject(
        'unknownMember',
        `filters.${dimension}`,
        `“${name.zh}”中没有代码“${unknown}”，请重新选择。`,
        `${name.en} has no code "${unknown}".`,
      )
    }
    conditions.push({ kind: 'in', dimension, codes: [...new Set(codes)].sort() })
  }
  return { ...plan, conditions: [...plan.conditions, ...conditions] }
}
