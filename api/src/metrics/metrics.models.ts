import { Field, Float, ID, Int, ObjectType, createUnionType } from '@nestjs/graphql'
import { DateScalar } from '../graphql/date.scalar.js'
import {
  ChangeStateEnum,
  ComparisonKindEnum,
  DimensionIdEnum,
  MeasureIdEnum,
  RejectionCodeEnum,
  ValueStateEnum,
} from '../graphql/enums.js'

@ObjectType()
export class Period {
  @Field(() => DateScalar)
  from!: string

  @Field(() => DateScalar)
  to!: string

  @Field()
  label!: string
}

@ObjectType()
export class ComparedPeriod {
  @Field(() => ComparisonKindEnum)
  kind!: string

  @Field()
  label!: string

  @Field(() => Period)
  period!: Period
}

@ObjectType()
export class Bucket {
  @Field(() => DateScalar, { description: 'First day of the calendar unit.' })
  key!: string

  @Field()
  label!: string

  @Field(() => DateScalar, { description: 'Last day of it that lies in the period.' })
  to!: string

  @Field({ description: 'The period covers only a part of the unit.' })
  partial!: boolean
}

@ObjectType({
  description:
    'Aligned with comparedPeriods; `value` and `n` are those of the compared period. `text` is ready to print: 「+12.5%」「增加3件」「—（上期为0）」「+2.1个百分点」.',
})
export class Change {
  @Field(() => Float, { nullable: true })
  value!: number | null

  @Field(() => Int)
  n!: number

  @Field(() => Float, { nullable: true })
  difference!: number | null

  @Field(() => Float, { nullable: true })
  ratio!: number | null

  @Field(() => ChangeStateEnum)
  state!: string

  @Field()
  text!: string
}

@ObjectType({
  description:
    'What a count of days that still fill up will be when all of their reports have been entered, by the delays seen in the loads; counted nowhere.',
})
export class Nowcast {
  @Field(() => Float)
  expected!: number

  @Field(() => Float, { description: 'Lower end of the 95% interval.' })
  lower!: number

  @Field(() => Float, { description: 'Upper end of the same interval.' })
  upper!: number

  @Field(() => Float, { description: 'Part of the reports that is known, as a fraction.' })
  completeness!: number
}

@ObjectType({
  description:
    'Aligned with MetricsTable.measures. Percent measures carry fractions (0.651 = 65.1%) in value, lower, upper and difference; `ratio` is a fraction too (0.125 = +12.5%). `n` is the number of cases behind the value (the denominator of a rate), `k` the numerator of a rate.',
})
export class MetricValue {
  @Field(() => Float, { nullable: true })
  value!: number | null

  @Field(() => Int)
  n!: number

  @Field(() => Float, { nullable: true })
  k!: number | null

  @Field(() => Float, {
    nullable: true,
    description:
      'Lower end of the 95% interval: Wilson of a proportion, exact Poisson of events and numbers of cases.',
  })
  lower!: number | null

  @Field(() => Float, { nullable: true, description: 'Upper end of the same interval.' })
  upper!: number | null

  @Field(() => Float, {
    nullable: true,
    description:
      'Part of the total, or of the total of its bucket, as a fraction; only of what may be added.',
  })
  share!: number | null

  @Field(() => Int, {
    nullable: true,
    description:
      'Place among all members, the largest (or what orderBy puts) first; equal values share one (1, 1, 3).',
  })
  rank!: number | null

  @Field(() => Float, {
    nullable: true,
    description: 'Sum from the first bucket to this one; only of what may be added.',
  })
  cumulative!: number | null

  @Field(() => ValueStateEnum)
  state!: string

  @Field(() => [Change])
  changes!: Change[]

  @Field(() => Nowcast, { nullable: true })
  nowcast!: Nowcast | null
}

@ObjectType({
  description:
    "`keys` are codes aligned with dimensions ('' = 未知), `labels` their names; `bucket` is the key of one of `buckets`. The total has no keys.",
})
export class MetricsRow {
  @Field(() => [String])
  keys!: string[]

  @Field(() => [String])
  labels!: string[]

  @Field(() => DateScalar, { nullable: true })
  bucket!: string | null

  @Field(() => [MetricValue])
  values!: MetricValue[]
}

@ObjectType()
export class MetricsTable {
  @Field(() => ID, {
    description: 'Asks `provenance` how these numbers came about, and `cases` what is behind them.',
  })
  id!: string

  @Field(() => Period)
  period!: Period

  @Field(() => [ComparedPeriod])
  comparedPeriods!: ComparedPeriod[]

  @Field(() => [MeasureIdEnum])
  measures!: string[]

  @Field(() => [DimensionIdEnum])
  dimensions!: string[]

  @Field(() => [Bucket])
  buckets!: Bucket[]

  @Field(() => [MetricsRow])
  rows!: MetricsRow[]

  @Field(() => [MetricsRow], {
    description: '其他: what `top` left out, one row or one a bucket; empty unless asked for.',
  })
  others!: MetricsRow[]

  @Field(() => MetricsRow)
  total!: MetricsRow

  @Field(() => Int, { description: 'Members left out by `top`; their cases are in `total`.' })
  leftOut!: number

  @Field(() => Int, { description: 'Values hidden because the answer leaves the office.' })
  suppressed!: number

  @Field(() => DateScalar)
  asOf!: string

  @Field()
  dataVersion!: string

  @Field(() => Int, {
    description: 'Number of cases read for the answer; 0 when that number itself is hidden.',
  })
  cases!: number

  @Field(() => [String], { description: 'Names of the source systems they come from.' })
  sources!: string[]

  @Field(() => [String])
  footnotes!: string[]

  @Field(() => String, {
    nullable: true,
    description:
      'Of a daily or weekly series by date of receipt: how its last days fill up, or why that cannot be said.',
  })
  arrival!: string | null
}

@ObjectType()
export class Rejection {
  @Field(() => RejectionCodeEnum)
  code!: string

  @Field()
  message!: string

  @Field(() => String, { nullable: true })
  field!: string | null
}

export const MetricsAnswer = createUnionType({
  name: 'MetricsAnswer',
  types: () => [MetricsTable, Rejection] as const,
  resolveType: (answer: object) => ('code' in answer ? Rejection : MetricsTable),
})
