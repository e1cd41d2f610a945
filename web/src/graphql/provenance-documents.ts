import { gql } from '@urql/vue'
import type {
  AgainQuery,
  AgainQueryVariables,
  CaseQuery,
  CaseQueryVariables,
  CasesQuery,
  CasesQueryVariables,
  EnterprisesQuery,
  EnterprisesQueryVariables,
  ProvenanceQuery,
  ProvenanceQueryVariables,
} from './generated/graphql'
import { AnswerFragment } from './metrics-documents'

/** How the numbers of an answer came about. */
export const ProvenanceDocument = gql<ProvenanceQuery, ProvenanceQueryVariables>`
  query Provenance($id: ID!) {
    provenance(id: $id) {
      __typename
      ... on Provenance {
        id
        askedAt
        asOf
        isCurrent
        lastBatch
        period
        comparisons
        dimensions
        conditions
        hidesSmall
        cases
        measures {
          id
          label
          description
          formula
          denominator
          unit
          time
          basis
        }
        batches {
          id
          source
          fileName
          fileSha256
          loadedAt
          asOf
          cases
        }
        statement {
          text
          params {
            name
            value
          }
        }
      }
      ... on Rejection {
        code
        message
        field
      }
    }
  }
`

/** The same answer, counted anew from what was loaded when it was given. */
export const AgainDocument = gql<AgainQuery, AgainQueryVariables>`
  query Again($id: ID!) {
    again(id: $id) {
      ...Answer
    }
  }
  ${AnswerFragment}
`

/** Enterprises with several of the cases behind a number. */
export const EnterprisesDocument = gql<EnterprisesQuery, EnterprisesQueryVariables>`
  query Enterprises($of: NumberInput!, $least: Int!, $first: Int!) {
    enterprises(of: $of, least: $least, first: $first) {
      __typename
      ... on EnterpriseList {
        nodes {
          name
          cases
          mergedReports
          open
          industries
          issues
          regions
          lastReceived
        }
        more
        keyLeadsOnly
      }
      ... on Rejection {
        code
        message
        field
      }
    }
  }
`

const CaseFragment = gql`
  fragment CaseParts on Case {
    id
    caseNo
    source
    channel
    region
    industry
    issue
    department
    reportClass
    hazardLevel
    state
    result
    receivedOn
    acceptedOn
    dueOn
    closedOn
    enterprise
    enterpriseHidden
    summary
    summaryHidden
    mergedReports
    events {
      day
      label
    }
    clocks {
      kind
      label
      due
      done
      state
      days
      text
      holder
    }
  }
`

export const CasesDocument = gql<CasesQuery, CasesQueryVariables>`
  query Cases(
    $of: NumberInput!
    $first: Int!
    $after: String
    $orderBy: CaseOrder!
    $direction: Direction!
    $search: String!
  ) {
    cases(of: $of, first: $first, after: $after, orderBy: $orderBy, direction: $direction, search: $search) {
      __typename
      ... on CasePage {
        total
        endCursor
        nodes {
          ...CaseParts
        }
      }
      ... on Rejection {
        code
        message
        field
      }
    }
  }
  ${CaseFragment}
`

/** One case with its way through sources, loads and states. */
export const CaseDocument = gql<CaseQuery, CaseQueryVariables>`
  query Case($id: ID!) {
    case(id: $id) {
      __typename
      ... on CasePath {
        case {
          ...CaseParts
        }
        sourceRows {
          batch
          source
          fileName
          rowNo
          caseNo
          loadedAt
          outcome
          reasons
        }
        versions {
          batch
          loadedAt
          state
          department
          result
        }
      }
      ... on Rejection {
        code
        message
        field
      }
    }
  }
  ${CaseFragment}
`
