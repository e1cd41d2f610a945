import { graphql } from './generated'

export const BootDocument = graphql(`
  query Boot {
    viewer {
      persona
      name
      mayChoose
      may {
        loads
      }
    }
    office {
      id
      name
      demo
      timeZone
      asOf
      firstDay
      dataVersion
      defaultPeriod
      mapNote
    }
    catalogue {
      measures {
        id
        label
        description
        formula
        unit
        better
        additive
        basis
      }
      dimensions {
        id
        label
        description
        hierarchy
        level
      }
    }
    region1: members(dimension: region1) {
      ...MemberParts
    }
    region2: members(dimension: region2) {
      ...MemberParts
    }
    industry1: members(dimension: industry1) {
      ...MemberParts
    }
    industry2: members(dimension: industry2) {
      ...MemberParts
    }
    issue1: members(dimension: issue1) {
      ...MemberParts
    }
    issue2: members(dimension: issue2) {
      ...MemberParts
    }
    channel: members(dimension: channel) {
      ...MemberParts
    }
    source: members(dimension: source) {
      ...MemberParts
    }
    department: members(dimension: department) {
      ...MemberParts
    }
  }
  fragment MemberParts on Member {
    code
    name
    kind
    parent
    tile {
      x
      y
    }
    validTo
  }
`)

export const AnswerFragment = graphql(`
  fragment Answer on MetricsAnswer {
    __typename
    ... on MetricsTable {
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
      lower
      upper
      state
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
`)

/** The whole overview in one request; a part whose dimension the office does not have is not asked. */
export const OverviewDocument = graphql(`
  query Overview(
    $total: MetricsRequest!
    $whole: MetricsRequest!
    $trend: MetricsRequest!
    $region: MetricsRequest!
    $industry: MetricsRequest!
    $issue: MetricsRequest!
    $channel: MetricsRequest!
    $source: MetricsRequest!
    $matrix: MetricsRequest!
    $department: MetricsRequest!
    $withWhole: Boolean!
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
`)

export const MetricsDocument = graphql(`
  query Metrics($request: MetricsRequest!) {
    metrics(request: $request) {
      ...Answer
    }
  }
`)

export const LoadsDocument = graphql(`
  query Loads {
    sources {
      id
      name
      lastLoadedAt
      lastBatch
      rows
      quarantined
      asOf
    }
    batches(first: 30) {
      id
      source
      fileName
      state
      rowsIn
      loaded
      quarantined
      duplicates
      reasons {
        reason
        text
        rows
      }
      startedAt
      finishedAt
      error
    }
  }
`)

export const SignOutDocument = graphql(`
  mutation SignOut {
    signOut
  }
`)
