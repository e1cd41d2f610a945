import { Field, Float, ObjectType } from '@nestjs/graphql'
import { DateScalar } from '../graphql/date.scalar.js'
import { ReportClassEnum, RewardStageEnum } from '../graphql/enums.js'

@ObjectType({
  description: 'What was decided about a reward of a case, yuan. Whom it is paid to stands nowhere.',
})
export class CaseReward {
  @Field(() => RewardStageEnum)
  stage!: string

  @Field()
  stageLabel!: string

  @Field(() => DateScalar)
  decidedOn!: string

  @Field(() => DateScalar, { nullable: true })
  notifiedOn!: string | null

  @Field(() => DateScalar, { nullable: true })
  claimDueOn!: string | null

  @Field(() => DateScalar, { nullable: true })
  paidOn!: string | null

  @Field(() => Float, { nullable: true, description: 'Null or 0: a decision not to reward.' })
  amount!: number | null

  @Field(() => Float, { nullable: true, description: 'The fine of the case.' })
  fine!: number | null

  @Field(() => String, { nullable: true, description: 'The item of the standard on which it rests.' })
  item!: string | null

  @Field(() => ReportClassEnum, { nullable: true })
  reportClass!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'How it differs from the fixed amount of its item, in words; null without one.',
  })
  deviation!: string | null
}
