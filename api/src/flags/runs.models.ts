import { ArgsType, Field, GraphQLISODateTime, ID, Int, ObjectType, createUnionType } from '@nestjs/graphql'
import { DateScalar } from '../graphql/date.scalar.js'
import { BackfillStateEnum } from '../graphql/enums.js'
import { Rejection } from '../metrics/metrics.models.js'
import { FlagNumber } from './flag-detail.models.js'
import { Flag } from './flag.models.js'

@ObjectType({ description: 'One screening of one day, as it is kept.' })
export class ScreeningRun {
  @Field(() => ID)
  id!: string

  @Field(() => DateScalar)
  asOf!: string

  @Field({ description: 'Made later, with what was known on the day (回溯). No flag lives by it.' })
  retrospective!: boolean

  @Field({ description: 'What had been loaded by that day was known; else what had happened by that day.' })
  knownByLoad!: boolean

  @Field(() => Int, { description: 'Everything loaded up to this batch could be seen.' })
  lastBatch!: number

  @Field(() => GraphQLISODateTime, { nullable: true })
  finishedAt!: Date | null

  @Field(() => String, { nullable: true, description: 'Who had it made; null: the nightly run.' })
  by!: string | null

  @Field(() => Int, { description: 'Series that were tested.' })
  tested!: number

  @Field(() => Int)
  alerts!: number

  @Field(() => Int)
  watches!: number
}

@ObjectType({ description: 'An order for past days: where it stands.' })
export class Backfill {
  @Field(() => ID)
  id!: string

  @Field(() => DateScalar)
  from!: string

  @Field(() => DateScalar)
  to!: string

  @Field(() => Int)
  everyDays!: number

  @Field(() => BackfillStateEnum)
  state!: string

  @Field(() => Int, { description: 'Of its days so many are screened.' })
  done!: number

  @Field(() => Int)
  days!: number

  @Field()
  by!: string

  @Field(() => GraphQLISODateTime)
  askedAt!: Date

  @Field(() => GraphQLISODateTime, { nullable: true })
  finishedAt!: Date | null
}

@ObjectType()
export class ScreeningRuns {
  @Field(() => DateScalar, { nullable: true, description: 'Past days are those before it; null: no data.' })
  asOf!: string | null

  @Field(() => DateScalar, { nullable: true })
  firstDay!: string | null

  @Field(() => Int, { description: 'Days of one order at most.' })
  mostDays!: number

  @Field(() => [ScreeningRun], { description: 'The latest day first.' })
  runs!: ScreeningRun[]

  @Field(() => [Backfill], { description: 'The latest first.' })
  backfills!: Backfill[]
}

@ObjectType()
export class ScreeningRunDetail {
  @Field(() => ScreeningRun)
  run!: ScreeningRun

  @Field(() => [Flag], { description: 'As they were found; none of them is looked after.' })
  flags!: Flag[]

  @Field(() => [FlagNumber], { description: 'What it was made with.' })
  thresholds!: FlagNumber[]

  @Field(() => [FlagNumber], { description: 'What was tested, by family.' })
  families!: FlagNumber[]

  @Field(() => Int)
  cases!: number

  @Field(() => Int, { description: '不予受理 by that day.' })
  refused!: number

  @Field(() => Int, { description: 'Repeated by one reporter, and not counted.' })
  repeated!: number

  @Field(() => Int, { description: 'Of 异常举报.' })
  abnormal!: number
}

@ArgsType()
export class StartBackfillArgs {
  @Field(() => DateScalar)
  from!: string

  @Field(() => DateScalar, { description: 'Inclusive; before the last day of the data.' })
  to!: string

  @Field(() => Int, { defaultValue: 1, description: 'Days from one to the next.' })
  everyDays!: number
}

const isRejected = (answer: object): boolean => 'code' in answer

export const ScreeningRunAnswer = createUnionType({
  name: 'ScreeningRunAnswer',
  types: () => [ScreeningRunDetail, Rejection] as const,
  resolveType: (answer: object) => (isRejected(answer) ? Rejection : ScreeningRunDetail),
})

export const BackfillAnswer = createUnionType({
  name: 'BackfillAnswer',
  types: () => [Backfill, Rejection] as const,
  resolveType: (answer: object) => (isRejected(answer) ? Rejection : Backfill),
})
