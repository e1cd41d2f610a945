import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { DateScalar } from '../graphql/date.scalar.js'
import { CaseReward } from '../rewards/case-reward.models.js'
import { Clock, ExtensionAsked, TransferStep } from './case-clocks.models.js'

@ObjectType({ description: 'A day on which something happened to a case.' })
export class CaseEvent {
  @Field()
  label!: string

  @Field(() => DateScalar)
  day!: string
}

@ObjectType({ description: 'One case, masked as the role demands. No reporter stands in it.' })
export class Case {
  @Field(() => ID)
  id!: string

  @Field()
  caseNo!: string

  @Field()
  source!: string

  @Field()
  channel!: string

  @Field()
  region!: string

  @Field()
  industry!: string

  @Field()
  issue!: string

  @Field()
  department!: string

  @Field()
  reportClass!: string

  @Field()
  hazardLevel!: string

  @Field()
  state!: string

  @Field()
  result!: string

  @Field(() => DateScalar)
  receivedOn!: string

  @Field(() => DateScalar, { nullable: true })
  acceptedOn!: string | null

  @Field(() => DateScalar, { nullable: true })
  dueOn!: string | null

  @Field(() => DateScalar, { nullable: true })
  closedOn!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Null where there is none or the role may not see it.',
  })
  enterprise!: string | null

  @Field({ description: 'There is an enterprise, and the role may not see it.' })
  enterpriseHidden!: boolean

  @Field(() => String, {
    nullable: true,
    description: 'The redacted text; null where there is none or the role may not see it.',
  })
  summary!: string | null

  @Field()
  summaryHidden!: boolean

  @Field(() => Int, { description: 'Other reports of the same matter merged into it.' })
  mergedReports!: number

  @Field(() => [CaseEvent], { description: 'What happened, in order.' })
  events!: CaseEvent[]

  @Field(() => [Clock])
  clocks!: Clock[]

  @Field(() => CaseReward, { nullable: true, description: 'Null where nothing was decided.' })
  reward!: CaseReward | null

  @Field({ description: 'Somebody died: the government has it checked.' })
  fatal!: boolean

  @Field(() => ExtensionAsked, { nullable: true })
  extension!: ExtensionAsked | null

  @Field(() => [TransferStep])
  transfers!: TransferStep[]
}

@ObjectType()
export class CasePage {
  @Field(() => [Case])
  nodes!: Case[]

  @Field(() => Int, { description: 'All cases behind the number, without the search.' })
  total!: number

  @Field(() => String, { nullable: true, description: 'Where the next page begins; null on the last one.' })
  endCursor!: string | null
}
