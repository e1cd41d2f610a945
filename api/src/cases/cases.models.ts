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
import type { MeasureId } from '@fengsui/domain/metrics/measures'
import { DateScalar } from '../graphql/date.scalar.js'
import {
  CaseOrderEnum,
  ComparisonKindEnum,
  DirectionEnum,
  MeasureIdEnum,
  WhichCasesEnum,
} from '../graphql/enums.js'
import { Rejection } from '../metrics/metrics.models.js'
import { CaseReward } from '../rewards/case-reward.models.js'
import { Clock, ExtensionAsked, TransferStep } from './case-clocks.models.js'

@InputType({ description: 'A number of an answer: its measure and where it stands.' })
export class NumberInput {
  @Field(() => ID, { description: '`id` of the table.' })
  answer!: string

  @Field(() => MeasureIdEnum)
  measure!: MeasureId

  @Field(() => [String], { defaultValue: [], description: '`keys` of the row; none for the total.' })
  keys!: string[]

  @Field(() => DateScalar, { nullable: true, description: '`bucket` of the row.' })
  bucket?: string | null

  @Field(() => ComparisonKindEnum, { nullable: true, description: 'The number of a compared period.' })
  comparison?: string | null

  @Field(() => WhichCasesEnum, { defaultValue: 'all' })
  which!: string

  @Field({ defaultValue: false, description: 'The number is that of 其他.' })
  others!: boolean
}

@ArgsType()
export class CasesArgs {
  @Field(() => NumberInput)
  of!: NumberInput

  @Field(() => Int, { defaultValue: 20, description: '1 to 100.' })
  first!: number

  @Field(() => String, { nullable: true, description: '`endCursor` of the page before.' })
  after?: string | null

  @Field(() => CaseOrderEnum, { defaultValue: 'received' })
  orderBy!: string

  @Field(() => DirectionEnum, { defaultValue: 'desc' })
  direction!: string

  @Field({
    defaultValue: '',
    description: 'Text that the case number or the enterprise holds, taken literally.',
  })
  search!: string
}

@ArgsType()
export class EnterprisesArgs {
  @Field(() => NumberInput)
  of!: NumberInput

  @Field(() => Int, { defaultValue: 20, description: '1 to 100.' })
  first!: number

  @Field(() => Int, { defaultValue: 2, description: 'So many cases at least, 1 to 100.' })
  least!: number
}

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

@ObjectType({ description: 'An enterprise with its cases behind a number.' })
export class EnterpriseRow {
  @Field()
  name!: string

  @Field(() => Int)
  cases!: number

  @Field(() => Int, { description: 'Other reports of the same matters merged into them.' })
  mergedReports!: number

  @Field(() => Int, { description: 'Neither closed nor refused.' })
  open!: number

  @Field(() => [String], { description: 'Names of their sectors.' })
  industries!: string[]

  @Field(() => [String])
  issues!: string[]

  @Field(() => [String])
  regions!: string[]

  @Field(() => DateScalar)
  firstReceived!: string

  @Field(() => DateScalar)
  lastReceived!: string
}

@ObjectType()
export class EnterpriseList {
  @Field(() => [EnterpriseRow], { description: 'Those with the most cases first.' })
  nodes!: EnterpriseRow[]

  @Field({ description: 'There are more.' })
  more!: boolean

  @Field({ description: 'Only important leads are counted: the role sees no other enterprise.' })
  keyLeadsOnly!: boolean
}

@ObjectType({ description: 'A row of a source file, and what became of it.' })
export class SourceRow {
  @Field(() => Int)
  batch!: number

  @Field({ description: "'' where the role does not see the loads." })
  fileName!: string

  @Field(() => GraphQLISODateTime, { nullable: true })
  loadedAt!: Date | null

  @Field(() => Int)
  rowNo!: number

  @Field()
  source!: string

  @Field()
  caseNo!: string

  @Field({ description: '已入库, 重复, 隔离.' })
  outcome!: string

  @Field(() => [String])
  reasons!: string[]
}

@ObjectType({ description: 'A state of the case as a batch brought it.' })
export class CaseVersion {
  @Field(() => Int)
  batch!: number

  @Field(() => GraphQLISODateTime, { nullable: true })
  loadedAt!: Date | null

  @Field()
  state!: string

  @Field()
  result!: string

  @Field()
  department!: string
}

@ObjectType({ description: 'The way of a case: where it came from, what became of it.' })
export class CasePath {
  @Field(() => Case)
  case!: Case

  @Field(() => [SourceRow])
  sourceRows!: SourceRow[]

  @Field(() => [CaseVersion])
  versions!: CaseVersion[]
}

export const CasesAnswer = createUnionType({
  name: 'CasesAnswer',
  types: () => [CasePage, Rejection] as const,
  resolveType: (answer: object) => ('code' in answer ? Rejection : CasePage),
})

export const CasePathAnswer = createUnionType({
  name: 'CasePathAnswer',
  types: () => [CasePath, Rejection] as const,
  resolveType: (answer: object) => ('code' in answer ? Rejection : CasePath),
})

export const EnterprisesAnswer = createUnionType({
  name: 'EnterprisesAnswer',
  types: () => [EnterpriseList, Rejection] as const,
  resolveType: (answer: object) => ('code' in answer ? Rejection : EnterpriseList),
})
