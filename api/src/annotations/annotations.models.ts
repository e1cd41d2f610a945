import type { AnnotationKind } from '@fengsui/prisma/office/office'
import { Field, ID, InputType, ObjectType, createUnionType } from '@nestjs/graphql'
import { DateScalar } from '../graphql/date.scalar.js'
import { AnnotationKindEnum } from '../graphql/enums.js'
import { Rejection } from '../metrics/metrics.models.js'

@ObjectType({ description: 'What happened in some days, as it is said beside the pictures over time.' })
export class Annotation {
  @Field(() => ID)
  id!: string

  @Field(() => AnnotationKindEnum)
  kind!: AnnotationKind

  @Field()
  kindLabel!: string

  @Field(() => DateScalar)
  from!: string

  @Field(() => DateScalar, { description: 'Inclusive; the same day as `from` for what has no length.' })
  to!: string

  @Field()
  text!: string

  @Field({ description: "Code of the region that it concerns; '' is everywhere." })
  region!: string

  @Field({ description: "Code of the industry that it concerns; '' is all." })
  industry!: string

  @Field({
    description: 'The caller may change and remove it. What stands in the files of the office stays.',
  })
  editable!: boolean
}

@ObjectType({ description: 'Days off in a row.' })
export class Holiday {
  @Field()
  name!: string

  @Field(() => DateScalar)
  from!: string

  @Field(() => DateScalar, { description: 'Inclusive.' })
  to!: string
}

@ObjectType({ description: 'What touches a period, by its first day.' })
export class AnnotationList {
  @Field(() => [Annotation])
  annotations!: Annotation[]

  @Field(() => [Holiday])
  holidays!: Holiday[]
}

@ObjectType()
export class RemovedAnnotation {
  @Field(() => ID)
  id!: string
}

// Form only; `parseAnnotation` is the door that checks what is in it.
@InputType()
export class AnnotationInput {
  @Field(() => AnnotationKindEnum)
  kind!: AnnotationKind

  @Field(() => DateScalar)
  from!: string

  @Field(() => DateScalar, { nullable: true })
  to?: string | null

  @Field()
  text!: string

  @Field(() => String, { nullable: true })
  region?: string | null

  @Field(() => String, { nullable: true })
  industry?: string | null
}

export const AnnotationsAnswer = createUnionType({
  name: 'AnnotationsAnswer',
  types: () => [AnnotationList, Rejection] as const,
  resolveType: (answer: object) => ('code' in answer ? Rejection : AnnotationList),
})

export const WriteAnnotationAnswer = createUnionType({
  name: 'WriteAnnotationAnswer',
  types: () => [Annotation, Rejection] as const,
  resolveType: (answer: object) => ('code' in answer ? Rejection : Annotation),
})

export const RemoveAnnotationAnswer = createUnionType({
  name: 'RemoveAnnotationAnswer',
  types: () => [RemovedAnnotation, Rejection] as const,
  resolveType: (answer: object) => ('code' in answer ? Rejection : RemovedAnnotation),
})
