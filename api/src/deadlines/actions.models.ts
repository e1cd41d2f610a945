import {
  ArgsType,
  Field,
  GraphQLISODateTime,
  ID,
  InputType,
  Int,
  ObjectType,
  createUnionType,
} from '@nestjs/graphql'
import { Clock } from '../cases/case-clocks.models.js'
import { Case } from '../cases/case.models.js'
import {
  ActionListIdEnum,
  ActionWindowEnum,
  ClockKindEnum,
  EscalationKindEnum,
  SupervisionLevelEnum,
  UrgeHowEnum,
} from '../graphql/enums.js'
import { FilterInput } from '../metrics/metrics.input.js'
import { Rejection } from '../metrics/metrics.models.js'

// Form only; `parseActions` is the door that checks what is in it.
@InputType({
  description: 'Which cases: of a limit (`clock` and `window`), of a `list`, or those `escalated`.',
})
export class ActionsInput {
  @Field(() => ClockKindEnum, { nullable: true })
  clock?: string | null

  @Field(() => ActionWindowEnum, { nullable: true })
  window?: string | null

  @Field(() => ActionListIdEnum, { nullable: true })
  list?: string | null

  @Field(() => Boolean, { nullable: true })
  escalated?: boolean | null

  @Field(() => [FilterInput], { nullable: true })
  filters?: FilterInput[] | null
}

@ArgsType()
export class ActionsArgs {
  @Field(() => ActionsInput)
  which!: ActionsInput

  @Field(() => Int, { defaultValue: 20, description: '1 to 100.' })
  first!: number

  @Field(() => String, { nullable: true, description: '`endCursor` of the page before.' })
  after?: string | null
}

@ObjectType({ description: 'A unit was told to get on with a case (催办), and what it answered.' })
export class Urge {
  @Field(() => ID)
  id!: string

  @Field(() => ClockKindEnum)
  clock!: string

  @Field()
  clockLabel!: string

  @Field({ description: 'The unit that had the case then.' })
  unit!: string

  @Field(() => UrgeHowEnum)
  how!: string

  @Field()
  howLabel!: string

  @Field(() => String, { nullable: true, description: 'Null where the role sees no texts.' })
  text!: string | null

  @Field({ description: 'Who urged.' })
  by!: string

  @Field(() => GraphQLISODateTime)
  at!: Date

  @Field(() => String, { nullable: true, description: 'Null without one, and where the role sees no texts.' })
  answer!: string | null

  @Field(() => String, { nullable: true })
  answeredBy!: string | null

  @Field(() => GraphQLISODateTime, { nullable: true })
  answeredAt!: Date | null
}

@ObjectType({ description: 'A case that is watched from above (挂牌督办、提级调查).' })
export class Escalation {
  @Field(() => ID)
  id!: string

  @Field(() => EscalationKindEnum)
  kind!: string

  @Field()
  kindLabel!: string

  @Field(() => SupervisionLevelEnum)
  level!: string

  @Field()
  levelLabel!: string

  @Field({ description: 'Who watches over it.' })
  unit!: string

  @Field(() => String, { nullable: true, description: 'Null where the role sees no texts.' })
  reason!: string | null

  @Field()
  by!: string

  @Field(() => GraphQLISODateTime)
  at!: Date

  @Field(() => GraphQLISODateTime, { nullable: true })
  endedAt!: Date | null
}

@ObjectType({ description: 'A case on which somebody has to act.' })
export class ActionCase {
  @Field(() => Case)
  case!: Case

  @Field(() => Clock, {
    nullable: true,
    description: 'The limit that the list is about, else that of closing.',
  })
  clock!: Clock | null

  @Field(() => [String], { description: 'Why the units should talk it over; none for most.' })
  reasons!: string[]

  @Field(() => [Urge], { description: 'The newest first.' })
  urges!: Urge[]

  @Field(() => Escalation, { nullable: true, description: 'The one that counts now.' })
  escalation!: Escalation | null
}

@ObjectType()
export class ActionPage {
  @Field(() => [ActionCase])
  nodes!: ActionCase[]

  @Field(() => Int)
  total!: number

  @Field(() => String, { nullable: true, description: 'Where the next page begins; null on the last one.' })
  endCursor!: string | null
}

// Form only; the service checks what is in it.
@InputType()
export class UrgeInput {
  @Field(() => ID)
  case!: string

  @Field(() => ClockKindEnum)
  clock!: string

  @Field(() => UrgeHowEnum)
  how!: string

  @Field({ defaultValue: '' })
  text!: string
}

@InputType()
export class EscalationInput {
  @Field(() => ID)
  case!: string

  @Field(() => EscalationKindEnum)
  kind!: string

  @Field(() => SupervisionLevelEnum)
  level!: string

  @Field({ description: 'Who watches over it.' })
  unit!: string

  @Field()
  reason!: string
}

const answerOf = <T extends object>(name: string, type: new () => T) =>
  createUnionType({
    name,
    types: () => [type, Rejection] as const,
    resolveType: (answer: object) => ('code' in answer ? Rejection : type),
  })

export const ActionsAnswer = answerOf('ActionsAnswer', ActionPage)
export const UrgeAnswer = answerOf('UrgeAnswer', Urge)
export const EscalationAnswer = answerOf('EscalationAnswer', Escalation)
