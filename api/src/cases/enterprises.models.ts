import { ArgsType, Field, Int, ObjectType, createUnionType } from '@nestjs/graphql'
import { DateScalar } from '../graphql/date.scalar.js'
import { Rejection } from '../metrics/metrics.models.js'
import { NumberInput } from './cases.models.js'

@ArgsType()
export class EnterprisesArgs {
  @Field(() => NumberInput)
  of!: NumberInput

  @Field(() => Int, { defaultValue: 20, description: '1 to 100.' })
  first!: number

  @Field(() => Int, { defaultValue: 2, description: 'So many cases at least, 1 to 100.' })
  least!: number
}

@ObjectType({ description: 'An enterprise with its cases behind a number.' })
export class EnterpriseRow {
  @Field()
  name!: string

  @Field(() => Int)
  cases!: number

  @Field(() => Int, { description: 'Other reports of the same matters merged into them.' })
  mergedReports!: number

  @Field(() => Int, { description: 'Neither closed nor refused.' })
  open!: number

  @Field(() => [String], { description: 'Names of their sectors.' })
  industries!: string[]

  @Field(() => [String])
  issues!: string[]

  @Field(() => [String])
  regions!: string[]

  @Field(() => DateScalar)
  firstReceived!: string

  @Field(() => DateScalar)
  lastReceived!: string
}

@ObjectType()
export class EnterpriseList {
  @Field(() => [EnterpriseRow], { description: 'Those with the most cases first.' })
  nodes!: EnterpriseRow[]

  @Field({ description: 'There are more.' })
  more!: boolean

  @Field({ description: 'Only important leads are counted: the role sees no other enterprise.' })
  keyLeadsOnly!: boolean
}

export const EnterprisesAnswer = createUnionType({
  name: 'EnterprisesAnswer',
  types: () => [EnterpriseList, Rejection] as const,
  resolveType: (answer: object) => ('code' in answer ? Rejection : EnterpriseList),
})
