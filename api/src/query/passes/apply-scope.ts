import type { Condition, Pass } from '../plan.js'
import type { Scope } from '../../access/scope.js'

/** The only place where a person's scope meets a question. Whatever is not known to be allowed shows no case. */
export const applyScope: Pass = (plan, { scope }) => ({
  ...plan,
  conditions: [...plan.conditions, ...conditionsOf(scope)],
})

function conditionsOf(scope: Scope | undefined): Condition[] {
  if (scope?.kind === 'whole') return []
  if (scope?.kind === 'within' && scope.codes.length > 0) {
    return [{ kind: 'in', dimension: scope.dimension, codes: scope.codes }]
  }
  return [{ kind: 'nothing' }]
}
