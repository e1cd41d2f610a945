import type { Table, Value } from '@fengsui/charts/answer'
import type { League } from './board'
import { rateOf } from './board'

const counted = (value: number, n: number): Value => ({
  value,
  n,
  lower: null,
  upper: null,
  state: 'ok',
  share: null,
  rank: null,
  cumulative: null,
  changes: [],
})

/**
 * A rate of a league's units as an answer that a funnel is drawn of: each against the number of its cases, around what
 * all of them have together. Units whose numbers are hidden are not in it, so that it tells nothing of them.
 *
 * @returns null where there are fewer than two units to be seen.
 */
export function funnelTable({ units }: League, measure: string, quarter: string): Table | null {
  const rows = units.flatMap((unit) => {
    const rate = rateOf(unit, measure)
    if (!rate || rate.n === null || rate.n === undefined || typeof rate.share !== 'number') return []
    const { n, share } = rate
    return [{ keys: [unit.code], labels: [unit.name], bucket: null, values: [counted(share, n)] }]
  })
  if (rows.length < 2) return null
  const n = rows.reduce((sum, { values }) => sum + (values[0]?.n ?? 0), 0)
  const events = rows.reduce((sum, { values }) => sum + (values[0]?.value ?? 0) * (values[0]?.n ?? 0), 0)
  return {
    period: { from: '', to: '', label: quarter },
    comparedPeriods: [],
    measures: [measure],
    dimensions: ['department'],
    buckets: [],
    rows,
    others: [],
    total: { keys: [], labels: [], bucket: null, values: [counted(events / n, n)] },
    cases: n,
  }
}
