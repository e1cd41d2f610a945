import { DIMENSIONS } from '@fengsui/domain/metrics/dimensions'
import type { MemberLists } from '../office/member-lists.js'
import type { Facts } from './facts.js'
import { type Withheld, hideSmall, refusalOfSize, withHiddenZeros } from './leaving.js'
import type { Plan } from './plan.js'
import type { Rejection } from './rejection.js'
import type { Filter, Query } from './query.js'
import { rowKeys } from './row-keys.js'

/** The table from which a filter picks its cases. */
export interface Guard {
  readonly query: Query
  /** What the filter picks from it, aligned with the query's dimensions. */
  readonly picked: readonly Filter[]
}

/**
 * The tables that must be looked at before a filtered answer leaves: over two filtered dimensions together, else over
 * each by itself, under the other filters. A total under a filter is a cell of such a table (or a sum of some), and must
 * not say what that table hides.
 */
export function guardsOf(query: Query): readonly Guard[] {
  const { filters } = query
  const hierarchies = new Set(filters.map(({ dimension }) => DIMENSIONS[dimension].hierarchy))
  const groups = filters.length === 2 && hierarchies.size === 2 ? [filters] : filters.map((each) => [each])
  return groups.map((picked) => ({
    picked,
    query: {
      ...query,
      dimensions: picked.map(({ dimension }) => dimension),
      filters: filters.filter((each) => !picked.includes(each)),
      grain: null,
      orderBy: null,
      top: null,
      others: false,
    },
  }))
}

/**
 * What the table hides of what the filter picks. All hidden cells together are the total less the shown ones, which
 * tells nothing new; any other sum with a hidden cell in it does.
 *
 * @param plan that of the guard's query; `facts` are the engine's answer to it.
 */
export function withheldBy(
  { picked }: Guard,
  plan: Plan,
  facts: Facts,
  lists: MemberLists,
): Withheld | Rejection {
  const keys = rowKeys(plan, facts, lists)
  const refused = refusalOfSize(plan, keys)
  if (refused) return refused
  const hidden = hideSmall(plan, facts, keys)
  const cells = withHiddenZeros(plan, keys, hidden)
  return (measure, period) => {
    const secret = cells.filter((codes) => hidden.isHidden(measure, period, codes, ''))
    const told = secret.filter((codes) => picked.every((filter, i) => filter.in.includes(codes[i] ?? '')))
    return told.length > 0 && (told.length < secret.length || hidden.isHidden(measure, period, [], ''))
  }
}
