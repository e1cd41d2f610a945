import { Field, Float, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql'
import {
  AssessmentEntryKindEnum,
  AssessmentStateEnum,
  FairGroupEnum,
  MeasureIdEnum,
  ValueStateEnum,
} from '../graphql/enums.js'

@ObjectType({ description: 'One version of a quarter, as it can be chosen.' })
export class AssessmentHead {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  version!: number

  @Field(() => AssessmentStateEnum)
  state!: string

  @Field()
  stateLabel!: string
}

@ObjectType()
export class AssessedQuarter {
  @Field({ description: 'E.g. `2026Q3`.' })
  id!: string

  @Field()
  label!: string

  @Field(() => [AssessmentHead], { description: 'The newest first.' })
  versions!: AssessmentHead[]

  @Field({ description: 'Its last day lies before the as-of day, and it has no version yet.' })
  closable!: boolean
}

@ObjectType({ description: 'Who did what with a version, and when.' })
export class AssessmentStep {
  @Field()
  label!: string

  @Field()
  by!: string

  @Field(() => GraphQLISODateTime)
  at!: Date

  @Field()
  reason!: string
}

@ObjectType({ description: 'A frozen version.' })
export class AssessmentVersion extends AssessmentHead {
  @Field({ description: 'The data is complete up to this day.' })
  asOf!: string

  @Field(() => Int)
  lastBatch!: number

  @Field(() => String, { nullable: true })
  calendarUntil!: string | null

  @Field({ description: 'SHA-256 of the table.' })
  hash!: string

  @Field(() => String, { nullable: true, description: 'The last day on which units may object.' })
  objectionsUntil!: string | null

  @Field()
  isLatest!: boolean

  @Field(() => [AssessmentStep])
  steps!: AssessmentStep[]
}

@ObjectType({ description: 'What a rule takes from a unit.' })
export class RuleTaken {
  @Field()
  label!: string

  @Field(() => Int)
  count!: number

  @Field(() => Float)
  points!: number

  @Field({ description: 'More than the cap.' })
  capped!: boolean
}

@ObjectType({ description: 'A rate beside the score, with what chance leaves of it.' })
export class UnitRate {
  @Field(() => MeasureIdEnum)
  measure!: string

  @Field(() => ValueStateEnum)
  state!: string

  @Field(() => Int, { nullable: true, description: 'Null where it is hidden.' })
  n!: number | null

  @Field(() => Float, { nullable: true, description: '0–1.' })
  share!: number | null

  @Field(() => Float, { nullable: true, description: '95 % by Wilson.' })
  lower!: number | null

  @Field(() => Float, { nullable: true })
  upper!: number | null

  @Field(() => Float, { nullable: true, description: 'Cases of the counted side.' })
  observed!: number | null

  @Field(() => Float, { nullable: true, description: 'As many as cases of its kinds have everywhere.' })
  expected!: number | null

  @Field(() => FairGroupEnum, { nullable: true })
  group!: string | null

  @Field(() => String, { nullable: true })
  groupLabel!: string | null

  @Field(() => Int, { nullable: true, description: 'The best place that it may truly have, with 95 %.' })
  rankFrom!: number | null

  @Field(() => Int, { nullable: true })
  rankTo!: number | null
}

@ObjectType()
export class PastRank {
  @Field()
  quarter!: string

  @Field()
  label!: string

  @Field(() => Int, { nullable: true, description: 'Null: 无办件, or no version that the caller may see.' })
  rank!: number | null

  @Field({ description: 'There is a version.' })
  isKnown!: boolean
}

@ObjectType()
export class RankedUnit {
  @Field(() => ID)
  code!: string

  @Field()
  name!: string

  @Field(() => Int, { nullable: true, description: 'Null: 无办件.' })
  rank!: number | null

  @Field(() => Float)
  score!: number

  @Field(() => Float)
  deducted!: number

  @Field(() => Int, { nullable: true, description: 'Null where it is hidden: fewer than 3.' })
  handled!: number | null

  @Field(() => [RuleTaken], {
    nullable: true,
    description: 'For whoever assesses, and the unit itself: leaks are for nobody else.',
  })
  taken!: RuleTaken[] | null

  @Field(() => [UnitRate])
  rates!: UnitRate[]

  @Field(() => [PastRank], { description: 'The four quarters before, the earliest first.' })
  past!: PastRank[]

  @Field(() => Int, { nullable: true, description: 'Signs of work for the numbers; for whoever assesses.' })
  signs!: number | null

  @Field({ description: "The caller's own unit." })
  isOwn!: boolean
}

@ObjectType({ description: 'How far chance explains the differences of a rate in a league.' })
export class LeagueFairness {
  @Field(() => MeasureIdEnum)
  measure!: string

  @Field()
  label!: string

  @Field()
  sentence!: string

  @Field()
  isDetectable!: boolean

  @Field({ description: 'What is counted, observed and expected: late cases, …' })
  counted!: string

  @Field()
  aheadLabel!: string

  @Field()
  withinLabel!: string

  @Field()
  behindLabel!: string
}

@ObjectType()
export class League {
  @Field(() => ID)
  id!: string

  @Field()
  name!: string

  @Field(() => [RankedUnit])
  units!: RankedUnit[]

  @Field(() => [LeagueFairness])
  fairness!: LeagueFairness[]
}

@ObjectType({ description: 'What points are deducted for.' })
export class DeductionRule {
  @Field(() => ID)
  id!: string

  @Field()
  text!: string

  @Field({ description: 'Points, cap and exemptions in words.' })
  terms!: string

  @Field()
  basis!: string

  @Field()
  from!: string

  @Field(() => String, { nullable: true })
  to!: string | null

  @Field({ description: '待定.' })
  proposed!: boolean
}

// Form only; the service checks what is in it.
@InputType()
export class AssessmentEntryInput {
  @Field(() => AssessmentEntryKindEnum)
  kind!: string

  @Field(() => ID)
  unit!: string

  @Field()
  day!: string

  @Field()
  documentNo!: string

  @Field({ defaultValue: '' })
  text!: string
}

@InputType()
export class ObjectionInput {
  @Field(() => ID)
  assessment!: string

  @Field(() => ID)
  rule!: string

  @Field(() => ID, { description: 'The case, or the entry of a leak.' })
  subject!: string

  @Field()
  reason!: string
}
