import { LAYOUTS } from '@fengsui/charts/territory/layout'
import { VIEWS } from '@fengsui/charts/territory/scale'
import type { Catalogue } from '../src/catalogue/catalogue'
import { CHART_CHOICES, COLUMN_CHOICES, explorationAddress } from '../src/composables/exploration'
import type { Filter, PeriodChoice, Question } from '../src/composables/question'
import { BOARD_COMPARISONS, screenAddress } from '../src/composables/screen'

/** What can be switched to its table, by page. */
const PANELS: Readonly<Record<string, readonly string[]>> = {
  '/': ['trend', 'region', 'department', 'industry', 'matrix', 'issue', 'channel', 'source'],
  '/regions': ['map', 'areas', 'trend'],
  '/industries': ['industry', 'slope', 'multiples', 'industryRegion', 'industryIssue'],
  '/issues': ['issue', 'slope', 'multiples', 'issueIndustry', 'issueRegion', 'stages', 'calendar'],
  '/cases': [],
}
const DAYS_OF_CASES = ['received', 'accepted', 'closed'] as const
const DAY_MS = 86_400_000

/** Chance that is the same in every run (mulberry32, Tommy Ettinger 2017, public domain). */
function chance(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (most: number) => Math.floor(next() * most)
  const one = <T>(list: readonly T[]): T => {
    const found = list[below(list.length)]
    if (found === undefined) throw new Error('Nothing to choose from')
    return found
  }
  const shuffled = <T>(list: readonly T[]): T[] =>
    list
      .map((item) => ({ item, at: next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item)
  return {
    below,
    one,
    shuffled,
    /** Is it so, once in so many times? */
    once: (times: number) => below(times) === 0,
    /** Some of them, in any order. */
    some: <T>(list: readonly T[], most: number): T[] => shuffled(list).slice(0, below(most + 1)),
  }
}

type Chance = ReturnType<typeof chance>

function periodOf({ below, one, once }: Chance, { office, periods }: Catalogue): PeriodChoice | null {
  if (once(3)) return null
  if (!once(3)) return { preset: one(periods).id }
  const [first, last] = [Date.parse(office.firstDay ?? ''), Date.parse(office.asOf ?? '')]
  const length = Math.floor((last - first) / DAY_MS)
  const days = [below(length), below(length)].sort((a, b) => a - b)
  const [from = '', to = ''] = days.map((day) => new Date(first + day * DAY_MS).toISOString().slice(0, 10))
  return { from, to }
}

function questionOf(random: Chance, catalogue: Catalogue): Question {
  const dimensions = random.some(catalogue.dimensions, random.one([0, 1, 1, 2, 3]))
  return {
    period: periodOf(random, catalogue),
    filters: dimensions.map(({ id }): Filter => {
      const codes = random.some(catalogue.members(id), 3).map(({ code }) => code)
      return { dimension: id, codes: codes.length > 0 ? codes : [''] }
    }),
  }
}

function explorationOf(random: Chance, catalogue: Catalogue): Record<string, string | string[]> {
  const { one, once, some } = random
  const measures = random.shuffled(catalogue.measures.map(({ id }) => id)).slice(0, one([1, 1, 2, 3]))
  return explorationAddress({
    ...questionOf(random, catalogue),
    measures,
    dimensions: some(
      catalogue.dimensions.map(({ id }) => id),
      2,
    ),
    grain: once(3) ? null : one(catalogue.grains).id,
    comparisons: some(
      catalogue.comparisons.map(({ id }) => id),
      2,
    ),
    order: once(2) ? null : { measure: one(measures), direction: one(['asc', 'desc'] as const) },
    top: one([null, null, 'all', 3, 5, 10] as const),
    others: !once(3),
    chart: one(CHART_CHOICES),
    columns: some(COLUMN_CHOICES, 3),
    notes: !once(4),
  })
}

function monthOf({ below, once }: Chance, { office }: Catalogue): string | null {
  if (once(2) || office.asOf === null) return null
  const [year = 0, month = 0] = office.asOf.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 - below(13), 1)).toISOString().slice(0, 10)
}

function screenOf(random: Chance, catalogue: Catalogue, path: string): Record<string, string | string[]> {
  const { one, once, some } = random
  return {
    ...screenAddress({
      ...questionOf(random, catalogue),
      comparisons: BOARD_COMPARISONS.filter(() => !once(3)),
      drilled: some(['region', 'industry', 'issue'] as const, 2),
      tables: some(PANELS[path] ?? [], 3),
      verified: one(['checked', 'accepted'] as const),
      map: {
        measure: one(catalogue.measures).id,
        view: one(VIEWS),
        month: monthOf(random, catalogue),
        beside: once(3) ? one(['yearAgo', 'previous'] as const) : null,
        layout: once(2) ? null : one(LAYOUTS),
        clusters: once(4),
      },
      notes: !once(4),
      clock: null,
      list: null,
    }),
    ...(path === '/cases' && { of: one(DAYS_OF_CASES) }),
  }
}

/**
 * Addresses of the product's pages, made by the functions that the pages themselves write theirs with: every choice
 * that a page keeps in its address, in any combination, with what the office's lists have.
 */
export function randomStates(count: number, seed: number, catalogue: Catalogue): string[] {
  const random = chance(seed)
  const paths = [...Object.keys(PANELS), '/explore', '/explore']
  return Array.from({ length: count }, () => {
    const path = random.one(paths)
    const query = path === '/explore' ? explorationOf(random, catalogue) : screenOf(random, catalogue, path)
    const search = new URLSearchParams()
    for (const [name, value] of Object.entries(query))
      for (const text of [value].flat()) search.append(name, text)
    return `${path}?${search.toString()}`
  })
}

/** The same in another order, that of every run. */
export const inAnotherOrder = (states: readonly string[], seed: number): string[] =>
  chance(seed).shuffled(states)
