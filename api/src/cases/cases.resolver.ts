import { Args, ID, Query, Resolver } from '@nestjs/graphql'
import { Asked, type Caller } from '../graphql/caller.js'
import { spoken } from '../graphql/spoken.js'
import { CasePathAnswer } from './case-path.models.js'
import { CasesAnswer, CasesArgs } from './cases.models.js'
import { EnterprisesAnswer, EnterprisesArgs } from './enterprises.models.js'
import { CasesService } from './cases.service.js'

@Resolver()
export class CasesResolver {
  constructor(private readonly service: CasesService) {}

  @Query(() => CasesAnswer, { description: 'The cases behind a number of an answer.' })
  async cases(@Args() args: CasesArgs, @Asked() caller: Caller): Promise<object> {
    return spoken(await this.service.list(args, caller), caller.locale)
  }

  @Query(() => EnterprisesAnswer, { description: 'Enterprises with several of the cases behind a number.' })
  async enterprises(@Args() args: EnterprisesArgs, @Asked() caller: Caller): Promise<object> {
    return spoken(await this.service.enterprises(args, caller), caller.locale)
  }

  @Query(() => CasePathAnswer, { description: 'One case, and how it came about.' })
  async case(@Args('id', { type: () => ID }) id: string, @Asked() caller: Caller): Promise<object> {
    return spoken(await this.service.path(id, caller), caller.locale)
  }
}
