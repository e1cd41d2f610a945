import { buildSchema, parse, validate } from 'graphql/index.js'
import { expect, it } from 'vitest'
import { limitDocument } from './limits.js'

const schema = buildSchema('type Query { a: Node } type Node { a: Node b: Int }')
const refused = (document: string): boolean => validate(schema, parse(document), [limitDocument]).length > 0
const nest = (depth: number): string => (depth === 1 ? 'b' : `a { ${nest(depth - 1)} }`)

it.each([
  ['eight levels', `{ ${nest(8)} }`, false],
  ['nine levels', `{ ${nest(9)} }`, true],
  ['nine levels by fragments', `{ a { ...f } } fragment f on Node { ${nest(8)} }`, true],
  [
    'fragments that spread each other',
    '{ a { ...f } } fragment f on Node { a { ...g } } fragment g on Node { a { ...f } }',
    false,
  ],
  ['31 names for one field', `{ ${Array.from({ length: 31 }, (_, i) => `x${i}: a { b }`).join(' ')} }`, true],
])('measures %s', (_, document, expected) => expect(refused(document)).toBe(expected))
