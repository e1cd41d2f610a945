import type { DimensionId } from '@fengsui/domain/metrics/dimensions'
import type { MeasureId } from '@fengsui/domain/metrics/measures'
import { Field, InputType, Int } from '@nestjs/graphql'
import { DateScalar } from '../graphql/date.scalar.js'
import {
  ComparisonKindEnum,
  DimensionIdEnum,
  DirectionEnum,
  GrainEnum,
  MeasureIdEnum,
  PeriodPresetEnum,
  ReachEnum,
} from '../graphql/enums.js'

// Form only; `parseRequest` is the door that checks what is in it.

@InputType({ description: 'A preset, or both days. Presets are seen from the as-of day of the data.' })
export class PeriodInput {
  @Field(() => PeriodPresetEnum, { nullable: true })
  preset?: string | null

  @Field(() => DateScalar, { nullable: true })
  from?: string | null

  @Field(() => DateScalar, { nullable: true })
  to?: string | null
}

@InputType()
export class FilterInput {
  @Field(() => DimensionIdEnum)
  dimension!: DimensionId;

  @Field(() => [String], { description: "Codes; '' is 未知." })
  in!: string[]
}

@InputType()
export class OrderInput {
  @Field(() => MeasureIdEnum)
  measure!: MeasureId

  @Field(() => DirectionEnum, { defaultValue: 'desc' })
  direction!: string
}

@InputType()
export class MetricsRequest {
  @Field(() => [MeasureIdEnum])
  measures!: MeasureId[]

  @Field(() => [DimensionIdEnum], { defaultValue: [] })
  dimensions!: DimensionId[]

  @Field(() => GrainEnum, { nullable: true })
  grain?: string | null

  @Field(() => PeriodInput)
  period!: PeriodInput

  @Field(() => [FilterInput], { defaultValue: [] })
  filters!: FilterInput[]

  @Field(() => [ComparisonKindEnum], { defaultValue: [] })
  comparisons!: string[]

  @Field(() => OrderInput, { nullable: true })
  orderBy?: OrderInput | null

  @Field(() => Int, { nullable: true })
  top?: number | null

  @Field({ defaultValue: false, description: 'Answer what `top` leaves out as one member (其他).' })
  others!: boolean

  @Field(() => ReachEnum, { defaultValue: 'own' })
  reach!: string

  @Field({
    defaultValue: false,
    description: 'The answer will leave the office: small cells are suppressed and the request is logged.',
  })
  leaving!: boolean
}
