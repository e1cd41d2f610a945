import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql'
import { Asked, type Caller } from '../graphql/caller.js'
import { spoken } from '../graphql/spoken.js'
import { Basket, BasketAnswer } from './basket.models.js'
import { BasketService } from './basket.service.js'

@Resolver()
export class BasketResolver {
  constructor(private readonly service: BasketService) {}

  @Query(() => Basket)
  basket(@Asked() caller: Caller): Promise<Basket> {
    return this.service.list(caller)
  }

  @Mutation(() => BasketAnswer)
  async addToBasket(@Args('item') item: string, @Asked() caller: Caller): Promise<object> {
    return spoken(await this.service.add(item, caller), caller.locale)
  }

  @Mutation(() => BasketAnswer, {
    description: 'Gives an item a heading of its own; without one it has its finding.',
  })
  async renameInBasket(
    @Args('id', { type: () => ID }) id: string,
    @Args('title', { type: () => String, nullable: true }) title: string | null,
    @Asked() caller: Caller,
  ): Promise<object> {
    return spoken(await this.service.rename(id, title, caller), caller.locale)
  }

  @Mutation(() => BasketAnswer, {
    description: 'These items come first, in this order; what is not named follows.',
  })
  async arrangeBasket(
    @Args('ids', { type: () => [ID] }) ids: string[],
    @Asked() caller: Caller,
  ): Promise<object> {
    return spoken(await this.service.arrange(ids, caller), caller.locale)
  }

  @Mutation(() => BasketAnswer)
  async removeFromBasket(
    @Args('ids', { type: () => [ID] }) ids: string[],
    @Asked() caller: Caller,
  ): Promise<object> {
    return spoken(await this.service.remove(ids, caller), caller.locale)
  }
}
