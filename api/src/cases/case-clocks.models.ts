import { Field, Int, ObjectType } from '@nestjs/graphql'
import { DateScalar } from '../graphql/date.scalar.js'
import { ClockKindEnum, ClockStateEnum, ExtensionStateEnum } from '../graphql/enums.js'

@ObjectType({ description: 'A limit of a case and how it stands on the as-of day.' })
export class Clock {
  @Field(() => ClockKindEnum)
  kind!: string

  @Field()
  label!: string

  @Field(() => DateScalar, { nullable: true })
  due!: string | null

  @Field(() => DateScalar, { nullable: true })
  done!: string | null

  @Field(() => ClockStateEnum)
  state!: string

  @Field(() => Int, { nullable: true, description: 'Days left or to spare; negative: past the limit.' })
  days!: number | null

  @Field({ description: 'The state in words: 剩5天, 超期3天, 按期, 日历未公布.' })
  text!: string

  @Field({
    description: 'The unit that had the case when the limit ended; while it runs, the one that has it.',
  })
  holder!: string

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The limit as it would be without the pause; null where none moved it.',
  })
  unpausedDue!: string | null
}

@ObjectType({ description: 'An extension that was asked for or approved.' })
export class ExtensionAsked {
  @Field(() => DateScalar, { nullable: true })
  askedOn!: string | null

  @Field(() => DateScalar, { nullable: true })
  approvedOn!: string | null

  @Field(() => Int, { description: '0: not said, so the longest.' })
  days!: number

  @Field(() => DateScalar, { nullable: true, description: 'Until then it could be approved.' })
  firstDue!: string | null

  @Field(() => ExtensionStateEnum)
  state!: string

  @Field()
  text!: string
}

@ObjectType({ description: 'A unit to which a case went, or its return.' })
export class TransferStep {
  @Field(() => DateScalar)
  day!: string

  @Field()
  unit!: string
}
