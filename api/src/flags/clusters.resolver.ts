import { Args, Query, Resolver } from '@nestjs/graphql'
import { DateScalar } from '../graphql/date.scalar.js'
import { Asked, type Caller } from '../graphql/caller.js'
import { ClusterMap } from './cluster-map.js'
import { FlagClusters } from './clusters.models.js'

@Resolver()
export class ClustersResolver {
  constructor(private readonly map: ClusterMap) {}

  @Query(() => FlagClusters, {
    description:
      'Clusters in space and time (时空聚集) of some days, both inclusive, among what the caller sees.',
  })
  flagClusters(
    @Args('from', { type: () => DateScalar }) from: string,
    @Args('to', { type: () => DateScalar }) to: string,
    @Asked() caller: Caller,
  ): Promise<FlagClusters> {
    return this.map.within({ from, to }, caller)
  }
}
