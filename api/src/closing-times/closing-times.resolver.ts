import { Args, Query, Resolver } from '@nestjs/graphql'
import { Asked, type Caller } from '../graphql/caller.js'
import { spoken } from '../graphql/spoken.js'
import { ClosingTimesAnswer, ClosingTimesArgs } from './closing-times.models.js'
import { ClosingTimesService } from './closing-times.service.js'

@Resolver()
export class ClosingTimesResolver {
  constructor(private readonly service: ClosingTimesService) {}

  @Query(() => ClosingTimesAnswer, {
    description: 'Units ranked by time to close, with intervals and groups.',
  })
  async closingTimes(@Args() asked: ClosingTimesArgs, @Asked() caller: Caller): Promise<object> {
    return spoken(await this.service.times(asked, caller), caller.locale)
  }
}
