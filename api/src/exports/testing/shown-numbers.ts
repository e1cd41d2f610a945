import type { ToldRow } from '../../oracle/answer-shape.js'
import type { Answered } from '../../oracle/answer-shape.js'
import type { RandomChart } from './random-charts.js'

type Numbers = (number | null)[]

/** What a native chart has to show, in the order in which it shows it; `ordered` where the chart ranks by itself. */
export interface Shown {
  readonly series: readonly Numbers[]
  readonly ordered: boolean
}

/** As many series as there are colours. */
const MOST_SERIES = 5

/** The numbers of an answer that a chart shows, read off naively: a second opinion on how charts are prepared. */
export function shownNumbers(
  { request, figure }: RandomChart,
  answer: Answered,
  isAdditive: (id: string) => boolean,
): Shown {
  const at = 'measure' in figure ? request.measures.findIndex((id) => id === figure.measure) : 0
  const value = (row: ToldRow | undefined, m = at): number | null => {
    if (!row) return isAdditive(request.measures[m] ?? '') ? 0 : null
    return row.values[m]?.value ?? null
  }
  const { rows, others, buckets, total } = answer
  const inOrder = (series: readonly Numbers[]): Shown => ({ series, ordered: true })
  const inBucket = (all: readonly ToldRow[], key: string): ToldRow | undefined =>
    all.find(({ bucket }) => bucket === key)
  const members = [...new Set(rows.map(({ keys }) => keys[0] ?? ''))]
  const of = (member: string): ToldRow[] => rows.filter(({ keys }) => keys[0] === member)
  const over = (all: readonly ToldRow[]): Numbers => buckets.map(({ key }) => value(inBucket(all, key)))
  const before = (row: ToldRow | undefined): number | null => row?.values[at]?.changes[0]?.value ?? null
  switch (figure.kind) {
    case 'trend': {
      const now = request.measures.map((_, m) => buckets.map(({ key }) => value(inBucket(rows, key), m)))
      const ago = buckets.map(({ key }) => before(inBucket(rows, key)))
      return inOrder(request.comparisons.length > 0 ? [...now, ago] : now)
    }
    case 'lines': {
      const lines = members.slice(0, MOST_SERIES).map((member) => over(of(member)))
      return inOrder(others.length > 0 ? [...lines, over(others)] : lines)
    }
    case 'multiples':
      return inOrder(members.slice(0, figure.most).map((member) => over(of(member))))
    case 'columns': {
      if (request.grain === null) return inOrder([rows.slice(0, 24).map((row) => value(row))])
      if (request.dimensions.length === 0) return inOrder([over(rows)])
      const first = members.slice(0, MOST_SERIES)
      const rest = [...rows.filter(({ keys }) => !first.includes(keys[0] ?? '')), ...others]
      const sums = buckets.map(({ key }) => {
        const here = rest.filter(({ bucket }) => bucket === key).map((row) => value(row))
        if (here.length === 0) return 0
        const known = here.filter((one) => one !== null)
        return known.length > 0 ? known.reduce((sum, one) => sum + one, 0) : null
      })
      return inOrder([...first.map((member) => over(of(member))), ...(rest.length > 0 ? [sums] : [])])
    }
    case 'bars':
      return inOrder([[...rows.slice(0, figure.most), ...others].map((row) => value(row))])
    case 'ranked': {
      const kept = rows.filter((row) => !figure.onlyWithCases || (row.values[at]?.n ?? 0) > 0)
      return { series: [kept.map((row) => value(row))], ordered: false }
    }
    case 'slope': {
      const ends = rows
        .map((row) => [before(row), value(row)] as const)
        .filter(([then, now]) => then !== null || now !== null)
        .sort(([a, b], [c, d]) => Math.max(c ?? 0, d ?? 0) - Math.max(a ?? 0, b ?? 0))
      return inOrder(ends.slice(0, figure.most).map((pair) => [...pair]))
    }
    case 'stages':
      return inOrder([request.measures.map((_, m) => value(total, m))])
    case 'map':
      return { series: [rows.map((row) => value(row))], ordered: false }
    case 'funnel': {
      const known = rows.filter((row) => value(row) !== null && (row.values[at]?.n ?? 0) > 0)
      return { series: [known.map((row) => value(row))], ordered: false }
    }
    case 'calendar':
    case 'matrix':
    default:
      throw new Error(`not drawn: ${figure.kind}`)
  }
}
