import { ArgsType, Field, Float, ID, Int, ObjectType, createUnionType } from '@nestjs/graphql'
import { TimeGroupEnum } from '../graphql/enums.js'
import { FilterInput, PeriodInput } from '../metrics/metrics.input.js'
import { Rejection } from '../metrics/metrics.models.js'

@ArgsType()
export class ClosingTimesArgs {
  @Field(() => PeriodInput)
  period!: PeriodInput

  @Field(() => [FilterInput], { defaultValue: [] })
  filters!: FilterInput[]
}

@ObjectType({ description: 'How long the cases of a unit take, and which ranks it may truly have.' })
export class UnitTime {
  @Field(() => ID)
  code!: string

  @Field()
  label!: string

  @Field(() => Int, { description: 'Cases closed in the period.' })
  cases!: number

  @Field(() => Float, { description: 'Of what was counted, days.' })
  median!: number

  @Field(() => Float, {
    description:
      'Days of a typical case (geometric mean), were its issues those of all units; drawn to them.',
  })
  estimate!: number

  @Field(() => Float, { description: 'With `upper`: holds the true value with probability 95 %.' })
  lower!: number

  @Field(() => Float)
  upper!: number

  @Field(() => Float, { description: 'The rank that is to be expected, 1 the fastest.' })
  rank!: number

  @Field(() => Int, { description: 'With `lastRank`: holds the true rank with probability 95 %.' })
  firstRank!: number

  @Field(() => Int)
  lastRank!: number

  @Field(() => TimeGroupEnum)
  group!: string
}

@ObjectType({ description: 'Units by how long their cases take, the fastest first.' })
export class ClosingTimes {
  @Field()
  periodLabel!: string

  @Field({ description: 'What the table says, in a sentence.' })
  finding!: string

  @Field(() => Float, { nullable: true, description: 'Days of a typical case in the typical unit.' })
  typical!: number | null

  @Field({ description: 'False: the units differ no more than chance makes equal units differ.' })
  isDetectable!: boolean

  @Field(() => [UnitTime])
  units!: UnitTime[]

  @Field(() => [String], { description: 'Units of fewer than 5 cases, which are not ranked.' })
  tooFew!: string[]
}

export const ClosingTimesAnswer = createUnionType({
  name: 'ClosingTimesAnswer',
  types: () => [ClosingTimes, Rejection] as const,
  resolveType: (answer: object) => ('code' in answer ? Rejection : ClosingTimes),
})
