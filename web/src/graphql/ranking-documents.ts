import { gql } from '@urql/vue'
import type {
  AssessedUnitQuery,
  AssessedUnitQueryVariables,
  AssessmentProofQuery,
  AssessmentProofQueryVariables,
  RankingQuery,
  RankingQueryVariables,
} from './generated/graphql'

const QuarterFragment = gql`
  fragment QuarterParts on AssessedQuarter {
    id
    label
    closable
    versions {
      id
      version
      state
      stateLabel
    }
  }
`

const VersionFragment = gql`
  fragment VersionParts on AssessmentVersion {
    id
    version
    state
    stateLabel
    asOf
    lastBatch
    calendarUntil
    hash
    objectionsUntil
    isLatest
    steps {
      label
      by
      at
      reason
    }
  }
`

const RankedUnitFragment = gql`
  fragment RankedUnitParts on RankedUnit {
    code
    name
    rank
    score
    deducted
    handled
    signs
    isOwn
    taken {
      label
      count
      points
      capped
    }
    rates {
      measure
      state
      n
      share
      lower
      upper
      observed
      expected
      group
      groupLabel
      rankFrom
      rankTo
    }
    past {
      quarter
      label
      rank
      isKnown
    }
  }
`

const ObjectionFragment = gql`
  fragment ObjectionParts on Objection {
    id
    unit
    name
    rule
    reason
    by
    at
    upheld
    decision
    decidedBy
  }
`

/** The tables of a quarter as the caller may see them. */
export const RankingDocument = gql<RankingQuery, RankingQueryVariables>`
  query Ranking($quarter: String, $version: ID) {
    ranking(quarter: $quarter, version: $version) {
      __typename
      ... on RankingBoard {
        quarters {
          ...QuarterParts
        }
        quarter {
          ...QuarterParts
        }
        version {
          ...VersionParts
        }
        asOf
        base
        leagues {
          id
          name
          units {
            ...RankedUnitParts
          }
          fairness {
            measure
            label
            sentence
            isDetectable
            counted
            aheadLabel
            withinLabel
            behindLabel
          }
        }
        rules {
          id
          text
          terms
          basis
          from
          to
          proposed
        }
        difference {
          items {
            added
            unit
            name
            rule
            text
          }
          units {
            unit
            scoreBefore
            scoreAfter
            rankBefore
            rankAfter
          }
        }
        entries {
          id
          kind
          kindLabel
          unit
          day
          documentNo
          text
          by
          isWithdrawn
        }
        objections {
          ...ObjectionParts
        }
        unknownLimits
        ownUnit
        previewed {
          ...QuarterParts
        }
      }
      ... on Rejection {
        code
        message
      }
    }
  }
  ${QuarterFragment}
  ${VersionFragment}
  ${RankedUnitFragment}
  ${ObjectionFragment}
`

/** What one unit loses points for. */
export const AssessedUnitDocument = gql<AssessedUnitQuery, AssessedUnitQueryVariables>`
  query AssessedUnit($quarter: String!, $version: ID, $unit: ID!) {
    assessedUnit(quarter: $quarter, version: $version, unit: $unit) {
      __typename
      ... on AssessedUnit {
        unit {
          ...RankedUnitParts
        }
        league
        quarter {
          ...QuarterParts
        }
        version {
          ...VersionParts
        }
        base
        items {
          rule
          subject
          ruleText
          name
          caseId
          text
          day
          doneOn
          points
          spared
          mayObject
        }
        signs {
          label
          events
          n
          others
        }
        objections {
          ...ObjectionParts
        }
      }
      ... on Rejection {
        code
        message
      }
    }
  }
  ${QuarterFragment}
  ${VersionFragment}
  ${RankedUnitFragment}
  ${ObjectionFragment}
`

/** Reckons a version once more. */
export const AssessmentProofDocument = gql<AssessmentProofQuery, AssessmentProofQueryVariables>`
  query AssessmentProof($id: ID!) {
    assessmentProof(id: $id) {
      __typename
      ... on AssessmentProof {
        isSame
        hash
      }
      ... on Rejection {
        message
      }
    }
  }
`
