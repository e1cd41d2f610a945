import { Field, GraphQLISODateTime, ID, ObjectType, createUnionType } from '@nestjs/graphql'
import { Rejection } from '../metrics/metrics.models.js'

@ObjectType({ description: 'An address of the explore page under a name.' })
export class SavedView {
  @Field(() => ID)
  id!: string

  @Field()
  name!: string

  @Field({ description: "The query part of the page's address." })
  address!: string

  @Field(() => GraphQLISODateTime)
  savedAt!: Date
}

@ObjectType()
export class RemovedView {
  @Field(() => ID)
  id!: string
}

export const SaveViewAnswer = createUnionType({
  name: 'SaveViewAnswer',
  types: () => [SavedView, Rejection] as const,
  resolveType: (answer: object) => ('code' in answer ? Rejection : SavedView),
})

export const RemoveViewAnswer = createUnionType({
  name: 'RemoveViewAnswer',
  types: () => [RemovedView, Rejection] as const,
  resolveType: (answer: object) => ('code' in answer ? Rejection : RemovedView),
})
