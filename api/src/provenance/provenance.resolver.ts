import { Args, ID, Query, Resolver } from '@nestjs/graphql'
import { Asked, type Caller } from '../graphql/caller.js'
import { spoken } from '../graphql/spoken.js'
import { MetricsAnswer } from '../metrics/metrics.models.js'
import { ProvenanceAnswer } from './provenance.models.js'
import { ProvenanceService } from './provenance.service.js'

@Resolver()
export class ProvenanceResolver {
  constructor(private readonly service: ProvenanceService) {}

  @Query(() => ProvenanceAnswer)
  async provenance(@Args('id', { type: () => ID }) id: string, @Asked() caller: Caller): Promise<object> {
    return spoken(await this.service.tell(id, caller), caller.locale)
  }

  @Query(() => MetricsAnswer, {
    description: 'The answer counted anew from what was loaded when it was given: the same numbers.',
  })
  async again(@Args('id', { type: () => ID }) id: string, @Asked() caller: Caller): Promise<object> {
    return spoken(await this.service.again(id, caller), caller.locale)
  }
}
