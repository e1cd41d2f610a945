import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType, createUnionType } from '@nestjs/graphql'
import { AssessmentEntryKindEnum } from '../graphql/enums.js'
import { Rejection } from '../metrics/metrics.models.js'
import {
  AssessedQuarter,
  AssessmentVersion,
  DeductionRule,
  League,
  PastRank,
  RankedUnit,
} from './assessment.models.js'

@ObjectType({ description: 'What the assessor wrote down by hand.' })
export class AssessmentEntry {
  @Field(() => ID)
  id!: string

  @Field(() => AssessmentEntryKindEnum)
  kind!: string

  @Field()
  kindLabel!: string

  @Field()
  unit!: string

  @Field()
  day!: string

  @Field()
  documentNo!: string

  @Field()
  text!: string

  @Field()
  by!: string

  @Field()
  isWithdrawn!: boolean
}

@ObjectType({ description: 'A unit says that a deduction is wrong, and what was decided.' })
export class Objection {
  @Field(() => ID)
  id!: string

  @Field()
  unit!: string

  @Field({ description: 'Number of the case, or of the document.' })
  name!: string

  @Field()
  rule!: string

  @Field()
  reason!: string

  @Field()
  by!: string

  @Field(() => GraphQLISODateTime)
  at!: Date

  @Field(() => Boolean, { nullable: true, description: 'Null: not decided yet.' })
  upheld!: boolean | null

  @Field(() => String, { nullable: true })
  decision!: string | null

  @Field(() => String, { nullable: true })
  decidedBy!: string | null
}

@ObjectType({
  description: 'A deduction that the version before counts and this one does not, or the other way.',
})
export class ChangedItem {
  @Field({ description: 'Counted now; false: not any more.' })
  added!: boolean

  @Field()
  unit!: string

  @Field()
  name!: string

  @Field()
  rule!: string

  @Field()
  text!: string
}

@ObjectType()
export class ChangedUnit {
  @Field()
  unit!: string

  @Field(() => Float, { nullable: true })
  scoreBefore!: number | null

  @Field(() => Float, { nullable: true })
  scoreAfter!: number | null

  @Field(() => Int, { nullable: true })
  rankBefore!: number | null

  @Field(() => Int, { nullable: true })
  rankAfter!: number | null
}

@ObjectType({ description: 'What a version says otherwise than the one before.' })
export class AssessmentDifference {
  @Field(() => [ChangedItem], { description: "All for whoever assesses, else those of the caller's unit." })
  items!: ChangedItem[]

  @Field(() => [ChangedUnit])
  units!: ChangedUnit[]
}

@ObjectType()
export class RankingBoard {
  @Field(() => [AssessedQuarter], { description: 'That the caller may see, the newest first.' })
  quarters!: AssessedQuarter[]

  @Field(() => AssessedQuarter, {
    nullable: true,
    description: 'The one that is shown; null: there is none.',
  })
  quarter!: AssessedQuarter | null

  @Field(() => AssessmentVersion, {
    nullable: true,
    description: 'Null: reckoned now and not frozen (试算), or none that the caller may see.',
  })
  version!: AssessmentVersion | null

  @Field()
  asOf!: string

  @Field(() => Int)
  base!: number

  @Field(() => [League])
  leagues!: League[]

  @Field(() => [DeductionRule])
  rules!: DeductionRule[]

  @Field(() => AssessmentDifference, { nullable: true })
  difference!: AssessmentDifference | null

  @Field(() => [AssessmentEntry])
  entries!: AssessmentEntry[]

  @Field(() => [Objection])
  objections!: Objection[]

  @Field(() => Int, { description: 'Cases whose limit for the reply is not known; it cannot have run out.' })
  unknownLimits!: number

  @Field(() => ID, { nullable: true, description: "Code of the caller's own unit." })
  ownUnit!: string | null

  @Field(() => AssessedQuarter, { nullable: true, description: 'That the own unit is to look at now.' })
  previewed!: AssessedQuarter | null
}

@ObjectType({ description: 'Something for which points are deducted, or would be.' })
export class DeductionItem {
  @Field(() => ID)
  rule!: string

  @Field(() => ID, { description: 'The case, or the entry of a leak.' })
  subject!: string

  @Field()
  ruleText!: string

  @Field({ description: 'Number of the case, or of the document.' })
  name!: string

  @Field(() => ID, { nullable: true, description: 'For whoever may see its path.' })
  caseId!: string | null

  @Field()
  text!: string

  @Field({ description: 'The last day of the limit, or the day of the leak.' })
  day!: string

  @Field(() => String, { nullable: true })
  doneOn!: string | null

  @Field(() => Float, { description: '0 where it is spared; before the cap.' })
  points!: number

  @Field(() => String, { nullable: true })
  spared!: string | null

  @Field({ description: 'The caller may object to it now.' })
  mayObject!: boolean
}

@ObjectType({ description: 'Worth a look; no finding and no deduction.' })
export class GamingSign {
  @Field()
  label!: string

  @Field(() => Int)
  events!: number

  @Field(() => Int)
  n!: number

  @Field(() => Float, { nullable: true, description: 'The share of all other units together.' })
  others!: number | null
}

@ObjectType()
export class AssessedUnit {
  @Field(() => RankedUnit)
  unit!: RankedUnit

  @Field()
  league!: string

  @Field(() => AssessedQuarter)
  quarter!: AssessedQuarter

  @Field(() => AssessmentVersion, { nullable: true })
  version!: AssessmentVersion | null

  @Field(() => Int)
  base!: number

  @Field(() => [DeductionItem])
  items!: DeductionItem[]

  @Field(() => [GamingSign])
  signs!: GamingSign[]

  @Field(() => [PastRank])
  past!: PastRank[]

  @Field(() => [Objection])
  objections!: Objection[]
}

@ObjectType({ description: 'Whether a version was reckoned once more to the same table.' })
export class AssessmentProof {
  @Field()
  isSame!: boolean

  @Field()
  hash!: string
}

@ObjectType({ description: 'A step was taken; the page asks again.' })
export class AssessmentTaken {
  @Field(() => ID)
  id!: string

  @Field()
  quarter!: string
}

const answerOf = <T extends object>(name: string, type: new () => T) =>
  createUnionType({
    name,
    types: () => [type, Rejection] as const,
    resolveType: (answer: object) => ('code' in answer ? Rejection : type),
  })

export const RankingAnswer = answerOf('RankingAnswer', RankingBoard)
export const AssessedUnitAnswer = answerOf('AssessedUnitAnswer', AssessedUnit)
export const AssessmentProofAnswer = answerOf('AssessmentProofAnswer', AssessmentProof)
export const AssessmentTakenAnswer = answerOf('AssessmentTakenAnswer', AssessmentTaken)
