import { gql } from '@urql/vue'
import type {
  AddAnnotationMutation,
  AddAnnotationMutationVariables,
  AnnotationsQuery,
  AnnotationsQueryVariables,
  ChangeAnnotationMutation,
  ChangeAnnotationMutationVariables,
  RemoveAnnotationMutation,
  RemoveAnnotationMutationVariables,
} from './generated/graphql'

const AnnotationFragment = gql`
  fragment AnnotationParts on Annotation {
    id
    kind
    kindLabel
    from
    to
    text
    region
    industry
    editable
  }
`

export const AnnotationsDocument = gql<AnnotationsQuery, AnnotationsQueryVariables>`
  query Annotations($period: PeriodInput!) {
    annotations(period: $period) {
      __typename
      ... on AnnotationList {
        annotations {
          ...AnnotationParts
        }
        holidays {
          name
          from
          to
        }
      }
      ... on Rejection {
        code
        message
        field
      }
    }
  }
  ${AnnotationFragment}
`

export const AddAnnotationDocument = gql<AddAnnotationMutation, AddAnnotationMutationVariables>`
  mutation AddAnnotation($annotation: AnnotationInput!) {
    addAnnotation(annotation: $annotation) {
      __typename
      ...AnnotationParts
      ... on Rejection {
        code
        message
        field
      }
    }
  }
  ${AnnotationFragment}
`

export const ChangeAnnotationDocument = gql<ChangeAnnotationMutation, ChangeAnnotationMutationVariables>`
  mutation ChangeAnnotation($id: ID!, $annotation: AnnotationInput!) {
    changeAnnotation(id: $id, annotation: $annotation) {
      __typename
      ...AnnotationParts
      ... on Rejection {
        code
        message
        field
      }
    }
  }
  ${AnnotationFragment}
`

export const RemoveAnnotationDocument = gql<RemoveAnnotationMutation, RemoveAnnotationMutationVariables>`
  mutation RemoveAnnotation($id: ID!) {
    removeAnnotation(id: $id) {
      __typename
      ... on RemovedAnnotation {
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
