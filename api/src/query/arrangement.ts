import type { MemberLists } from '../office/member-lists.js'
import type { Facts } from './facts.js'
import {
  type Hidden,
  NOTHING_HIDDEN,
  type Withheld,
  hideSmall,
  refusalOfSize,
  withHiddenZeros,
} from './leaving.js'
import type { Condition, Plan } from './plan.js'
import type { Rejection } from './rejection.js'
import { type Codes, inAskedOrder, inListOrder, rowKeys } from './row-keys.js'

/** Which members an answer shows, in which order, and which of its numbers it hides. */
export interface Arrangement {
  /** In the order of the lists. */
  readonly members: readonly Codes[]
  readonly shown: readonly Codes[]
  readonly hidden: Hidden
}

/** Decides what of a plan's facts is shown, or that there is too much to hide in it; `top` is not cut out of what must be hidden. */
export function arrange(
  plan: Plan,
  facts: Facts,
  lists: MemberLists,
  withheld: Withheld = () => false,
): Arrangement | Rejection {
  const all = rowKeys(plan, facts, lists)
  const refused = refusalOfSize(plan, all)
  if (refused) return refused
  const hidden = plan.guarded ? hideSmall(plan, facts, all, { withheld }) : NOTHING_HIDDEN
  const members = inListOrder(plan, lists, withHiddenZeros(plan, all, hidden))
  const ordered = inAskedOrder(plan, members, { facts, lists, hidden })
  return { members, shown: ordered.slice(0, plan.query.top ?? Infinity), hidden }
}

/**
 * The plan of 其他: everything that the arrangement leaves out, counted by the engine once more, because a median of the
 * rest is no difference of medians. Null where it was not asked for or nothing is left out.
 */
export function planOthers(plan: Plan, { members, shown }: Arrangement): Plan | null {
  const { dimensions, grain, others } = plan.query
  if (!others || members.length === shown.length) return null
  const rest: Condition = { kind: 'notThese', dimensions, members: shown }
  return {
    ...plan,
    query: { ...plan.query, dimensions: [], orderBy: null, top: null, others: false },
    conditions: [...plan.conditions, rest],
    levels: grain ? ['rows', 'total'] : ['total'],
  }
}

/** The arrangement when 其他 is told as well: what its number would give away is hidden too. */
export function withOthers(
  plan: Plan,
  facts: Facts,
  arrangement: Arrangement,
  others: Facts,
  lists: MemberLists,
  withheld: Withheld = () => false,
): Arrangement {
  if (!plan.guarded) return arrangement
  const all = rowKeys(plan, facts, lists)
  const cut = { shown: arrangement.shown, others }
  return { ...arrangement, hidden: hideSmall(plan, facts, all, { withheld, cut }) }
}
