import { Args, Query, Resolver } from '@nestjs/graphql'
import { Asked, type Caller } from '../graphql/caller.js'
import { spoken } from '../graphql/spoken.js'
import { MetricsRequest } from './metrics.input.js'
import { MetricsAnswer } from './metrics.models.js'
import { MetricsService } from './metrics.service.js'

@Resolver()
export class MetricsResolver {
  constructor(private readonly service: MetricsService) {}

  @Query(() => MetricsAnswer)
  async metrics(@Args('request') request: MetricsRequest, @Asked() caller: Caller): Promise<object> {
    return spoken(await this.service.answer(request, caller), caller.locale)
  }
}
