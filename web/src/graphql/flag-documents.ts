import { gql } from '@urql/vue'
import type {
  FlagBoardQuery,
  FlagBoardQueryVariables,
  FlagCasesQuery,
  FlagCasesQueryVariables,
  FlagQuery,
  FlagQueryVariables,
  FlagSentencesQuery,
  FlagSentencesQueryVariables,
  MoveFlagMutation,
  MoveFlagMutationVariables,
} from './generated/graphql'

/** A flag, as far as lists show it. */
export const FlagFragment = gql`
  fragment FlagParts on Flag {
    id
    word
    wordLabel
    level
    levelLabel
    rule
    ruleLabel
    state
    stateLabel
    title
    sentence
    from
    to
    firstDay
    lastDay
    ongoing
    observed
    expected
    regions
    industry
    issue
    enterprise
    cautions
    also
    departments
    snoozedUntil
    withoutAbnormal {
      holds
      observed
      level
      levelLabel
      sentence
      series {
        starts
        counts
        expected
        upper
        monthly
      }
    }
    series {
      starts
      counts
      expected
      upper
      monthly
    }
  }
`

/** Everything of the page 研判. */
export const FlagBoardDocument = gql<FlagBoardQuery, FlagBoardQueryVariables>`
  query FlagBoard {
    flagBoard {
      __typename
      ... on FlagBoard {
        asOf
        screenedAt
        knownByLoad
        tested
        alertsPerYear
        cases
        repeated
        abnormal
        flags {
          ...FlagParts
        }
        combinations {
          title
          row
          rowLabel
          issue
          issueLabel
          isSector
          observed
          expected
          quotient
          lower
          upper
          enterprises
          quarters
        }
        rises {
          title
          start
          counts
          slope
          lower
          upper
          p
          q
          latest
          earlier
          holds
        }
        sectors {
          industry
          label
          cases
          before
          enterprises
          effectiveRegions
          topRegion
          topCases
          departments
          flags
        }
        leads {
          label
          text
        }
        notCarried
        rules {
          name
          text
          proposed
        }
      }
      ... on Rejection {
        code
        message
      }
    }
  }
  ${FlagFragment}
`

/** What the overview says of them. */
export const FlagSentencesDocument = gql<FlagSentencesQuery, FlagSentencesQueryVariables>`
  query FlagSentences {
    flagBoard {
      __typename
      ... on FlagBoard {
        asOf
        flags {
          id
          word
          wordLabel
          level
          levelLabel
          state
          sentence
          ongoing
          snoozedUntil
        }
      }
      ... on Rejection {
        message
      }
    }
  }
`

const DetailFragment = gql`
  fragment FlagDetailParts on FlagDetail {
    flag {
      ...FlagParts
    }
    steps {
      from
      to
      toLabel
      note
      by
      at
      snoozedUntil
    }
    next
    numbers {
      label
      text
    }
    keyPoints {
      kind
      label
      members {
        label
        text
      }
    }
    draft
  }
  ${FlagFragment}
`

export const FlagDocument = gql<FlagQuery, FlagQueryVariables>`
  query Flag($id: ID!) {
    flag(id: $id) {
      __typename
      ...FlagDetailParts
      ... on Rejection {
        message
      }
    }
  }
  ${DetailFragment}
`

export const FlagCasesDocument = gql<FlagCasesQuery, FlagCasesQueryVariables>`
  query FlagCases($id: ID!) {
    flagCases(id: $id) {
      __typename
      ... on CasePage {
        total
        nodes {
          id
          caseNo
          receivedOn
          region
          industry
          issue
          department
          state
          enterprise
          enterpriseHidden
        }
      }
      ... on Rejection {
        message
      }
    }
  }
`

export const MoveFlagDocument = gql<MoveFlagMutation, MoveFlagMutationVariables>`
  mutation MoveFlag($id: ID!, $to: FlagState!, $note: String!, $until: Date) {
    moveFlag(id: $id, to: $to, note: $note, until: $until) {
      __typename
      ...FlagDetailParts
      ... on Rejection {
        message
      }
    }
  }
  ${DetailFragment}
`
