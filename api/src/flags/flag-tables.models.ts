import { Field, Float, Int, ObjectType } from '@nestjs/graphql'
import { DateScalar } from '../graphql/date.scalar.js'

@ObjectType({ description: 'A combination that is more frequent than its parts explain.' })
export class FlagCombination {
  @Field()
  title!: string

  @Field()
  row!: string

  @Field()
  rowLabel!: string

  @Field()
  issue!: string

  @Field()
  issueLabel!: string

  @Field({ description: 'The row is a sector; else an area.' })
  isSector!: boolean

  @Field(() => Int)
  observed!: number

  @Field(() => Float)
  expected!: number

  @Field(() => Float)
  quotient!: number

  @Field(() => Float)
  lower!: number

  @Field(() => Float)
  upper!: number

  @Field(() => Int)
  enterprises!: number

  @Field(() => Int)
  quarters!: number
}

@ObjectType({ description: 'A series of months and whether it rises.' })
export class FlagRise {
  @Field()
  title!: string

  @Field(() => DateScalar)
  start!: string

  @Field(() => [Int])
  counts!: number[]

  @Field(() => Float, {
    description: 'How many more a month has after a year (Sen), with its 95 % interval.',
  })
  slope!: number

  @Field(() => Float)
  lower!: number

  @Field(() => Float)
  upper!: number

  @Field(() => Float)
  p!: number

  @Field(() => Float)
  q!: number

  @Field(() => Int, { description: 'Of the last three months.' })
  latest!: number

  @Field(() => Int, { description: 'Of the same months of last year.' })
  earlier!: number

  @Field({ description: 'All conditions of 倾向性 hold.' })
  holds!: boolean
}

@ObjectType({ description: 'A sector in the last 90 days.' })
export class FlagSector {
  @Field()
  industry!: string

  @Field()
  label!: string

  @Field(() => Int)
  cases!: number

  @Field(() => Int, { description: 'The same days of last year.' })
  before!: number

  @Field(() => Int)
  enterprises!: number

  @Field(() => Float, { description: 'As if so many areas had equal parts.' })
  effectiveRegions!: number

  @Field()
  topRegion!: string

  @Field(() => Int)
  topCases!: number

  @Field(() => [String], { description: 'Units that supervise it, the competent one first.' })
  departments!: string[]

  @Field(() => Int, { description: 'Flags of it that are not over.' })
  flags!: number
}

@ObjectType({ description: 'A rule of 研判 in force.' })
export class FlagRuleText {
  @Field()
  name!: string

  @Field()
  text!: string

  @Field({ description: 'The office’s own, not yet decided (拟).' })
  proposed!: boolean
}
