import { gql } from '@urql/vue'
import type { ClosingTimesQuery, ClosingTimesQueryVariables } from './generated/graphql'

/** Units ranked by time to close. */
export const ClosingTimesDocument = gql<ClosingTimesQuery, ClosingTimesQueryVariables>`
  query ClosingTimes($period: PeriodInput!, $filters: [FilterInput!]!) {
    closingTimes(period: $period, filters: $filters) {
      __typename
      ... on ClosingTimes {
        periodLabel
        finding
        typical
        isDetectable
        tooFew
        units {
          code
          label
          cases
          median
          estimate
          lower
          upper
          rank
          firstRank
          lastRank
          group
        }
      }
      ... on Rejection {
        code
        message
      }
    }
  }
`
