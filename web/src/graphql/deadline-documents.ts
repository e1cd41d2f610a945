import { gql } from '@urql/vue'
import type {
  ActionsQuery,
  ActionsQueryVariables,
  AnswerUrgeMutation,
  AnswerUrgeMutationVariables,
  ClockBoardQuery,
  ClockBoardQueryVariables,
  EndEscalationMutation,
  EndEscalationMutationVariables,
  EscalateMutation,
  EscalateMutationVariables,
  UrgeMutation,
  UrgeMutationVariables,
} from './generated/graphql'

/** Windows, lists and rules of the page 时限. */
export const ClockBoardDocument = gql<ClockBoardQuery, ClockBoardQueryVariables>`
  query ClockBoard {
    clockBoard {
      __typename
      ... on ClockBoard {
        asOf
        calendarKnownUntil
        clocks {
          kind
          label
          measure
          overdue {
            from
            to
          }
          today {
            from
            to
          }
          soon {
            from
            to
          }
          ahead {
            from
            to
          }
        }
        lists {
          id
          label
          description
        }
        rules {
          id
          label
          text
          basis
          from
          to
          proposed
        }
      }
      ... on Rejection {
        code
        message
      }
    }
  }
`

const UrgeFragment = gql`
  fragment UrgeParts on Urge {
    id
    clockLabel
    unit
    howLabel
    text
    by
    at
    answer
    answeredBy
    answeredAt
  }
`

const EscalationFragment = gql`
  fragment EscalationParts on Escalation {
    id
    kindLabel
    levelLabel
    unit
    reason
    by
    at
  }
`

/** Cases on which somebody has to act. */
export const ActionsDocument = gql<ActionsQuery, ActionsQueryVariables>`
  query Actions($which: ActionsInput!, $first: Int!, $after: String) {
    actions(which: $which, first: $first, after: $after) {
      __typename
      ... on ActionPage {
        total
        endCursor
        nodes {
          case {
            id
            caseNo
            region
            industry
            issue
            department
            state
            fatal
            acceptedOn
            reward {
              stage
              stageLabel
              decidedOn
              notifiedOn
              claimDueOn
              paidOn
              amount
              fine
              item
              reportClass
              deviation
            }
            extension {
              askedOn
              approvedOn
              state
              text
            }
          }
          clock {
            kind
            label
            due
            days
            state
            text
            holder
            unpausedDue
          }
          reasons
          urges {
            ...UrgeParts
          }
          escalation {
            ...EscalationParts
          }
        }
      }
      ... on Rejection {
        code
        message
      }
    }
  }
  ${UrgeFragment}
  ${EscalationFragment}
`

export const UrgeDocument = gql<UrgeMutation, UrgeMutationVariables>`
  mutation Urge($urge: UrgeInput!) {
    urge(urge: $urge) {
      __typename
      ...UrgeParts
      ... on Rejection {
        message
      }
    }
  }
  ${UrgeFragment}
`

export const AnswerUrgeDocument = gql<AnswerUrgeMutation, AnswerUrgeMutationVariables>`
  mutation AnswerUrge($id: ID!, $text: String!) {
    answerUrge(id: $id, text: $text) {
      __typename
      ...UrgeParts
      ... on Rejection {
        message
      }
    }
  }
  ${UrgeFragment}
`

export const EscalateDocument = gql<EscalateMutation, EscalateMutationVariables>`
  mutation Escalate($escalation: EscalationInput!) {
    escalate(escalation: $escalation) {
      __typename
      ...EscalationParts
      ... on Rejection {
        message
      }
    }
  }
  ${EscalationFragment}
`

export const EndEscalationDocument = gql<EndEscalationMutation, EndEscalationMutationVariables>`
  mutation EndEscalation($id: ID!) {
    endEscalation(id: $id) {
      __typename
      ...EscalationParts
      ... on Rejection {
        message
      }
    }
  }
  ${EscalationFragment}
`
