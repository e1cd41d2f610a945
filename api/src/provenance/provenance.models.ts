import { Field, GraphQLISODateTime, ID, Int, ObjectType, createUnionType } from '@nestjs/graphql'
import { DateScalar } from '../graphql/date.scalar.js'
import { MeasureIdEnum } from '../graphql/enums.js'
import { Rejection } from '../metrics/metrics.models.js'

@ObjectType()
export class Definition {
  @Field(() => MeasureIdEnum)
  id!: string

  @Field()
  label!: string

  @Field()
  description!: string

  @Field()
  formula!: string

  @Field(() => String, { nullable: true })
  denominator!: string | null

  @Field()
  unit!: string

  @Field({ description: 'The date that decides to which period a case belongs (归属日期).' })
  time!: string

  @Field()
  basis!: string
}

@ObjectType()
export class StatementParam {
  @Field()
  name!: string

  @Field({ description: 'JSON.' })
  value!: string
}

@ObjectType({ description: 'What the warehouse was asked, with its values apart.' })
export class Statement {
  @Field()
  text!: string

  @Field(() => [StatementParam])
  params!: StatementParam[]
}

@ObjectType('SourceBatch', { description: 'One load of one file from which cases of the answer come.' })
export class Batch {
  @Field(() => Int)
  id!: number

  @Field()
  source!: string

  @Field({ description: "'' where the role does not see the loads." })
  fileName!: string

  @Field()
  fileSha256!: string

  @Field(() => GraphQLISODateTime, { nullable: true })
  loadedAt!: Date | null

  @Field(() => DateScalar, { nullable: true })
  asOf!: string | null

  @Field(() => Int, {
    nullable: true,
    description: 'Cases of the answer in it; null where small cells are hidden.',
  })
  cases!: number | null
}

@ObjectType({ description: 'How the numbers of an answer came about.' })
export class Provenance {
  @Field(() => ID)
  id!: string

  @Field(() => GraphQLISODateTime)
  askedAt!: Date

  @Field(() => DateScalar)
  asOf!: string

  @Field(() => Int, { description: 'Everything loaded up to this batch was seen.' })
  lastBatch!: number

  @Field({ description: 'Nothing was loaded since.' })
  isCurrent!: boolean

  @Field()
  period!: string

  @Field(() => [String])
  comparisons!: string[]

  @Field(() => [String])
  dimensions!: string[]

  @Field(() => [Definition])
  measures!: Definition[]

  @Field(() => [String], { description: 'Scope and filters, in words; all of them hold.' })
  conditions!: string[]

  @Field({ description: 'Small cells are hidden in the answer.' })
  hidesSmall!: boolean

  @Field(() => Statement)
  statement!: Statement

  @Field(() => Int, {
    nullable: true,
    description:
      'Cases of the period that the answer rests on, each once; null where small cells are hidden.',
  })
  cases!: number | null

  @Field(() => [Batch])
  batches!: Batch[]
}

export const ProvenanceAnswer = createUnionType({
  name: 'ProvenanceAnswer',
  types: () => [Provenance, Rejection] as const,
  resolveType: (answer: object) => ('code' in answer ? Rejection : Provenance),
})
