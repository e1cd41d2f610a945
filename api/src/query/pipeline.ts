import { addComparisons } from './passes/add-comparisons.js'
import { applyScope } from './passes/apply-scope.js'
import { chooseLevels } from './passes/choose-levels.js'
import { cutBuckets } from './passes/cut-buckets.js'
import { resolveFilters } from './passes/resolve-filters.js'
import { resolvePeriod } from './passes/resolve-period.js'
import { type Context, type Pass, type Plan, emptyPlan } from './plan.js'
import type { Query } from './query.js'
import { type Rejection, isRejection } from './rejection.js'

/** The one list of passes, in order. */
const PASSES: readonly Pass[] = [
  applyScope,
  resolvePeriod,
  resolveFilters,
  addComparisons,
  cutBuckets,
  chooseLevels,
]

/** Leads a question through all passes; the first refusal ends it. */
export function planQuery(query: Query, context: Context): Plan | Rejection {
  let plan: Plan | Rejection = emptyPlan(query, context)
  for (const pass of PASSES) {
    plan = pass(plan, context)
    if (isRejection(plan)) return plan
  }
  return plan
}
