import { gql } from '@urql/vue'
import type {
  RewardAdviceQuery,
  RewardAdviceQueryVariables,
  RewardBoardQuery,
  RewardBoardQueryVariables,
} from './generated/graphql'

/** Lists and texts of the page 奖励. */
export const RewardBoardDocument = gql<RewardBoardQuery, RewardBoardQueryVariables>`
  query RewardBoard {
    rewardBoard {
      lists {
        id
        label
        description
      }
      standards {
        id
        name
        basis
        place
        from
        to
        note
        isPublic
        isReference
        categories {
          name
          units
          source
          items {
            id
            text
            amount
          }
        }
        formulas
      }
      reportClasses {
        id
        label
      }
      accidentLevels {
        id
        label
      }
    }
  }
`

/** What the texts give for a matter. */
export const RewardAdviceDocument = gql<RewardAdviceQuery, RewardAdviceQueryVariables>`
  query RewardAdvice($matter: RewardMatterInput!) {
    rewardAdvice(matter: $matter) {
      __typename
      ... on RewardAdvice {
        own {
          ...Reckoned
        }
        reference {
          ...Reckoned
        }
        deviation {
          decided
          amount
          difference
          againstReference
          text
        }
      }
      ... on Rejection {
        code
        message
      }
    }
  }
  fragment Reckoned on RewardReckoning {
    amount
    standard
    steps {
      text
      amount
    }
  }
`
