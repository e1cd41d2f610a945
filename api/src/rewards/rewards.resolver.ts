import { Args, Query, Resolver } from '@nestjs/graphql'
import { Asked, type Caller } from '../graphql/caller.js'
import { spoken } from '../graphql/spoken.js'
import { RewardAdviceAnswer, RewardBoard, RewardMatterInput } from './rewards.models.js'
import { RewardsService } from './rewards.service.js'

@Resolver()
export class RewardsResolver {
  constructor(private readonly rewards: RewardsService) {}

  @Query(() => RewardBoard, { description: 'The texts by which rewards are measured, and what to ask for.' })
  rewardBoard(@Asked() { locale }: Caller): RewardBoard {
    return this.rewards.board(locale)
  }

  @Query(() => RewardAdviceAnswer, {
    description: 'What the texts give for a matter, step by step. No case is read.',
  })
  rewardAdvice(@Args('matter') matter: RewardMatterInput, @Asked() { locale }: Caller): object {
    return spoken(this.rewards.advise(matter, locale), locale)
  }
}
