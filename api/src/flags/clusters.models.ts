import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql'
import { DateScalar } from '../graphql/date.scalar.js'
import { FlagLevelEnum } from '../graphql/enums.js'

@ObjectType({
  description:
    'A cluster in space and time (时空聚集) as a map shows it. Its numbers are of incidents in its own days, each once.',
})
export class FlagCluster {
  @Field(() => ID, { description: 'Of the flag.' })
  id!: string

  @Field()
  title!: string

  @Field(() => FlagLevelEnum)
  level!: 'alert' | 'watch' | 'note'

  @Field()
  levelLabel!: string

  @Field()
  stateLabel!: string

  @Field(() => DateScalar)
  from!: string

  @Field(() => DateScalar)
  to!: string

  @Field(() => [String], { description: 'Codes of its areas, the one in the middle first.' })
  regions!: string[]

  @Field(() => Int, { nullable: true, description: 'Null where it is hidden.' })
  observed!: number | null

  @Field(() => Float, { nullable: true })
  expected!: number | null

  @Field(() => Float, { nullable: true, description: 'Observed ÷ expected.' })
  ratio!: number | null

  @Field(() => Float, { nullable: true, description: 'Lower end of its 95% interval.' })
  lower!: number | null

  @Field(() => Float, { nullable: true, description: 'Upper end of the same interval.' })
  upper!: number | null

  @Field(() => Float, {
    nullable: true,
    description: 'So many or more by chance, over all places and times of the scan (1 ÷ 1,000 at least).',
  })
  p!: number | null

  @Field({ description: 'How often chance alone would do it in the whole office, as a sentence.' })
  chance!: string
}

@ObjectType()
export class FlagClusters {
  @Field(() => DateScalar, { nullable: true, description: 'Day of the newest screening; null: none yet.' })
  asOf!: string | null

  @Field(() => [FlagCluster])
  clusters!: FlagCluster[]
}
