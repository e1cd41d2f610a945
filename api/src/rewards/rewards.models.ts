import { Field, Float, ID, InputType, Int, ObjectType, createUnionType } from '@nestjs/graphql'
import { BoardList } from '../deadlines/board.models.js'
import { DateScalar } from '../graphql/date.scalar.js'
import { AccidentLevelEnum, ReportClassEnum } from '../graphql/enums.js'
import { Rejection } from '../metrics/metrics.models.js'

@ObjectType({ description: 'A matter of a table, with the fixed amount for it.' })
export class RewardItem {
  @Field(() => ID)
  id!: string

  @Field()
  text!: string

  @Field(() => Float, { description: 'Yuan.' })
  amount!: number
}

@ObjectType()
export class RewardCategory {
  @Field()
  name!: string

  @Field({ description: 'Who takes such reports, checks and handles them.' })
  units!: string

  @Field({ description: 'Where the items were published.' })
  source!: string

  @Field(() => [RewardItem])
  items!: RewardItem[]
}

@ObjectType({ description: 'A version of a text by which rewards are measured.' })
export class RewardStandard {
  @Field(() => ID)
  id!: string

  @Field()
  name!: string

  @Field({ description: 'Why it is tried in this place.' })
  basis!: string

  @Field({ description: 'Where it holds.' })
  place!: string

  @Field(() => DateScalar)
  from!: string

  @Field(() => DateScalar, { nullable: true })
  to!: string | null

  @Field({ description: 'What of it is not known here, or is a setting; empty for nothing.' })
  note!: string

  @Field({ description: 'False: the text is not public, so that nothing of it is here.' })
  isPublic!: boolean

  @Field({ description: 'It is held beside the others and decides nothing.' })
  isReference!: boolean

  @Field(() => [RewardCategory])
  categories!: RewardCategory[]

  @Field(() => [String])
  formulas!: string[]
}

@ObjectType()
export class RewardChoice {
  @Field(() => ID)
  id!: string

  @Field()
  label!: string
}

@ObjectType({ description: 'What the page of rewards is made of; no case is in it.' })
export class RewardBoard {
  @Field(() => [BoardList], { description: 'Lists of cases, to be asked as `actions`.' })
  lists!: BoardList[]

  @Field(() => [RewardStandard], { description: 'In the order in which they are tried.' })
  standards!: RewardStandard[]

  @Field(() => [RewardChoice])
  reportClasses!: RewardChoice[]

  @Field(() => [RewardChoice])
  accidentLevels!: RewardChoice[]
}

// Form only; `parseMatter` is the door that checks what is in it.
@InputType({ description: 'A matter that was found true. Amounts are yuan.' })
export class RewardMatterInput {
  @Field(() => DateScalar, { description: 'Of the decision: the versions of that day are taken.' })
  decidedOn!: string

  @Field(() => ReportClassEnum)
  reportClass!: string

  @Field(() => ID, { nullable: true, description: 'The item of a table that the matter is.' })
  item?: string | null

  @Field(() => Float, { nullable: true })
  fine?: number | null

  @Field(() => AccidentLevelEnum, { nullable: true })
  accidentLevel?: string | null

  @Field(() => Int, { nullable: true })
  concealedDeaths?: number | null

  @Field(() => Boolean, { nullable: true, description: 'Somebody was rewarded for the same matter before.' })
  rewardedAlready?: boolean | null

  @Field(() => Float, { nullable: true, description: 'What was decided, to be held against the texts.' })
  decided?: number | null
}

@ObjectType()
export class RewardStep {
  @Field()
  text!: string

  @Field(() => Float, { nullable: true, description: 'The amount so far.' })
  amount!: number | null
}

@ObjectType({ description: 'How an amount came about, or why there is none.' })
export class RewardReckoning {
  @Field(() => Float, { nullable: true })
  amount!: number | null

  @Field(() => String, { nullable: true, description: 'The text that gave it.' })
  standard!: string | null

  @Field(() => [RewardStep])
  steps!: RewardStep[]
}

@ObjectType({ description: 'What was decided, held against what a text gives.' })
export class RewardDeviation {
  @Field(() => Float)
  decided!: number

  @Field(() => Float)
  amount!: number

  @Field(() => Float, { description: 'decided − amount.' })
  difference!: number

  @Field(() => Float, { nullable: true, description: 'difference ÷ amount.' })
  ratio!: number | null

  @Field({ description: 'Held against the reference, as the own texts give no amount.' })
  againstReference!: boolean

  @Field()
  text!: string
}

@ObjectType({ description: 'What the texts give for a matter. What is decided is for people.' })
export class RewardAdvice {
  @Field(() => RewardReckoning)
  own!: RewardReckoning

  @Field(() => RewardReckoning)
  reference!: RewardReckoning

  @Field(() => RewardDeviation, { nullable: true })
  deviation!: RewardDeviation | null
}

export const RewardAdviceAnswer = createUnionType({
  name: 'RewardAdviceAnswer',
  types: () => [RewardAdvice, Rejection] as const,
  resolveType: (answer: object) => ('code' in answer ? Rejection : RewardAdvice),
})
