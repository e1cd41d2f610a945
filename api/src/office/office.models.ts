import { Field, Float, Int, ObjectType } from '@nestjs/graphql'
import { DateScalar } from '../graphql/date.scalar.js'
import {
  BetterEnum,
  ComparisonKindEnum,
  DimensionIdEnum,
  GrainEnum,
  MeasureIdEnum,
  PeriodPresetEnum,
  TimeRoleEnum,
  UnitEnum,
} from '../graphql/enums.js'

@ObjectType({ description: 'The level above the office, and which of its areas the office is.' })
export class Above {
  @Field()
  name!: string

  @Field()
  code!: string
}

@ObjectType('Office')
export class OfficeModel {
  @Field()
  id!: string

  @Field()
  name!: string

  @Field({ description: 'Everything shown is synthetic: 演示数据 on every screen and export.' })
  demo!: boolean

  @Field()
  timeZone!: string

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day up to which the data is complete; null while the warehouse is empty.',
  })
  asOf!: string | null

  @Field(() => DateScalar, { nullable: true })
  firstDay!: string | null

  @Field({ description: 'Changes with every load.' })
  dataVersion!: string

  @Field(() => PeriodPresetEnum)
  defaultPeriod!: string

  @Field()
  mapNote!: string

  @Field(() => Above, { nullable: true })
  above!: Above | null
}

@ObjectType()
export class MeasureEntry {
  @Field(() => MeasureIdEnum)
  id!: string

  @Field()
  label!: string

  @Field()
  description!: string

  @Field({ description: '口径, printed beside the number.' })
  formula!: string

  @Field(() => String, { nullable: true, description: 'What a rate or average is over; null for totals.' })
  denominator!: string | null

  @Field(() => UnitEnum)
  unit!: string

  @Field()
  unitLabel!: string

  @Field(() => BetterEnum)
  better!: string

  @Field(() => TimeRoleEnum, {
    description: 'The date that decides to which period a case belongs (归属日期).',
  })
  time!: string

  @Field()
  timeLabel!: string

  @Field()
  additive!: boolean

  @Field({ description: 'Cases ÷ cases that they are among: a number from 0 to 1 with limits of chance.' })
  proportion!: boolean

  @Field()
  basis!: string
}

@ObjectType()
export class DimensionEntry {
  @Field(() => DimensionIdEnum)
  id!: string

  @Field()
  label!: string

  @Field()
  description!: string

  @Field()
  hierarchy!: string

  @Field(() => Int)
  level!: number
}

@ObjectType()
export class ComparisonEntry {
  @Field(() => ComparisonKindEnum)
  id!: string

  @Field()
  label!: string

  @Field()
  description!: string
}

@ObjectType()
export class GrainEntry {
  @Field(() => GrainEnum)
  id!: string

  @Field()
  label!: string
}

@ObjectType()
export class PeriodEntry {
  @Field(() => PeriodPresetEnum)
  id!: string

  @Field()
  label!: string
}

@ObjectType()
export class Catalogue {
  @Field(() => [MeasureEntry])
  measures!: MeasureEntry[]

  @Field(() => [DimensionEntry])
  dimensions!: DimensionEntry[]

  @Field(() => [ComparisonEntry])
  comparisons!: ComparisonEntry[]

  @Field(() => [GrainEntry])
  grains!: GrainEntry[]

  @Field(() => [PeriodEntry])
  periods!: PeriodEntry[]
}

@ObjectType({ description: 'Where the member stands on the schematic grid (示意图).' })
export class Tile {
  @Field(() => Float)
  x!: number

  @Field(() => Float)
  y!: number
}

@ObjectType({ description: 'Longitude and latitude in degrees (WGS-84).' })
export class Seat {
  @Field(() => Float)
  lon!: number

  @Field(() => Float)
  lat!: number
}

@ObjectType({ description: 'One code of a list. The empty code is 未知 (the source did not say).' })
export class Member {
  @Field()
  code!: string

  @Field()
  name!: string

  @Field({ description: "The office's word for what sort of member it is, e.g. 部门, 街道; '' without one." })
  kind!: string

  @Field(() => String, { nullable: true })
  parent!: string | null

  @Field(() => Tile, { nullable: true })
  tile!: Tile | null

  @Field(() => Seat, { nullable: true })
  seat!: Seat | null

  @Field(() => [String], {
    description: 'Names of the departments that supervise it, the competent one first.',
  })
  supervisors!: string[]

  @Field(() => DateScalar, { nullable: true })
  validTo!: string | null
}
