// The .js file by name: bundlers would else take a second copy of the library (index.mjs), whose types the first does not know.
import { GraphQLScalarType, Kind } from 'graphql/index.js'

/** A calendar day as text. Whether it is one is asked at the door of the query, which answers with a sentence. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'ISO 8601 calendar day, yyyy-mm-dd.',
  serialize: String,
  parseValue: text,
  parseLiteral: (node) => text(node.kind === Kind.STRING ? node.value : null),
})

function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('a day is written as text, yyyy-mm-dd')
  return value
}
