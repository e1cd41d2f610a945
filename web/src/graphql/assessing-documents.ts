import { gql } from '@urql/vue'
import type {
  AddAssessmentEntryMutation,
  AddAssessmentEntryMutationVariables,
  CloseQuarterMutation,
  CloseQuarterMutationVariables,
  DecideObjectionMutation,
  DecideObjectionMutationVariables,
  ObjectToDeductionMutation,
  ObjectToDeductionMutationVariables,
  PreviewAssessmentMutation,
  PreviewAssessmentMutationVariables,
  PublishAssessmentMutation,
  PublishAssessmentMutationVariables,
  ReviseQuarterMutation,
  ReviseQuarterMutationVariables,
  WithdrawAssessmentEntryMutation,
  WithdrawAssessmentEntryMutationVariables,
} from './generated/graphql'

const TakenFragment = gql`
  fragment TakenParts on AssessmentTakenAnswer {
    __typename
    ... on AssessmentTaken {
      id
      quarter
    }
    ... on Rejection {
      message
    }
  }
`

export const CloseQuarterDocument = gql<CloseQuarterMutation, CloseQuarterMutationVariables>`
  mutation CloseQuarter($quarter: String!) {
    closeQuarter(quarter: $quarter) {
      ...TakenParts
    }
  }
  ${TakenFragment}
`

export const ReviseQuarterDocument = gql<ReviseQuarterMutation, ReviseQuarterMutationVariables>`
  mutation ReviseQuarter($quarter: String!, $reason: String!) {
    reviseQuarter(quarter: $quarter, reason: $reason) {
      ...TakenParts
    }
  }
  ${TakenFragment}
`

export const PreviewAssessmentDocument = gql<PreviewAssessmentMutation, PreviewAssessmentMutationVariables>`
  mutation PreviewAssessment($id: ID!) {
    previewAssessment(id: $id) {
      ...TakenParts
    }
  }
  ${TakenFragment}
`

export const PublishAssessmentDocument = gql<PublishAssessmentMutation, PublishAssessmentMutationVariables>`
  mutation PublishAssessment($id: ID!, $reason: String!) {
    publishAssessment(id: $id, reason: $reason) {
      ...TakenParts
    }
  }
  ${TakenFragment}
`

export const ObjectToDeductionDocument = gql<ObjectToDeductionMutation, ObjectToDeductionMutationVariables>`
  mutation ObjectToDeduction($objection: ObjectionInput!) {
    objectToDeduction(objection: $objection) {
      ...TakenParts
    }
  }
  ${TakenFragment}
`

export const DecideObjectionDocument = gql<DecideObjectionMutation, DecideObjectionMutationVariables>`
  mutation DecideObjection($id: ID!, $upheld: Boolean!, $reason: String!) {
    decideObjection(id: $id, upheld: $upheld, reason: $reason) {
      ...TakenParts
    }
  }
  ${TakenFragment}
`

export const AddAssessmentEntryDocument = gql<
  AddAssessmentEntryMutation,
  AddAssessmentEntryMutationVariables
>`
  mutation AddAssessmentEntry($entry: AssessmentEntryInput!) {
    addAssessmentEntry(entry: $entry) {
      ...TakenParts
    }
  }
  ${TakenFragment}
`

export const WithdrawAssessmentEntryDocument = gql<
  WithdrawAssessmentEntryMutation,
  WithdrawAssessmentEntryMutationVariables
>`
  mutation WithdrawAssessmentEntry($id: ID!) {
    withdrawAssessmentEntry(id: $id) {
      ...TakenParts
    }
  }
  ${TakenFragment}
`
