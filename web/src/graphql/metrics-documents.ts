import { gql } from '@urql/vue'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import type {
  AnswerFragment as AnswerFragmentType,
  MetricsQuery,
  MetricsQueryVariables,
  MetricsRequest,
  SupervisorsQuery,
  SupervisorsQueryVariables,
} from './generated/graphql'

export const AnswerFragment = gql`
  fragment Answer on MetricsAnswer {
    __typename
    ... on MetricsTable {
      id
      period {
        from
        to
        label
      }
      comparedPeriods {
        kind
        label
        period {
          from
          to
          label
        }
      }
      measures
      dimensions
      buckets {
        key
        label
        to
        partial
      }
      rows {
        ...Row
      }
      others {
        ...Row
      }
      total {
        ...Row
      }
      leftOut
      suppressed
      asOf
      dataVersion
      cases
      sources
      footnotes
      arrival
    }
    ... on Rejection {
      code
      message
      field
    }
  }
  fragment Row on MetricsRow {
    keys
    labels
    bucket
    values {
      value
      n
      k
      lower
      upper
      state
      share
      rank
      cumulative
      changes {
        value
        n
        difference
        ratio
        state
        text
      }
      nowcast {
        expected
        lower
        upper
        completeness
      }
    }
  }
`

/** Who supervises the sectors. */
export const SupervisorsDocument = gql<SupervisorsQuery, SupervisorsQueryVariables>`
  query Supervisors {
    industry1: members(dimension: industry1) {
      code
      supervisors
    }
    industry2: members(dimension: industry2) {
      code
      supervisors
    }
  }
`

const boards = new Map<string, TypedDocumentNode<BoardAnswers, BoardVariables>>()

/** Answers of a board by the name of the part. */
export type BoardAnswers = Readonly<Record<string, AnswerFragmentType>>
export type BoardVariables = Readonly<Record<string, MetricsRequest>>

/** One request for all parts of a board: each is a field of its own name, and so is its variable. */
export function boardDocument(parts: readonly string[]): TypedDocumentNode<BoardAnswers, BoardVariables> {
  const key = parts.join(' ')
  const known = boards.get(key)
  if (known) return known
  const variables = parts.map((part) => `$${part}: MetricsRequest!`).join(' ')
  const fields = parts.map((part) => `${part}: metrics(request: $${part}) { ...Answer }`).join(' ')
  const query = `query Board(${variables}) { ${fields} }`
  const made = {
    kind: AnswerFragment.kind,
    definitions: [...gql(query).definitions, ...AnswerFragment.definitions],
  } as TypedDocumentNode<BoardAnswers, BoardVariables>
  boards.set(key, made)
  return made
}

export const MetricsDocument = gql<MetricsQuery, MetricsQueryVariables>`
  query Metrics($request: MetricsRequest!) {
    metrics(request: $request) {
      ...Answer
    }
  }
  ${AnswerFragment}
`
