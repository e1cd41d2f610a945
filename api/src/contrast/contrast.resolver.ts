import { Args, Query, Resolver } from '@nestjs/graphql'
import { Asked, type Caller } from '../graphql/caller.js'
import { spoken } from '../graphql/spoken.js'
import { ContrastAnswer, ContrastArgs } from './contrast.models.js'
import { ContrastService } from './contrast.service.js'

@Resolver()
export class ContrastResolver {
  constructor(private readonly service: ContrastService) {}

  @Query(() => ContrastAnswer, {
    description: 'Why a number is high: what is commoner in its cases than in others.',
  })
  async contrast(@Args() asked: ContrastArgs, @Asked() caller: Caller): Promise<object> {
    return spoken(await this.service.contrast(asked, caller), caller.locale)
  }
}
