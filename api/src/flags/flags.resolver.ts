import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql'
import { demand } from '../access/demand.js'
import { Asked, type Caller } from '../graphql/caller.js'
import { spoken } from '../graphql/spoken.js'
import { FlagBoardAnswer } from './flag-board.models.js'
import { FlagCasesAnswer, FlagDetailAnswer, MoveFlagArgs } from './flag-detail.models.js'
import { FlagsService } from './flags.service.js'

@Resolver()
export class FlagsResolver {
  constructor(private readonly flags: FlagsService) {}

  @Query(() => FlagBoardAnswer, {
    description: 'What deserves a look (研判), of the cases that the caller sees.',
  })
  async flagBoard(@Asked() caller: Caller): Promise<object> {
    return spoken(await this.flags.board(caller), caller.locale)
  }

  @Query(() => FlagDetailAnswer, { description: 'A flag, its numbers, and what was done about it.' })
  async flag(@Args('id', { type: () => ID }) id: string, @Asked() caller: Caller): Promise<object> {
    return spoken(await this.flags.detail(id, caller), caller.locale)
  }

  @Query(() => FlagCasesAnswer, { description: 'The latest cases of a flag, 100 at most.' })
  async flagCases(@Args('id', { type: () => ID }) id: string, @Asked() caller: Caller): Promise<object> {
    return spoken(await this.flags.list(id, caller), caller.locale)
  }

  @Mutation(() => FlagDetailAnswer, { description: 'Moves a flag on in its life, or puts it off.' })
  async moveFlag(@Args() move: MoveFlagArgs, @Asked() caller: Caller): Promise<object> {
    demand(caller.session, 'supervise')
    return spoken(await this.flags.move(move, caller), caller.locale)
  }
}
