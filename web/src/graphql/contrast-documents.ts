import { gql } from '@urql/vue'
import type { ContrastQuery, ContrastQueryVariables } from './generated/graphql'

/** What is commoner in some cases than in others. */
export const ContrastDocument = gql<ContrastQuery, ContrastQueryVariables>`
  query Contrast($period: PeriodInput!, $filters: [FilterInput!]!, $against: Against!) {
    contrast(period: $period, filters: $filters, against: $against) {
      __typename
      ... on Contrast {
        finding
        periodLabel
        againstLabel
        here
        there
        enterprises
        most
        tested
        members {
          dimension
          code
          label
          here
          there
          expected
          ratio
          lower
          upper
          isSure
        }
      }
      ... on Rejection {
        code
        message
      }
    }
  }
`
