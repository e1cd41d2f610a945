import { ArgsType, Field, ID, InputType, Int, createUnionType } from '@nestjs/graphql'
import type { MeasureId } from '@fengsui/domain/metrics/measures'
import { DateScalar } from '../graphql/date.scalar.js'
import {
  CaseOrderEnum,
  ComparisonKindEnum,
  DirectionEnum,
  MeasureIdEnum,
  WhichCasesEnum,
} from '../graphql/enums.js'
import { Rejection } from '../metrics/metrics.models.js'
import { CasePage } from './case.models.js'

@InputType({ description: 'A number of an answer: its measure and where it stands.' })
export class NumberInput {
  @Field(() => ID, { description: '`id` of the table.' })
  answer!: string

  @Field(() => MeasureIdEnum)
  measure!: MeasureId

  @Field(() => [String], { defaultValue: [], description: '`keys` of the row; none for the total.' })
  keys!: string[]

  @Field(() => DateScalar, { nullable: true, description: '`bucket` of the row.' })
  bucket?: string | null

  @Field(() => ComparisonKindEnum, { nullable: true, description: 'The number of a compared period.' })
  comparison?: string | null

  @Field(() => WhichCasesEnum, { defaultValue: 'all' })
  which!: string

  @Field({ defaultValue: false, description: 'The number is that of 其他.' })
  others!: boolean
}

@ArgsType()
export class CasesArgs {
  @Field(() => NumberInput)
  of!: NumberInput

  @Field(() => Int, { defaultValue: 20, description: '1 to 100.' })
  first!: number

  @Field(() => String, { nullable: true, description: '`endCursor` of the page before.' })
  after?: string | null

  @Field(() => CaseOrderEnum, { defaultValue: 'received' })
  orderBy!: string

  @Field(() => DirectionEnum, { defaultValue: 'desc' })
  direction!: string

  @Field({
    defaultValue: '',
    description: 'Text that the case number or the enterprise holds, taken literally.',
  })
  search!: string
}

export const CasesAnswer = createUnionType({
  name: 'CasesAnswer',
  types: () => [CasePage, Rejection] as const,
  resolveType: (answer: object) => ('code' in answer ? Rejection : CasePage),
})
