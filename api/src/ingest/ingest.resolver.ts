import { Args, Int, Query, Resolver } from '@nestjs/graphql'
import { demand } from '../access/demand.js'
import { Asked, type Caller } from '../graphql/caller.js'
import { Batch, SourceStatus } from './ingest.models.js'
import { IngestService } from './ingest.service.js'

@Resolver()
export class IngestResolver {
  constructor(private readonly service: IngestService) {}

  @Query(() => [SourceStatus])
  sources(@Asked() { session, locale }: Caller): Promise<SourceStatus[]> {
    demand(session, 'loads')
    return this.service.sources(locale)
  }

  @Query(() => [Batch])
  batches(
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Asked() { session, locale }: Caller,
  ): Promise<Batch[]> {
    demand(session, 'loads')
    return this.service.batches(first, locale)
  }
}
