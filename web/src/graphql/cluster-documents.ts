import { gql } from '@urql/vue'
import type { FlagClustersQuery, FlagClustersQueryVariables } from './generated/graphql'

/** The clusters in space and time of some days, both inclusive. */
export const ClustersDocument = gql<FlagClustersQuery, FlagClustersQueryVariables>`
  query FlagClusters($from: Date!, $to: Date!) {
    flagClusters(from: $from, to: $to) {
      asOf
      clusters {
        id
        title
        level
        levelLabel
        from
        to
        regions
        observed
        expected
        ratio
        lower
        upper
        p
        chance
      }
    }
  }
`
