import { hypergeometricTails } from '../distributions/discrete.js'
import { benjaminiHochberg } from '../multiple-testing.js'

/** Where `when` is, `then` is too, so often. Items are numbers. */
export interface Rule {
  /** In ascending order; may be empty. */
  readonly when: readonly number[]
  readonly then: number
  /** Cases with all of them. */
  readonly count: number
  /** count ÷ all cases. */
  readonly support: number
  /** count ÷ cases with `when`. */
  readonly confidence: number
  /** confidence ÷ share of `then` in all cases. */
  readonly lift: number
  /** support − what it would be by chance. */
  readonly leverage: number
  /** Of the table of `when` and `then`, without correction. */
  readonly chiSquared: number
  /** Exact: P of so many together, or more. */
  readonly p: number
  /** `p`, adjusted for all rules found (Benjamini–Hochberg). */
  readonly q: number
}

export interface RuleLimits {
  readonly support: number
  readonly confidence: number
  /** Fewest and most items of a rule, `then` included. */
  readonly items: readonly [number, number]
}

/** A set that has exactly the least support has it, whatever rounding says. */
const SLACK = 1e-9

interface ItemSet {
  readonly items: readonly number[]
  /** Indices of the cases that have them all. */
  readonly cases: readonly number[]
}

/**
 * Combinations of labels of which one follows from others more often than by chance. Sets of items are counted by the
 * lists of cases that have them, and grown as long as they are frequent. R. Agrawal, R. Srikant, VLDB (1994) 487–499;
 * M. Zaki, IEEE TKDE 12 (2000) 372–390 (lists of cases).
 *
 * @param cases the items of each, without repetition.
 * @returns in no order that says anything.
 */
export function associationRules(cases: readonly (readonly number[])[], limits: RuleLimits): Rule[] {
  const n = cases.length
  const sets = frequentSets(cases, limits.support * n - SLACK, limits.items[1])
  const counts = new Map(sets.map(({ items, cases: having }) => [keyOf(items), having.length]))
  const rules = sets
    .filter(({ items }) => items.length >= limits.items[0])
    .flatMap(({ items, cases: having }) =>
      items.map((then) => {
        const when = items.filter((item) => item !== then)
        const ofWhen = when.length === 0 ? n : (counts.get(keyOf(when)) ?? NaN)
        return ruleOf(when, then, having.length, ofWhen, counts.get(keyOf([then])) ?? NaN, n)
      }),
    )
    .filter(({ confidence }) => confidence >= limits.confidence - SLACK)
  const q = benjaminiHochberg(rules.map(({ p }) => p))
  return rules.map((rule, i) => ({ ...rule, q: q[i] ?? NaN }))
}

const keyOf = (items: readonly number[]): string => items.join(' ')

function frequentSets(cases: readonly (readonly number[])[], least: number, mostItems: number): ItemSet[] {
  const lists = new Map<number, number[]>()
  cases.forEach((items, index) => {
    for (const item of items) {
      const list = lists.get(item)
      if (list) list.push(index)
      else lists.set(item, [index])
    }
  })
  const singles = [...lists]
    .map(([item, having]): ItemSet => ({ items: [item], cases: having }))
    .filter((set) => set.cases.length >= least)
    .sort((a, b) => (a.items[0] ?? NaN) - (b.items[0] ?? NaN))
  const found: ItemSet[] = []
  // Siblings share all items but the last: two of them make a set of one item more.
  const grow = (siblings: readonly ItemSet[]): void => {
    siblings.forEach((set, i) => {
      found.push(set)
      if (set.items.length === mostItems) return
      const children = siblings
        .slice(i + 1)
        .map(({ items, cases: having }) => ({
          items: [...set.items, ...items.slice(-1)],
          cases: intersection(set.cases, having),
        }))
        .filter((child) => child.cases.length >= least)
      grow(children)
    })
  }
  grow(singles)
  return found
}

/** Of two ascending lists. */
function intersection(a: readonly number[], b: readonly number[]): number[] {
  const both: number[] = []
  let j = 0
  for (const value of a) {
    while (j < b.length && (b[j] ?? NaN) < value) j++
    if (b[j] === value) both.push(value)
  }
  return both
}

function ruleOf(
  when: readonly number[],
  then: number,
  count: number,
  ofWhen: number,
  ofThen: number,
  n: number,
): Omit<Rule, 'q'> {
  const [support, confidence, share] = [count / n, count / ofWhen, ofThen / n]
  const expected = ofWhen * share
  const chiSquared = (count - expected) ** 2 / (expected * (1 - ofWhen / n) * (1 - share))
  return {
    when,
    then,
    count,
    support,
    confidence,
    lift: count / expected,
    leverage: support - expected / n,
    chiSquared,
    p: hypergeometricTails(count - 1, ofThen, n - ofThen, ofWhen).upper,
  }
}
