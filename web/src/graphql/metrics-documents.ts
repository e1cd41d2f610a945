import { gql } from '@urql/vue'
import type {
  MetricsQuery,
  MetricsQueryVariables,
  OverviewQuery,
  OverviewQueryVariables,
} from './generated/graphql'

export const AnswerFragment = gql`
  fragment Answer on MetricsAnswer {
    __typename
    ... on MetricsTable {
      id
      period {
        from
        to
        label
      }
      comparedPeriods {
        kind
        label
        period {
          from
          to
          label
        }
      }
      measures
      dimensions
      buckets {
        key
        label
        to
        partial
      }
      rows {
        ...Row
      }
      others {
        ...Row
      }
      total {
        ...Row
      }
      leftOut
      suppressed
      asOf
      dataVersion
      cases
      sources
      footnotes
    }
    ... on Rejection {
      code
      message
      field
    }
  }
  fragment Row on MetricsRow {
    keys
    labels
    bucket
    values {
      value
      n
      k
      lower
      upper
      state
      share
      rank
      cumulative
      changes {
        value
        n
        difference
        ratio
        state
        text
      }
    }
  }
`

/** The whole overview in one request; a part whose dimension the office does not have is not asked. */
export const OverviewDocument = gql<OverviewQuery, OverviewQueryVariables>`
  query Overview(
    $total: MetricsRequest!
    $whole: MetricsRequest!
    $office: MetricsRequest!
    $trend: MetricsRequest!
    $region: MetricsRequest!
    $industry: MetricsRequest!
    $issue: MetricsRequest!
    $channel: MetricsRequest!
    $source: MetricsRequest!
    $matrix: MetricsRequest!
    $department: MetricsRequest!
    $withWhole: Boolean!
    $withOffice: Boolean!
    $withRegion: Boolean!
    $withIndustry: Boolean!
    $withIssue: Boolean!
    $withChannel: Boolean!
    $withSource: Boolean!
    $withMatrix: Boolean!
    $withDepartment: Boolean!
  ) {
    total: metrics(request: $total) {
      ...Answer
    }
    whole: metrics(request: $whole) @include(if: $withWhole) {
      ...Answer
    }
    office: metrics(request: $office) @include(if: $withOffice) {
      ...Answer
    }
    trend: metrics(request: $trend) {
      ...Answer
    }
    region: metrics(request: $region) @include(if: $withRegion) {
      ...Answer
    }
    industry: metrics(request: $industry) @include(if: $withIndustry) {
      ...Answer
    }
    issue: metrics(request: $issue) @include(if: $withIssue) {
      ...Answer
    }
    channel: metrics(request: $channel) @include(if: $withChannel) {
      ...Answer
    }
    source: metrics(request: $source) @include(if: $withSource) {
      ...Answer
    }
    matrix: metrics(request: $matrix) @include(if: $withMatrix) {
      ...Answer
    }
    department: metrics(request: $department) @include(if: $withDepartment) {
      ...Answer
    }
  }
  ${AnswerFragment}
`

export const MetricsDocument = gql<MetricsQuery, MetricsQueryVariables>`
  query Metrics($request: MetricsRequest!) {
    metrics(request: $request) {
      ...Answer
    }
  }
  ${AnswerFragment}
`
