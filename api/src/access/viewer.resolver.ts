import { Field, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql'
import { Asked, type Caller } from '../graphql/caller.js'
import { PERSONAS } from './session.js'
import { SignIn } from './sign-in.js'

@ObjectType()
export class Viewer {
  @Field()
  persona!: string

  @Field()
  name!: string
}

@Resolver()
export class ViewerResolver {
  constructor(private readonly signIn: SignIn) {}

  @Query(() => Viewer)
  viewer(@Asked() { session, locale }: Caller): Viewer {
    return { persona: session.persona, name: PERSONAS[session.persona].name[locale] }
  }

  @Mutation(() => Boolean, { description: 'Ends the session of the caller.' })
  async signOut(@Asked() { session }: Caller): Promise<boolean> {
    await this.signIn.end(session)
    return true
  }
}
