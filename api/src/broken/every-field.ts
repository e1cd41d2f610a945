import { readFile } from 'node:fs/promises'
import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLOutputType,
  buildSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
  isUnionType,
} from 'graphql/index.js'

/** A value as it travels in JSON. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value }

/** A field of Query or Mutation, and how it is asked. */
export interface EveryField {
  readonly kind: 'query' | 'mutation'
  readonly name: string
  /** Asks for as little as tells what kind of answer it is. */
  readonly document: string
  /** Asks for everything that there is. */
  readonly whole: string
  /** Values that it takes, all optional parts given. */
  readonly variables: { readonly [key: string]: Value }
}

/** What the schema alone cannot say: values of an argument or a part of an input, by `Type.name` or `field.name`. */
export type Known = Readonly<Record<string, Value>>

/** Every field that the emitted schema publishes, asked with values that its types allow. */
export async function everyField(known: Known): Promise<readonly EveryField[]> {
  const schema = buildSchema(await readFile(new URL('../../schema.graphql', import.meta.url), 'utf8'))
  const types = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const
  return types.flatMap(([kind, type]) =>
    Object.values(type?.getFields() ?? {}).map(({ name, args, type: result }) => {
      const declared = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ')
      const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ')
      const heads = args.length === 0 ? ['', ''] : [` (${declared})`, `(${passed})`]
      const asking = (selection: string): string => `${kind}${heads[0]} { ${name}${heads[1]}${selection} }`
      const values = args.map((arg) => [arg.name, valueOf(arg, name, known)] as const)
      return {
        kind,
        name,
        document: asking(leastOf(result)),
        whole: asking(wholeOf(result)),
        variables: Object.fromEntries(values),
      }
    }),
  )
}

function leastOf(output: GraphQLOutputType): string {
  const type = getNamedType(output)
  if (isLeafType(type)) return ''
  return isUnionType(type) ? ' { __typename ... on Rejection { code message field } }' : ' { __typename }'
}

/** Everything of a type, as deep as it goes. */
function wholeOf(output: GraphQLOutputType): string {
  const type = getNamedType(output)
  if (isLeafType(type)) return ''
  if (isUnionType(type))
    return ` { ${type
      .getTypes()
      .map((each) => `... on ${each.name}${wholeOf(each)}`)
      .join(' ')} }`
  if (!isObjectType(type)) throw new Error(`nothing is known of the type ${String(type)}`)
  const fields = Object.values(type.getFields()).map((field) => `${field.name}${wholeOf(field.type)}`)
  return ` { __typename ${fields.join(' ')} }`
}

function valueOf({ name, type }: Pick<GraphQLArgument, 'name' | 'type'>, owner: string, known: Known): Value {
  const value = known[`${owner}.${name}`]
  return value === undefined ? typical(type, known) : value
}

function typical(input: GraphQLInputType, known: Known): Value {
  const type = getNullableType(input)
  if (isListType(type)) return [typical(type.ofType, known)]
  if (isEnumType(type)) return type.getValues()[0]?.name ?? null
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields())
    return Object.fromEntries(fields.map((field) => [field.name, valueOf(field, type.name, known)]))
  }
  const scalars: Readonly<Record<string, Value>> = { Int: 5, Float: 0.5, Boolean: false, Date: '2026-11-01' }
  return scalars[String(type)] ?? 'x'
}
