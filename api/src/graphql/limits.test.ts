import { buildSchema, parse, specifiedRules, validate } from 'graphql/index.js'
import { describe, expect, it } from 'vitest'
import { limitDocument } from './limits.js'

const schema = buildSchema('type Query { a: Node viewer: Node } type Node { a: Node b: Int }')
const refused = (document: string): boolean => validate(schema, parse(document), [limitDocument]).length > 0
const nest = (depth: number): string => (depth === 1 ? 'b' : `a { ${nest(depth - 1)} }`)
const times = (count: number, each: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => each(i)).join(' ')

describe('a document', () => {
  it.each([
    ['eight levels', `{ ${nest(8)} }`, false],
    ['nine levels', `{ ${nest(9)} }`, true],
    ['nine levels by fragments', `{ a { ...f } } fragment f on Node { ${nest(8)} }`, true],
    [
      'nine levels by a fragment used before',
      `{ a { ...f a { ...f } } } fragment f on Node { ${nest(7)} }`,
      true,
    ],
    ['15 names for one costly field', `{ ${times(15, (i) => `x${i}: a { b }`)} }`, false],
    ['16 names for one costly field', `{ ${times(16, (i) => `x${i}: a { b }`)} }`, true],
    ['one name for a field, often', `{ ${times(100, () => 'a { b }')} }`, false],
    ['30 cheap things', `{ ${times(30, (i) => `x${i}: viewer { b }`)} }`, false],
    ['31 cheap things', `{ ${times(31, (i) => `x${i}: viewer { b }`)} }`, true],
    ['40 directives', `{ ${times(40, () => 'a @skip(if: false) { b }')} }`, false],
    ['a subscription, which there is none of', 'subscription { a { b } }', true],
    ['41 directives', `{ ${times(41, () => 'a @skip(if: false) { b }')} }`, true],
  ])('with %s', (_, document, expected) => expect(refused(document)).toBe(expected))

  it('is measured once where fragments double each other, and ends where they circle', () => {
    const doubling = times(
      200,
      (i) => `fragment f${i} on Node { x: a { ...f${i + 1} } y: a { ...f${i + 1} } }`,
    )
    expect(refused(`{ a { ...f0 } } ${doubling} fragment f200 on Node { b }`)).toBe(true)
    const circle = '{ a { ...f } } fragment f on Node { a { ...g } } fragment g on Node { a { ...f } }'
    expect(refused(circle)).toBe(false)
    expect(validate(schema, parse(circle), [...specifiedRules, limitDocument]).length).toBeGreaterThan(0)
  })
})
