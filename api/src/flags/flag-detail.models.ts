import { ArgsType, Field, GraphQLISODateTime, ID, ObjectType, createUnionType } from '@nestjs/graphql'
import { CasePage } from '../cases/case.models.js'
import { DateScalar } from '../graphql/date.scalar.js'
import { FlagStateEnum } from '../graphql/enums.js'
import { Rejection } from '../metrics/metrics.models.js'
import { Flag } from './flag.models.js'

@ObjectType()
export class FlagStep {
  @Field(() => FlagStateEnum)
  from!: string

  @Field(() => FlagStateEnum)
  to!: string

  @Field()
  toLabel!: string

  @Field(() => String, { nullable: true, description: 'Null where the role sees no texts.' })
  note!: string | null

  @Field()
  by!: string

  @Field(() => GraphQLISODateTime)
  at!: Date

  @Field(() => DateScalar, { nullable: true })
  snoozedUntil!: string | null
}

@ObjectType({ description: 'A number behind a flag, with what it is.' })
export class FlagNumber {
  @Field()
  label!: string

  @Field()
  text!: string
}

@ObjectType({
  description: 'Where, in what and when the cases of a flag are (举报的关键点); the most frequent first.',
})
export class KeyPoint {
  @Field()
  kind!: string

  @Field()
  label!: string

  @Field(() => [FlagNumber])
  members!: FlagNumber[]
}

@ObjectType()
export class FlagDetail {
  @Field(() => Flag)
  flag!: Flag

  @Field(() => [FlagStep])
  steps!: FlagStep[]

  @Field(() => [FlagStateEnum], { description: 'Where the caller may move it.' })
  next!: string[]

  @Field(() => [FlagNumber])
  numbers!: FlagNumber[]

  @Field(() => [KeyPoint])
  keyPoints!: KeyPoint[]

  @Field(() => String, {
    nullable: true,
    description:
      'Facts for a 提示函, small numbers and enterprises left out; null where the role may not export.',
  })
  draft!: string | null
}

@ArgsType()
export class MoveFlagArgs {
  @Field(() => ID)
  id!: string

  @Field(() => FlagStateEnum, { description: 'Its own state: it is only put off.' })
  to!: string

  @Field({ defaultValue: '' })
  note!: string

  @Field(() => DateScalar, { nullable: true, description: 'Put off until that day.' })
  until?: string | null
}

export const FlagDetailAnswer = createUnionType({
  name: 'FlagDetailAnswer',
  types: () => [FlagDetail, Rejection] as const,
  resolveType: (answer: object) => ('code' in answer ? Rejection : FlagDetail),
})

export const FlagCasesAnswer = createUnionType({
  name: 'FlagCasesAnswer',
  types: () => [CasePage, Rejection] as const,
  resolveType: (answer: object) => ('code' in answer ? Rejection : CasePage),
})
