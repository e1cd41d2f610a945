import { buildSchema, parse, validate } from 'graphql/index.js'
import { expect, it } from 'vitest'
import { refuseUnstorableTexts } from './storable-texts.js'

const schema = buildSchema('type Query { a(of: [String!]): Int }')
const refused = (text: string): boolean =>
  validate(schema, parse(`{ a(of: ["fine", ${text}]) }`), [refuseUnstorableTexts]).length > 0

it.each([
  ['NUL by its number', '"a\\u0000b"', true],
  ['NUL by a number of any length', '"\\u{0}"', true],
  ['other control characters', '"\\u0001"', false],
  ['a whole character of two halves', '"\\uD83D\\uDEA8"', false],
  ['the words for NUL in a block', '"""\\u0000"""', false],
])('a document that writes %s', (_, text, expected) => expect(refused(text)).toBe(expected))
