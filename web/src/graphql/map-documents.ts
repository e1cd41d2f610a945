import { gql } from '@urql/vue'
import type {
  MapsQuery,
  MapsQueryVariables,
  RemoveMapMutation,
  RemoveMapMutationVariables,
} from './generated/graphql'
import { MapParts } from './documents'

/** The boundaries that are in place. */
export const MapsDocument = gql<MapsQuery, MapsQueryVariables>`
  query Maps {
    maps {
      ...MapParts
    }
  }
  ${MapParts}
`

export const RemoveMapDocument = gql<RemoveMapMutation, RemoveMapMutationVariables>`
  mutation RemoveMap($level: MapLevel!) {
    removeMap(level: $level) {
      __typename
      ... on RemovedMap {
        level
      }
      ... on Rejection {
        code
        message
        field
      }
    }
  }
`
