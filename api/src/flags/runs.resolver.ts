import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql'
import { demand } from '../access/demand.js'
import { Asked, type Caller } from '../graphql/caller.js'
import { spoken } from '../graphql/spoken.js'
import { BackfillAnswer, ScreeningRunAnswer, ScreeningRuns, StartBackfillArgs } from './runs.models.js'
import { RunsService } from './runs.service.js'

@Resolver()
export class RunsResolver {
  constructor(private readonly runs: RunsService) {}

  @Query(() => ScreeningRuns, { description: 'The runs of the screening, and the orders for past days.' })
  screeningRuns(@Asked() caller: Caller): Promise<ScreeningRuns> {
    demand(caller.session, 'screenPast')
    return this.runs.list(caller)
  }

  @Query(() => ScreeningRunAnswer, { description: 'A run as it was made.' })
  async screeningRun(@Args('id', { type: () => ID }) id: string, @Asked() caller: Caller): Promise<object> {
    demand(caller.session, 'screenPast')
    return spoken(await this.runs.detail(id, caller), caller.locale)
  }

  @Mutation(() => BackfillAnswer, {
    description:
      'Has past days screened, each with what was known on it (回溯); living flags stay as they are.',
  })
  async startBackfill(@Args() days: StartBackfillArgs, @Asked() caller: Caller): Promise<object> {
    demand(caller.session, 'screenPast')
    return spoken(await this.runs.start(days, caller), caller.locale)
  }

  @Mutation(() => BackfillAnswer, { description: 'Ends an order for past days; what is screened is kept.' })
  async cancelBackfill(@Args('id', { type: () => ID }) id: string, @Asked() caller: Caller): Promise<object> {
    demand(caller.session, 'screenPast')
    return spoken(await this.runs.cancel(id, caller), caller.locale)
  }
}
