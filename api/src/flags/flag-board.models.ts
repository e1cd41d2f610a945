import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType, createUnionType } from '@nestjs/graphql'
import { DateScalar } from '../graphql/date.scalar.js'
import { Rejection } from '../metrics/metrics.models.js'
import { FlagNumber } from './flag-detail.models.js'
import { FlagCombination, FlagRise, FlagRuleText, FlagSector } from './flag-tables.models.js'
import { Flag } from './flag.models.js'

@ObjectType()
export class FlagBoard {
  @Field(() => DateScalar)
  asOf!: string

  @Field(() => ID)
  screening!: string

  @Field(() => GraphQLISODateTime, { nullable: true })
  screenedAt!: Date | null

  @Field({ description: 'What had been loaded by that day was known; else what had happened by that day.' })
  knownByLoad!: boolean

  @Field(() => Int, { description: 'Series that were tested.' })
  tested!: number

  @Field(() => Float, { description: 'False alarms of the level 提醒 that are to be expected in a year.' })
  alertsPerYear!: number

  @Field(() => Int, {
    nullable: true,
    description: 'Cases that were looked at; null where the role sees a part.',
  })
  cases!: number | null

  @Field(() => Int, { nullable: true, description: 'Repeated by one reporter, and not counted.' })
  repeated!: number | null

  @Field(() => Int, { nullable: true, description: 'Of 异常举报.' })
  abnormal!: number | null

  @Field(() => [Flag])
  flags!: Flag[]

  @Field(() => [FlagCombination])
  combinations!: FlagCombination[]

  @Field(() => [FlagRise])
  rises!: FlagRise[]

  @Field(() => [FlagSector])
  sectors!: FlagSector[]

  @Field(() => [FlagNumber], { description: 'Important leads of the last days by rule.' })
  leads!: FlagNumber[]

  @Field(() => [String], { description: 'Rules of leads for which the data have no field.' })
  notCarried!: string[]

  @Field(() => [FlagRuleText])
  rules!: FlagRuleText[]
}

export const FlagBoardAnswer = createUnionType({
  name: 'FlagBoardAnswer',
  types: () => [FlagBoard, Rejection] as const,
  resolveType: (answer: object) => ('code' in answer ? Rejection : FlagBoard),
})
