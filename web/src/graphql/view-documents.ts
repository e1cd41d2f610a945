import { gql } from '@urql/vue'
import type {
  RemoveViewMutation,
  RemoveViewMutationVariables,
  SaveViewMutation,
  SaveViewMutationVariables,
  SavedViewsQuery,
  SavedViewsQueryVariables,
} from './generated/graphql'

export const SavedViewsDocument = gql<SavedViewsQuery, SavedViewsQueryVariables>`
  query SavedViews {
    savedViews {
      id
      name
      address
      savedAt
    }
  }
`

export const SaveViewDocument = gql<SaveViewMutation, SaveViewMutationVariables>`
  mutation SaveView($name: String!, $address: String!) {
    saveView(name: $name, address: $address) {
      __typename
      ... on SavedView {
        id
        name
        address
        savedAt
      }
      ... on Rejection {
        code
        message
        field
      }
    }
  }
`

export const RemoveViewDocument = gql<RemoveViewMutation, RemoveViewMutationVariables>`
  mutation RemoveView($id: ID!) {
    removeView(id: $id) {
      __typename
      ... on RemovedView {
        id
      }
      ... on Rejection {
        code
        message
        field
      }
    }
  }
`
