import { Field, GraphQLISODateTime, ID, ObjectType, createUnionType } from '@nestjs/graphql'
import { Rejection } from '../metrics/metrics.models.js'

@ObjectType({ description: 'A picture that is to come into a briefing; it holds the question, no number.' })
export class BasketItem {
  @Field(() => ID)
  id!: string

  @Field({ description: 'An item of an export order (POST /exports), as JSON.' })
  item!: string

  @Field(() => GraphQLISODateTime)
  addedAt!: Date
}

@ObjectType({ description: "The basket of the caller's persona (简报素材), in its order." })
export class Basket {
  @Field(() => [BasketItem])
  items!: BasketItem[]
}

export const BasketAnswer = createUnionType({
  name: 'BasketAnswer',
  types: () => [Basket, Rejection] as const,
  resolveType: (answer: object) => ('code' in answer ? Rejection : Basket),
})
