import { Field, GraphQLISODateTime, Int, ObjectType, createUnionType } from '@nestjs/graphql'
import { Rejection } from '../metrics/metrics.models.js'
import { Case } from './case.models.js'

@ObjectType({ description: 'A row of a source file, and what became of it.' })
export class SourceRow {
  @Field(() => Int)
  batch!: number

  @Field({ description: "'' where the role does not see the loads." })
  fileName!: string

  @Field(() => GraphQLISODateTime, { nullable: true })
  loadedAt!: Date | null

  @Field(() => Int)
  rowNo!: number

  @Field()
  source!: string

  @Field()
  caseNo!: string

  @Field({ description: '已入库, 重复, 隔离.' })
  outcome!: string

  @Field(() => [String])
  reasons!: string[]
}

@ObjectType({ description: 'A state of the case as a batch brought it.' })
export class CaseVersion {
  @Field(() => Int)
  batch!: number

  @Field(() => GraphQLISODateTime, { nullable: true })
  loadedAt!: Date | null

  @Field()
  state!: string

  @Field()
  result!: string

  @Field()
  department!: string
}

@ObjectType({ description: 'The way of a case: where it came from, what became of it.' })
export class CasePath {
  @Field(() => Case)
  case!: Case

  @Field(() => [SourceRow])
  sourceRows!: SourceRow[]

  @Field(() => [CaseVersion])
  versions!: CaseVersion[]
}

export const CasePathAnswer = createUnionType({
  name: 'CasePathAnswer',
  types: () => [CasePath, Rejection] as const,
  resolveType: (answer: object) => ('code' in answer ? Rejection : CasePath),
})
