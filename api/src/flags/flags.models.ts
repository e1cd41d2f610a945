import {
  ArgsType,
  Field,
  Float,
  GraphQLISODateTime,
  ID,
  Int,
  ObjectType,
  createUnionType,
} from '@nestjs/graphql'
import { CasePage } from '../cases/cases.models.js'
import { DateScalar } from '../graphql/date.scalar.js'
import { FlagLevelEnum, FlagRuleEnum, FlagStateEnum, FlagWordEnum } from '../graphql/enums.js'
import { Rejection } from '../metrics/metrics.models.js'
import { FlagCombination, FlagRise, FlagRuleText, FlagSector } from './flag-tables.models.js'

@ObjectType({
  description: 'Counts of equal periods up to the end of what was judged, for the picture of a flag.',
})
export class FlagSeries {
  @Field(() => [DateScalar], { description: 'First days of the periods.' })
  starts!: string[]

  @Field(() => [Int])
  counts!: number[]

  @Field(() => [Float], { nullable: 'itemsAndList' })
  expected!: (number | null)[]

  @Field(() => [Float], {
    nullable: 'itemsAndList',
    description: 'Counts above are more than chance explains.',
  })
  upper!: (number | null)[]

  @Field({ description: 'The periods are months of the calendar.' })
  monthly!: boolean
}

@ObjectType({ description: 'What a flag would be without the reports of 异常举报 (通知第9项).' })
export class FlagWithoutAbnormal {
  @Field({ description: 'It would still be one.' })
  holds!: boolean

  @Field(() => Int, { nullable: true, description: 'Null where it is hidden.' })
  observed!: number | null

  @Field(() => FlagLevelEnum, { nullable: true, description: 'Null where it would be none.' })
  level!: string | null

  @Field(() => String, { nullable: true })
  levelLabel!: string | null

  @Field({ description: 'What a leader reads then; why it falls away where it does.' })
  sentence!: string

  @Field(() => FlagSeries, { nullable: true })
  series!: FlagSeries | null
}

@ObjectType({
  description: 'Something that was found and deserves a look (研判), as far as it was looked after.',
})
export class Flag {
  @Field(() => ID)
  id!: string

  @Field(() => FlagWordEnum)
  word!: string

  @Field()
  wordLabel!: string

  @Field(() => FlagLevelEnum)
  level!: string

  @Field()
  levelLabel!: string

  @Field(() => FlagRuleEnum)
  rule!: string

  @Field()
  ruleLabel!: string

  @Field(() => FlagStateEnum)
  state!: string

  @Field()
  stateLabel!: string

  @Field({ description: 'What it is about.' })
  title!: string

  @Field({ description: 'What a leader reads.' })
  sentence!: string

  @Field(() => DateScalar)
  from!: string

  @Field(() => DateScalar)
  to!: string

  @Field(() => DateScalar, { description: 'Day of the data on which it was found first.' })
  firstDay!: string

  @Field(() => DateScalar)
  lastDay!: string

  @Field({ description: 'The newest screening found it again.' })
  ongoing!: boolean

  @Field(() => Int, { nullable: true, description: 'Null where it is hidden.' })
  observed!: number | null

  @Field(() => Float, { nullable: true })
  expected!: number | null

  @Field(() => [String], { description: 'Codes of its areas; none: everywhere.' })
  regions!: string[]

  @Field({ description: "Code of its sector, '' for every one." })
  industry!: string

  @Field({ description: "Code of its issue, '' for every one." })
  issue!: string

  @Field(() => String, {
    nullable: true,
    description: 'Null where there is none, or the role does not see it.',
  })
  enterprise!: string | null

  @Field(() => [String], { description: 'Why it is to be trusted less.' })
  cautions!: string[]

  @Field(() => FlagWithoutAbnormal, {
    nullable: true,
    description: 'Null where no abnormal report is among its cases.',
  })
  withoutAbnormal!: FlagWithoutAbnormal | null

  @Field(() => [String], { description: 'What the same cases show as well.' })
  also!: string[]

  @Field(() => [String], { description: 'Who is responsible: competent units of the sector, then the area.' })
  departments!: string[]

  @Field(() => DateScalar, { nullable: true })
  snoozedUntil!: string | null

  @Field(() => FlagSeries, { nullable: true })
  series!: FlagSeries | null
}

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

const isRejected = (answer: object): boolean => 'code' in answer

export const FlagBoardAnswer = createUnionType({
  name: 'FlagBoardAnswer',
  types: () => [FlagBoard, Rejection] as const,
  resolveType: (answer: object) => (isRejected(answer) ? Rejection : FlagBoard),
})

export const FlagDetailAnswer = createUnionType({
  name: 'FlagDetailAnswer',
  types: () => [FlagDetail, Rejection] as const,
  resolveType: (answer: object) => (isRejected(answer) ? Rejection : FlagDetail),
})

export const FlagCasesAnswer = createUnionType({
  name: 'FlagCasesAnswer',
  types: () => [CasePage, Rejection] as const,
  resolveType: (answer: object) => (isRejected(answer) ? Rejection : CasePage),
})
