/** What the overview asks in one request, as the page does: ten measures in total, and each chart's part. */
export interface Question {
  readonly part: string
  readonly measures: readonly string[]
  readonly dimensions?: readonly string[]
  readonly grain?: string
  readonly comparisons?: readonly string[]
}

const BOTH = ['yearAgo', 'previous']
const CARDS = [
  'received',
  'accepted',
  'closed',
  'verifiedShareOfChecked',
  'verifiedShareOfAccepted',
  'onTimeRate',
  'overdue',
  'medianDays',
  'p75Days',
  'p90Days',
]
const by = (part: string, comparisons = BOTH): Question => ({
  part,
  measures: ['received'],
  dimensions: [part],
  comparisons,
})

export const OVERVIEW: readonly Question[] = [
  { part: 'total', measures: CARDS, comparisons: BOTH },
  { part: 'trend', measures: ['received', 'accepted', 'closed'], grain: 'month', comparisons: ['yearAgo'] },
  by('region1'),
  by('industry1'),
  by('issue1'),
  by('channel'),
  by('source'),
  { part: 'matrix', measures: ['received'], dimensions: ['industry1', 'region1'], comparisons: ['yearAgo'] },
  {
    part: 'department',
    measures: ['received', 'closed', 'onTimeRate', 'overdue', 'medianDays'],
    dimensions: ['department'],
    comparisons: BOTH,
  },
]

/** The GraphQL request of a screen over a window of days. */
export function screen(period: { from: string; to: string }) {
  const values = 'values { value n lower upper state changes { value n difference ratio state text } }'
  const table = `__typename ... on MetricsTable { buckets { key label } rows { keys labels bucket ${values} } total { ${values} } }`
  const names = OVERVIEW.map(({ part }) => part)
  return {
    query: `query Overview(${names.map((name) => `$${name}: MetricsRequest!`).join(' ')}) {
      ${names.map((name) => `${name}: metrics(request: $${name}) { ${table} ... on Rejection { code message } }`).join('\n')}
    }`,
    variables: Object.fromEntries(OVERVIEW.map(({ part, ...question }) => [part, { ...question, period }])),
  }
}
