import type { Broken } from './breakages.js'

const plain = { measures: ['received'], period: { preset: 'thisMonth' } }
const from = (first: string, last: string) => ({ from: first, to: last })

/** Requests whose parts are all right and make no sense together. */
const REQUESTS: readonly object[] = [
  { ...plain, top: 3 },
  { ...plain, others: true },
  { ...plain, orderBy: { measure: 'received' } },
  { ...plain, dimensions: ['region1'], others: true },
  { ...plain, dimensions: ['region1'], orderBy: { measure: 'closed' } },
  { ...plain, dimensions: ['region1'], top: 0 },
  { ...plain, dimensions: ['region1'], top: 201 },
  { ...plain, measures: [] },
  { ...plain, measures: ['received', 'received'] },
  { ...plain, dimensions: ['region1', 'region1'] },
  { ...plain, dimensions: ['region1', 'industry1', 'issue1', 'channel'] },
  { ...plain, dimensions: ['region1', 'industry1'], grain: 'day', leaving: true },
  { ...plain, comparisons: ['previous', 'previous'] },
  { ...plain, filters: [{ dimension: 'region1', in: [] }] },
  { ...plain, filters: Array.from({ length: 2 }, () => ({ dimension: 'channel', in: ['12350'] })) },
  { ...plain, filters: [{ dimension: 'channel', in: Array.from({ length: 501 }, () => '12350') }] },
  { ...plain, filters: [{ dimension: 'region1', in: ['01'] }] },
  { ...plain, period: {} },
  { ...plain, period: { preset: 'thisMonth', ...from('2026-11-01', '2026-11-02') } },
  { ...plain, period: { from: '2026-11-01' } },
  { ...plain, period: { to: '2026-11-01' } },
  { ...plain, period: from('2026-11-02', '2026-11-01') },
  { ...plain, period: from('2030-01-01', '2030-02-01') },
  { ...plain, period: from('1899-01-01', '2026-11-01') },
  { ...plain, period: from('2026-11-31', '2026-12-01') },
  { ...plain, period: from('last month', 'today') },
  { ...plain, period: from('1900-01-01', '2026-11-24'), grain: 'day' },
  { ...plain, period: from('1900-01-01', '2026-11-24'), comparisons: ['springFestival'] },
  { ...plain, period: from('1900-01-01', '1900-01-02'), comparisons: ['yearAgo'], grain: 'month' },
]

/** The same requests by `document`, one of metrics. */
export const nonsense = (document: string): Broken[] =>
  REQUESTS.map((request) => {
    const body = JSON.stringify({ query: document, variables: { request } })
    return { what: `metrics: ${JSON.stringify(request).slice(0, 200)}`, body }
  })
