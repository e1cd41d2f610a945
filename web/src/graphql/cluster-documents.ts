import { gql } from '@urql/vue'
import type { FlagClustersQuery, FlagClustersQueryVariables } from './generated/graphql'

/** Clusters of a period in space and time, as the trend map rings them. */
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
