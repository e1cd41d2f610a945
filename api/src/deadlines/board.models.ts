import { Field, ID, ObjectType, createUnionType } from '@nestjs/graphql'
import { DateScalar } from '../graphql/date.scalar.js'
import { ActionListIdEnum, ClockKindEnum, MeasureIdEnum } from '../graphql/enums.js'
import { Rejection } from '../metrics/metrics.models.js'

@ObjectType({ description: 'Days on which limits end, both inclusive.' })
export class DueWindow {
  @Field(() => DateScalar)
  from!: string

  @Field(() => DateScalar)
  to!: string
}

@ObjectType({ description: 'A limit as the board counts it: its measure, and the periods to ask it for.' })
export class BoardClock {
  @Field(() => ClockKindEnum)
  kind!: string

  @Field()
  label!: string

  @Field(() => MeasureIdEnum)
  measure!: string

  @Field(() => DueWindow)
  overdue!: DueWindow

  @Field(() => DueWindow)
  today!: DueWindow

  @Field(() => DueWindow, { nullable: true, description: 'Null where the calendar is not published so far.' })
  soon!: DueWindow | null

  @Field(() => DueWindow, { description: 'The next 30 days.' })
  ahead!: DueWindow
}

@ObjectType({ description: 'A list of cases on which somebody has to act for another reason than a limit.' })
export class BoardList {
  @Field(() => ActionListIdEnum)
  id!: string

  @Field()
  label!: string

  @Field({ description: 'Why a case is on it.' })
  description!: string
}

@ObjectType({ description: 'A version of a rule, with what it rests on.' })
export class ClockRule {
  @Field(() => ID)
  id!: string

  @Field()
  label!: string

  @Field()
  text!: string

  @Field({ description: 'Article, item or decision.' })
  basis!: string

  @Field(() => DateScalar)
  from!: string

  @Field(() => DateScalar, { nullable: true })
  to!: string | null

  @Field({ description: "The office's own setting, not decided yet (拟)." })
  proposed!: boolean
}

@ObjectType()
export class ClockBoard {
  @Field(() => DateScalar)
  asOf!: string

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Limits in working days beyond it are 日历未公布.',
  })
  calendarKnownUntil!: string | null

  @Field(() => [BoardClock], { description: "Those that the office's sources can tell of." })
  clocks!: BoardClock[]

  @Field(() => [BoardList])
  lists!: BoardList[]

  @Field(() => [ClockRule])
  rules!: ClockRule[]
}

export const ClockBoardAnswer = createUnionType({
  name: 'ClockBoardAnswer',
  types: () => [ClockBoard, Rejection] as const,
  resolveType: (answer: object) => ('code' in answer ? Rejection : ClockBoard),
})
