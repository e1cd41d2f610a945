import { gql } from '@urql/vue'
import type {
  BootQuery,
  BootQueryVariables,
  LoadsQuery,
  LoadsQueryVariables,
  SignOutMutation,
  SignOutMutationVariables,
} from './generated/graphql'

/** What is known of boundaries that are in place. */
export const MapParts = gql`
  fragment MapParts on BoundaryMap {
    level
    hash
    areas
    coordinates
    takesPoints
    reviewNumber
    origin
    fileName
    putAt
  }
`

export const BootDocument = gql<BootQuery, BootQueryVariables>`
  query Boot {
    viewer {
      persona
      name
      unit
      mayChoose
      sees {
        dimension
        members
        of
      }
      may {
        loads
        listCases
        seeEnterprise
        export
        officeTotals
        manage
        annotate
        supervise
        answerUrges
        ranking
        assess
        object
        screenPast
      }
    }
    office {
      id
      name
      demo
      timeZone
      asOf
      firstDay
      dataVersion
      defaultPeriod
      mapNote
      above {
        name
        code
      }
    }
    catalogue {
      measures {
        id
        label
        description
        formula
        unit
        better
        additive
        proportion
        basis
        denominator
        timeLabel
        unitLabel
      }
      dimensions {
        id
        label
        description
        hierarchy
        level
      }
      comparisons {
        id
        label
        description
      }
      grains {
        id
        label
      }
      periods {
        id
        label
      }
    }
    region1: members(dimension: region1) {
      ...MemberParts
    }
    region2: members(dimension: region2) {
      ...MemberParts
    }
    industry1: members(dimension: industry1) {
      ...MemberParts
    }
    industry2: members(dimension: industry2) {
      ...MemberParts
    }
    issue1: members(dimension: issue1) {
      ...MemberParts
    }
    issue2: members(dimension: issue2) {
      ...MemberParts
    }
    channel: members(dimension: channel) {
      ...MemberParts
    }
    source: members(dimension: source) {
      ...MemberParts
    }
    department: members(dimension: department) {
      ...MemberParts
    }
    reportClass: members(dimension: reportClass) {
      ...MemberParts
    }
    hazardLevel: members(dimension: hazardLevel) {
      ...MemberParts
    }
    reporterKind: members(dimension: reporterKind) {
      ...MemberParts
    }
    result: members(dimension: result) {
      ...MemberParts
    }
    state: members(dimension: state) {
      ...MemberParts
    }
    maps {
      ...MapParts
    }
  }
  fragment MemberParts on Member {
    code
    name
    kind
    parent
    tile {
      x
      y
    }
    seat {
      lon
      lat
    }
    validTo
  }
  ${MapParts}
`

export const LoadsDocument = gql<LoadsQuery, LoadsQueryVariables>`
  query Loads {
    sources {
      id
      name
      lastLoadedAt
      lastBatch
      rows
      quarantined
      asOf
    }
    batches(first: 30) {
      id
      source
      fileName
      state
      rowsIn
      loaded
      quarantined
      duplicates
      reasons {
        reason
        text
        rows
      }
      startedAt
      finishedAt
      error
    }
  }
`

export const SignOutDocument = gql<SignOutMutation, SignOutMutationVariables>`
  mutation SignOut {
    signOut
  }
`
