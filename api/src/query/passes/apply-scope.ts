import type { Scope } from '../../access/scope.js'
import type { Condition, Pass, Plan } from '../plan.js'
import { type Rejection, reject } from '../rejection.js'

/**
 * The only place where a person's scope meets a question. Whatever is not known to be allowed shows no case; what the
 * scope forbids altogether is refused.
 */
export const applyScope: Pass = (plan, { scope }) => {
  const { leaving, reach } = plan.query
  if (leaving && !scope.export) {
    return reject(
      'forbidden',
      'leaving',
      '您的角色不能导出数据，需要时请向区安委办业务人员索取。',
      'Your role may not export; ask the safety commission office for the file.',
    )
  }
  if (reach === 'office' && scope.cases !== 'whole')
    return refusalOfTotals(plan, scope) ?? { ...plan, guarded: true }
  const scoped = { ...plan, conditions: [...plan.conditions, ...conditionsOf(scope)] }
  if (!plan.guarded && scope.smallCells === 'leaving') return scoped
  return refusalOfAxes(plan) ?? { ...scoped, guarded: true }
}

/** The cases that a scope lets be seen. */
export function conditionsOf({ cases }: Scope): Condition[] {
  if (cases === 'whole') return []
  if (cases === 'nothing') return [{ kind: 'nothing' }]
  const within = cases.anyOf.filter(({ codes }) => codes.length > 0)
  return within.length > 0 ? [{ kind: 'anyOf', within }] : [{ kind: 'nothing' }]
}

/** Beside his own cases a person may see totals of the whole office, and time, but nothing that says where. */
function refusalOfTotals({ query }: Plan, scope: Scope): Rejection | null {
  if (!scope.officeTotals) {
    return reject(
      'forbidden',
      'reach',
      '您的角色只能看本单位的数据。',
      'Your role shows the data of your own unit only.',
    )
  }
  if (query.dimensions.length === 0 && query.filters.length === 0) return null
  return reject(
    'forbidden',
    query.dimensions.length > 0 ? 'dimensions' : 'filters',
    '全区数据只能看合计，请去掉维度和筛选条件。',
    'Of the whole office only totals are shown; take away dimensions and filters.',
  )
}

/** Small cells can be hidden in tables of two axes; in more, other tables would give them away. */
function refusalOfAxes({ query: { dimensions, grain } }: Plan): Rejection | null {
  if (dimensions.length + (grain ? 1 : 0) <= 2) return null
  return reject(
    'tooManyDimensions',
    'dimensions',
    '隐去小数的表（外发的，或按您的角色）最多两个维度，时间算一个；请去掉一个维度或不按时间细分。',
    'A table whose small numbers are hidden shows two axes at most, time included; take one away.',
  )
}
