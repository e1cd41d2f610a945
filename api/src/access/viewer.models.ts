import { Field, ObjectType } from '@nestjs/graphql'
import { RoleIdEnum } from '../graphql/enums.js'
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

  @Field(() => May)
  may!: May

  @Field({ description: 'May take on another persona, at /signin: only in a demonstration.' })
  mayChoose!: boolean
}
