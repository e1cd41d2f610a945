import { Field, GraphQLISODateTime, Int, ObjectType, createUnionType } from '@nestjs/graphql'
import { MapLevelEnum } from '../graphql/enums.js'
import { Rejection } from '../metrics/metrics.models.js'

@ObjectType({
  description: 'Boundaries of the areas of one level, loaded from `/maps/<hash>.json` (TopoJSON).',
})
export class BoundaryMap {
  @Field(() => MapLevelEnum)
  level!: string

  @Field({ description: 'SHA-256 of the TopoJSON; what is behind it never changes.' })
  hash!: string

  @Field(() => Int)
  areas!: number

  @Field({ description: 'WGS-84, CGCS2000 or GCJ-02.' })
  coordinates!: string

  @Field({ description: 'Points of the office’s lists (WGS-84) may be drawn over it.' })
  takesPoints!: boolean

  @Field({ description: '审图号, printed on the map; empty for a map that has none and is marked 示意图.' })
  reviewNumber!: string

  @Field({ description: 'Where the file is from, as it was declared.' })
  origin!: string

  @Field()
  fileName!: string

  @Field(() => GraphQLISODateTime)
  putAt!: Date
}

@ObjectType()
export class RemovedMap {
  @Field(() => MapLevelEnum)
  level!: string
}

export const RemoveMapAnswer = createUnionType({
  name: 'RemoveMapAnswer',
  types: () => [RemovedMap, Rejection] as const,
  resolveType: (answer: object) => ('code' in answer ? Rejection : RemovedMap),
})
