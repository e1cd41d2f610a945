import { Field, Int, ObjectType } from '@nestjs/graphql'
import { DimensionIdEnum, RoleIdEnum } from '../graphql/enums.js'
import type { RoleId } from './roles.js'

@ObjectType({ description: 'What the page need not offer where it is false; the API refuses it anyway.' })
export class May {
  @Field()
  listCases!: boolean

  @Field({ description: 'The redacted text of a case.' })
  seeText!: boolean

  @Field({ description: 'The reported enterprise, if only of important leads.' })
  seeEnterprise!: boolean

  @Field()
  export!: boolean

  @Field({ description: 'The sources, their loads and what was set aside.' })
  loads!: boolean

  @Field({ description: 'Totals of the whole office, beside the own cases.' })
  officeTotals!: boolean

  @Field({ description: "The office's maps." })
  manage!: boolean

  @Field({ description: 'Add, change and remove annotations.' })
  annotate!: boolean

  @Field({ description: 'Urge units, and put cases under the eyes of a level above.' })
  supervise!: boolean

  @Field({ description: 'Write down what a unit answered when it was urged.' })
  answerUrges!: boolean

  @Field({ description: 'The published tables of the quarterly assessment.' })
  ranking!: boolean

  @Field({ description: 'Run the quarterly assessment.' })
  assess!: boolean

  @Field({ description: 'Object to what the own unit loses points for.' })
  object!: boolean

  @Field({ description: 'Have past days screened anew, and read the runs of the screening.' })
  screenPast!: boolean
}

@ObjectType({ description: 'Cases of some members of a dimension, of all that there are.' })
export class Seen {
  @Field(() => DimensionIdEnum)
  dimension!: string

  @Field(() => Int)
  members!: number

  @Field(() => Int)
  of!: number
}

@ObjectType()
export class Viewer {
  @Field({ description: 'A role, with its unit where the role has one: `office`, `town:500156101`.' })
  persona!: string

  @Field(() => RoleIdEnum)
  role!: RoleId

  @Field(() => String, {
    nullable: true,
    description: 'Name of the unit; null for a role of the whole office.',
  })
  unit!: string | null

  @Field()
  name!: string

  @Field(() => [Seen], {
    description: 'Whose cases are seen, if not those of the whole office: within any of these.',
  })
  sees!: Seen[]

  @Field(() => May)
  may!: May

  @Field({ description: 'May take on another persona, at /signin: only in a demonstration.' })
  mayChoose!: boolean
}
