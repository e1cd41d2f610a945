import { gql } from '@urql/vue'
import type {
  AddToBasketMutation,
  AddToBasketMutationVariables,
  ArrangeBasketMutation,
  ArrangeBasketMutationVariables,
  BasketQuery,
  BasketQueryVariables,
  RemoveFromBasketMutation,
  RemoveFromBasketMutationVariables,
  RenameInBasketMutation,
  RenameInBasketMutationVariables,
} from './generated/graphql'

export const BasketDocument = gql<BasketQuery, BasketQueryVariables>`
  query Basket {
    basket {
      items {
        id
        item
      }
    }
  }
`

const BasketAnswerFragment = gql`
  fragment BasketAnswer on BasketAnswer {
    __typename
    ... on Basket {
      items {
        id
        item
      }
    }
    ... on Rejection {
      code
      message
      field
    }
  }
`

export const AddToBasketDocument = gql<AddToBasketMutation, AddToBasketMutationVariables>`
  mutation AddToBasket($item: String!) {
    addToBasket(item: $item) {
      ...BasketAnswer
    }
  }
  ${BasketAnswerFragment}
`

export const RenameInBasketDocument = gql<RenameInBasketMutation, RenameInBasketMutationVariables>`
  mutation RenameInBasket($id: ID!, $title: String) {
    renameInBasket(id: $id, title: $title) {
      ...BasketAnswer
    }
  }
  ${BasketAnswerFragment}
`

export const ArrangeBasketDocument = gql<ArrangeBasketMutation, ArrangeBasketMutationVariables>`
  mutation ArrangeBasket($ids: [ID!]!) {
    arrangeBasket(ids: $ids) {
      ...BasketAnswer
    }
  }
  ${BasketAnswerFragment}
`

export const RemoveFromBasketDocument = gql<RemoveFromBasketMutation, RemoveFromBasketMutationVariables>`
  mutation RemoveFromBasket($ids: [ID!]!) {
    removeFromBasket(ids: $ids) {
      ...BasketAnswer
    }
  }
  ${BasketAnswerFragment}
`
