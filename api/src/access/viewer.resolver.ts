import { Mutation, Query, Resolver } from '@nestjs/graphql'
import { Asked, type Caller } from '../graphql/caller.js'
import { SignIn } from './sign-in.js'
import { Viewer } from './viewer.models.js'
import { ViewerService } from './viewer.service.js'

@Resolver()
export class ViewerResolver {
  constructor(
    private readonly service: ViewerService,
    private readonly signIn: SignIn,
  ) {}

  @Query(() => Viewer)
  viewer(@Asked() { session, locale }: Caller): Viewer {
    return this.service.viewer(session, locale)
  }

  @Mutation(() => Boolean, { description: 'Ends the session of the caller.' })
  async signOut(@Asked() { session }: Caller): Promise<boolean> {
    await this.signIn.end(session)
    return true
  }
}
