import { Field, Int, ObjectType } from '@nestjs/graphql'
import { DateScalar } from '../graphql/date.scalar.js'

@ObjectType()
export class SourceStatus {
  @Field()
  id!: string

  @Field()
  name!: string

  @Field(() => String, { nullable: true, description: 'ISO 8601 instant of the last load that finished.' })
  lastLoadedAt!: string | null

  @Field(() => Int, { nullable: true })
  lastBatch!: number | null

  @Field(() => Int, { description: 'Rows read in all loads: loaded, quarantined and duplicates.' })
  rows!: number

  @Field(() => Int)
  quarantined!: number

  @Field(() => DateScalar, { nullable: true })
  asOf!: string | null
}

@ObjectType()
export class ReasonCount {
  @Field()
  reason!: string

  @Field()
  text!: string

  @Field(() => Int)
  rows!: number
}

@ObjectType({ description: 'One load of one file: rows in = loaded + quarantined + duplicates.' })
export class Batch {
  @Field(() => Int)
  id!: number

  @Field()
  source!: string

  @Field()
  fileName!: string

  @Field()
  state!: string

  @Field(() => Int)
  rowsIn!: number

  @Field(() => Int)
  loaded!: number

  @Field(() => Int)
  quarantined!: number

  @Field(() => Int)
  duplicates!: number

  @Field(() => [ReasonCount])
  reasons!: ReasonCount[]

  @Field()
  startedAt!: string

  @Field(() => String, { nullable: true })
  finishedAt!: string | null

  @Field(() => String, { nullable: true })
  error!: string | null
}
