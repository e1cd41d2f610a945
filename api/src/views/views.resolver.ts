import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql'
import { Asked, type Caller } from '../graphql/caller.js'
import { spoken } from '../graphql/spoken.js'
import { RemoveViewAnswer, SaveViewAnswer, SavedView } from './views.models.js'
import { ViewsService } from './views.service.js'

@Resolver()
export class ViewsResolver {
  constructor(private readonly service: ViewsService) {}

  @Query(() => [SavedView], { description: "The saved views of the caller's persona, the newest first." })
  savedViews(@Asked() caller: Caller): Promise<SavedView[]> {
    return this.service.list(caller)
  }

  @Mutation(() => SaveViewAnswer, { description: 'Saves a view; one of that name is replaced.' })
  async saveView(
    @Args('name') name: string,
    @Args('address') address: string,
    @Asked() caller: Caller,
  ): Promise<object> {
    return spoken(await this.service.save(name, address, caller), caller.locale)
  }

  @Mutation(() => RemoveViewAnswer)
  async removeView(@Args('id', { type: () => ID }) id: string, @Asked() caller: Caller): Promise<object> {
    return spoken(await this.service.remove(id, caller), caller.locale)
  }
}
