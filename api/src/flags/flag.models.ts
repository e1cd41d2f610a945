import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql'
import { DateScalar } from '../graphql/date.scalar.js'
import { FlagLevelEnum, FlagRuleEnum, FlagStateEnum, FlagWordEnum } from '../graphql/enums.js'

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
