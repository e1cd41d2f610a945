import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql'
import { demand } from '../access/demand.js'
import { Asked, type Caller } from '../graphql/caller.js'
import { spoken } from '../graphql/spoken.js'
import {
  ActionsAnswer,
  ActionsArgs,
  EscalationAnswer,
  EscalationInput,
  UrgeAnswer,
  UrgeInput,
} from './actions.models.js'
import { ActionsService } from './actions.service.js'
import { ClockBoardAnswer } from './board.models.js'
import { BoardService } from './board.service.js'
import { SupervisionService } from './supervision.service.js'

@Resolver()
export class DeadlinesResolver {
  constructor(
    private readonly boards: BoardService,
    private readonly lists: ActionsService,
    private readonly supervision: SupervisionService,
  ) {}

  @Query(() => ClockBoardAnswer, { description: 'The limits of the office, its rules, and what to ask for.' })
  async clockBoard(@Asked() caller: Caller): Promise<object> {
    return spoken(await this.boards.board(caller.locale), caller.locale)
  }

  @Query(() => ActionsAnswer, { description: 'Cases on which somebody has to act.' })
  async actions(@Args() { which, ...page }: ActionsArgs, @Asked() caller: Caller): Promise<object> {
    return spoken(await this.lists.list(which, page, caller), caller.locale)
  }

  @Mutation(() => UrgeAnswer, { description: 'Writes down that the unit which has a case was urged.' })
  async urge(@Args('urge') urge: UrgeInput, @Asked() caller: Caller): Promise<object> {
    demand(caller.session, 'supervise')
    return spoken(await this.supervision.urge(urge, caller), caller.locale)
  }

  @Mutation(() => UrgeAnswer, { description: 'Writes down what the unit answered; once.' })
  async answerUrge(
    @Args('id', { type: () => ID }) id: string,
    @Args('text') text: string,
    @Asked() caller: Caller,
  ): Promise<object> {
    demand(caller.session, 'answerUrges')
    return spoken(await this.supervision.answerUrge(id, text, caller), caller.locale)
  }

  @Mutation(() => EscalationAnswer)
  async escalate(@Args('escalation') escalation: EscalationInput, @Asked() caller: Caller): Promise<object> {
    demand(caller.session, 'supervise')
    return spoken(await this.supervision.escalate(escalation, caller), caller.locale)
  }

  @Mutation(() => EscalationAnswer)
  async endEscalation(@Args('id', { type: () => ID }) id: string, @Asked() caller: Caller): Promise<object> {
    demand(caller.session, 'supervise')
    return spoken(await this.supervision.endEscalation(id, caller), caller.locale)
  }
}
