import { gql } from '@urql/vue'
import { FlagFragment } from './flag-documents'
import type {
  CancelBackfillMutation,
  CancelBackfillMutationVariables,
  ScreeningRunQuery,
  ScreeningRunQueryVariables,
  ScreeningRunsQuery,
  ScreeningRunsQueryVariables,
  StartBackfillMutation,
  StartBackfillMutationVariables,
} from './generated/graphql'

const RunFragment = gql`
  fragment RunParts on ScreeningRun {
    id
    asOf
    retrospective
    knownByLoad
    lastBatch
    finishedAt
    by
    tested
    alerts
    watches
  }
`

export const ScreeningRunsDocument = gql<ScreeningRunsQuery, ScreeningRunsQueryVariables>`
  query ScreeningRuns {
    screeningRuns {
      asOf
      firstDay
      mostDays
      runs {
        ...RunParts
      }
      backfills {
        id
        from
        to
        everyDays
        state
        done
        days
        by
        askedAt
      }
    }
  }
  ${RunFragment}
`

export const ScreeningRunDocument = gql<ScreeningRunQuery, ScreeningRunQueryVariables>`
  query ScreeningRun($id: ID!) {
    screeningRun(id: $id) {
      __typename
      ... on ScreeningRunDetail {
        run {
          ...RunParts
        }
        flags {
          ...FlagParts
        }
        thresholds {
          label
          text
        }
        families {
          label
          text
        }
        cases
        refused
        repeated
        abnormal
      }
      ... on Rejection {
        message
      }
    }
  }
  ${RunFragment}
  ${FlagFragment}
`

export const StartBackfillDocument = gql<StartBackfillMutation, StartBackfillMutationVariables>`
  mutation StartBackfill($from: Date!, $to: Date!, $everyDays: Int!) {
    startBackfill(from: $from, to: $to, everyDays: $everyDays) {
      __typename
      ... on Backfill {
        id
        state
      }
      ... on Rejection {
        message
      }
    }
  }
`

export const CancelBackfillDocument = gql<CancelBackfillMutation, CancelBackfillMutationVariables>`
  mutation CancelBackfill($id: ID!) {
    cancelBackfill(id: $id) {
      __typename
      ... on Backfill {
        id
        state
      }
      ... on Rejection {
        message
      }
    }
  }
`
