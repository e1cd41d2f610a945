import { DIMENSIONS, type DimensionId } from '@fengsui/domain/metrics/dimensions'
import type { Filter } from '../query/query.js'
import type { Against } from './against.js'

/** What a report is about, where, and how it came; not how it was handled, which is a consequence. */
const AXES = ['region', 'industry', 'issue', 'channel', 'department', 'reportClass'] as const

const idOf = (hierarchy: string, level: number): DimensionId | undefined =>
  (Object.keys(DIMENSIONS) as DimensionId[]).find(
    (id) => DIMENSIONS[id].hierarchy === hierarchy && DIMENSIONS[id].level === level,
  )

/**
 * The dimensions along which filtered cases can be held against others. The rest has nothing of what is filtered; the
 * same cases of another time have, one level below.
 */
export const axesOf = (filters: readonly Pick<Filter, 'dimension'>[], against: Against): DimensionId[] =>
  AXES.flatMap((hierarchy) => {
    const levels = filters.flatMap(({ dimension }) =>
      DIMENSIONS[dimension].hierarchy === hierarchy ? [DIMENSIONS[dimension].level] : [],
    )
    if (levels.length > 0 && against === 'rest') return []
    return idOf(hierarchy, Math.max(0, ...levels) + 1) ?? []
  })
