import { ArgsType, Field, Float, ID, Int, ObjectType, createUnionType } from '@nestjs/graphql'
import { AgainstEnum, DimensionIdEnum } from '../graphql/enums.js'
import { FilterInput, PeriodInput } from '../metrics/metrics.input.js'
import { Rejection } from '../metrics/metrics.models.js'
import type { Against } from './against.js'

@ArgsType()
export class ContrastArgs {
  @Field(() => PeriodInput)
  period!: PeriodInput

  @Field(() => [FilterInput], { description: 'What is looked at.' })
  filters!: FilterInput[]

  @Field(() => AgainstEnum)
  against!: Against
}

@ObjectType({ description: 'What is more or less common in the cases looked at.' })
export class ContrastedMember {
  @Field(() => DimensionIdEnum)
  dimension!: string

  @Field(() => ID)
  code!: string

  @Field()
  label!: string

  @Field(() => Int, { description: 'Cases looked at.' })
  here!: number

  @Field(() => Int, { description: 'Cases that they are held against.' })
  there!: number

  @Field(() => Float, { description: 'Cases here, were it as there.' })
  expected!: number

  @Field(() => Float, { nullable: true, description: 'Share or rate here ÷ there; null: none there.' })
  ratio!: number | null

  @Field(() => Float, { nullable: true, description: 'With `upper`: 95 % interval of the ratio.' })
  lower!: number | null

  @Field(() => Float, { nullable: true })
  upper!: number | null

  @Field(() => Float, { description: 'Two-sided, of this member alone.' })
  p!: number

  @Field(() => Float, { description: 'Adjusted for all that was tested (Benjamini–Hochberg).' })
  q!: number

  @Field({ description: 'q is at most 0.05: more than chance.' })
  isSure!: boolean
}

@ObjectType({ description: 'The cases looked at, held against others: what makes them more.' })
export class Contrast {
  @Field({ description: 'What was found, in a sentence.' })
  finding!: string

  @Field({ description: 'The period of the cases looked at.' })
  periodLabel!: string

  @Field({ description: 'What they are held against.' })
  againstLabel!: string

  @Field(() => Int, { description: 'Cases looked at.' })
  here!: number

  @Field(() => Int, { description: 'Cases that they are held against.' })
  there!: number

  @Field(() => Int, { description: 'Enterprises that the cases looked at are about.' })
  enterprises!: number

  @Field(() => Int, { description: 'Cases about the commonest of these.' })
  most!: number

  @Field(() => Int, { description: 'Members that were tested.' })
  tested!: number

  @Field(() => [ContrastedMember], { description: 'The sure ones first, by how many cases they differ.' })
  members!: ContrastedMember[]
}

export const ContrastAnswer = createUnionType({
  name: 'ContrastAnswer',
  types: () => [Contrast, Rejection] as const,
  resolveType: (answer: object) => ('message' in answer ? Rejection : Contrast),
})
