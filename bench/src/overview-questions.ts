/** What the overview asks in one request, as the page does (web/src/features/overview/requests.ts). */
export interface Question {
  readonly measures: readonly string[]
  readonly dimensions?: readonly string[]
  readonly grain?: string
  readonly comparisons: readonly string[]
  readonly orderBy?: { readonly measure: string; readonly direction: string }
}

/** Days, both inclusive. */
export interface Window {
  readonly from: string
  readonly to: string
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
const ranked = (dimension: string): Question => ({
  measures: ['received'],
  dimensions: [dimension],
  comparisons: BOTH,
  orderBy: { measure: 'received', direction: 'desc' },
})

/** By the names under which the page asks them. */
export const OVERVIEW = {
  total: { measures: CARDS, comparisons: BOTH },
  trend: { measures: ['received', 'accepted', 'closed'], grain: 'month', comparisons: ['yearAgo'] },
  region: ranked('region1'),
  industry: ranked('industry1'),
  issue: ranked('issue1'),
  channel: ranked('channel'),
  source: ranked('source'),
  matrix: { measures: ['received'], dimensions: ['industry1', 'region1'], comparisons: ['yearAgo'] },
  department: {
    measures: ['received', 'closed', 'onTimeRate', 'overdue', 'medianDays'],
    dimensions: ['department'],
    comparisons: BOTH,
  },
} as const satisfies Record<string, Question>

/** What those of a unit see beside it: the cards of the whole office. */
const OFFICE = { measures: CARDS, reach: 'office' }

export type Part = keyof typeof OVERVIEW
export const PARTS = Object.keys(OVERVIEW) as Part[]

/** As the page asks each part (web/src/graphql/metrics-documents.ts). */
const ANSWER = `fragment Answer on MetricsAnswer {
  __typename
  ... on MetricsTable {
    id
    period { from to label }
    comparedPeriods { kind label period { from to label } }
    measures dimensions
    buckets { key label to partial }
    rows { ...Row }
    others { ...Row }
    total { ...Row }
    leftOut suppressed asOf dataVersion cases sources footnotes
  }
  ... on Rejection { code message field }
}
fragment Row on MetricsRow {
  keys labels bucket
  values { value n k lower upper state share rank cumulative changes { value n difference ratio state text } }
}`

/** The GraphQL request of a screen over a window of days. @param ofUnit asked by somebody who sees one unit. */
export function screenRequest(period: Window, ofUnit: boolean): object {
  const questions = { ...OVERVIEW, ...(ofUnit && { office: OFFICE }) }
  const names = Object.keys(questions)
  return {
    query: `query Overview(${names.map((name) => `$${name}: MetricsRequest!`).join(' ')}) {
      ${names.map((name) => `${name}: metrics(request: $${name}) { ...Answer }`).join('\n      ')}
    }
    ${ANSWER}`,
    variables: Object.fromEntries(
      Object.entries(questions).map(([name, question]) => [name, { ...question, period }]),
    ),
  }
}
