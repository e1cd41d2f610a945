import type { EveryField, Value } from './every-field.js'

/** A request as it is sent, and what is broken about it. */
export interface Broken {
  readonly what: string
  /** The whole body; text is sent as it is. */
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
}

const LONG = '长'.repeat(20_000)
const nested = (depth: number): Value => (depth === 0 ? 'x' : { a: [nested(depth - 1)] })

/** Values of the wrong type, form or size; each is put in the place of every part of every request. */
export const WRONG: readonly Value[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  2 ** 31,
  2 ** 53,
  1e300,
  '',
  'NaN',
  '-0',
  'received; DROP TABLE cases',
  "' OR 1=1 --",
  "\\' UNION ALL SELECT reporter_token FROM cases SETTINGS readonly=0 FORMAT JSON",
  '%s%n${jndi:x}{{7*7}}',
  '../../../etc/passwd',
  '__proto__',
  'constructor',
  '2026-02-30',
  '0000-00-00',
  '1899-12-31',
  '2300-01-01',
  '2026-11-23T00:00:00Z',
  '昨天',
  '\u202e\u2066倒写',
  '\ufeff\u200b',
  '\u0001\u001b[31m',
  'e\u0301'.repeat(200),
  'x'.repeat(101),
  'x'.repeat(60_000),
  LONG,
  [],
  [null],
  [[]],
  [[['x']]],
  ['x', 'x'],
  {},
  { a: 1 },
  { toString: 'x', length: -1 },
  nested(60),
]

/** The same in a document's own words, which JSON cannot say. */
const WRONG_WORDS: readonly string[] = [
  'NaN',
  'Infinity',
  '-0',
  '1e999',
  '01',
  '99999999999999999999',
  '"\\u0000"',
  '"\\uD800"',
  '"\\u{1F6A8}\\u{0}"',
  '"""\n  block \\""" text\n"""',
  'nothingOfTheKind',
  '__proto__',
  '{ __proto__: 1 }',
  '{ a: { a: { a: 1 } } }',
  '[[[[]]]]',
  '$undeclared',
  '$',
  '"',
]

type Path = readonly (string | number)[]

/** Every place in a value, the whole of it first. */
function placesOf(value: Value, at: Path = []): Path[] {
  const inside =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, each]) =>
          placesOf(each, [...at, Array.isArray(value) ? Number(key) : key]),
        )
      : []
  return [at, ...inside]
}

/** A value with something else in one place. */
function changed(value: Value, [key, ...rest]: Path, change: (old: Value) => Value | undefined): Value {
  if (key === undefined) return change(value) ?? null
  if (Array.isArray(value))
    return value.map((each: Value, i) => (i === key ? changed(each, rest, change) : each))
  const parts = value as { readonly [key: string]: Value }
  const old = parts[key] ?? null
  const next = rest.length === 0 ? change(old) : changed(old, rest, change)
  const without = Object.entries(parts).filter(([name]) => name !== key)
  return Object.fromEntries(next === undefined ? without : [...without, [key, next]])
}

/** Every place of a field's arguments × every wrong value, something missing, something too much. */
export function brokenValues({ name, document, variables }: EveryField): Broken[] {
  const places = placesOf(variables).filter((place) => place.length > 0)
  return places.flatMap((place) => {
    const sent = (what: string, change: (old: Value) => Value | undefined): Broken => ({
      what: `${name}: ${place.join('.')} ${what}`,
      body: JSON.stringify({ query: document, variables: changed(variables, place, change) }),
    })
    return [
      ...WRONG.map((wrong) => sent(`is ${short(wrong)}`, () => wrong)),
      sent('is missing', () => undefined),
      sent('is a list of itself', (old) => [[old]]),
      sent('is there twice', (old) =>
        Array.isArray(old) ? [...(old as Value[]), ...(old as Value[])] : [old, old],
      ),
      sent('has one part more', (old): Value => (isParts(old) ? { ...old, more: 1 } : { value: old })),
    ]
  })
}

const isParts = (value: Value): value is { readonly [key: string]: Value } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every place × every word that only a document can hold. */
export function brokenWords({ kind, name, document, variables }: EveryField): Broken[] {
  const places = placesOf(variables).filter((place) => place.length > 0)
  const selection = document.slice(document.indexOf(' {', document.indexOf(`{ ${name}`) + 2))
  return places.flatMap((place) =>
    WRONG_WORDS.map((word) => {
      const marked = changed(variables, place, () => MARK)
      const passed = Object.entries(marked as object)
        .map(([key, value]) => `${key}: ${literal(value as Value)}`)
        .join(' ')
      const query = `${kind} { ${name}(${passed.replace(`"${MARK}"`, () => word)})${selection}`
      return { what: `${name}: ${place.join('.')} is written ${word}`, body: JSON.stringify({ query }) }
    }),
  )
}

const MARK = 'the-place-of-the-word'

/** A value in a document's words; what looks like a name of an enum is written as one. */
function literal(value: Value): string {
  if (Array.isArray(value)) return `[${value.map((each) => literal(each as Value)).join(' ')}]`
  if (isParts(value))
    return `{ ${Object.entries(value)
      .map(([key, each]) => `${key}: ${literal(each)}`)
      .join(' ')} }`
  return typeof value === 'string' && /^[a-z]\w*$/i.test(value) ? value : JSON.stringify(value)
}

/** Documents that ask a field for what it has not. */
export function brokenDocuments({ kind, name, document, variables }: EveryField): Broken[] {
  const inner = document.slice(document.indexOf('{'))
  const documents: Readonly<Record<string, string>> = {
    'another root': `subscription ${inner}`,
    'the wrong kind': `${kind === 'query' ? 'mutation' : 'query'} ${inner}`,
    ...(document.includes('$') && { 'no variables declared': `${kind} ${inner}` }),
    'a field that is not there': document.replace('{ __typename', '{ reporterToken'),
    'no selection': `${kind} { ${name} }`,
    'an argument that is not there': document.replace(`{ ${name}`, `{ ${name}(where: "1=1") `),
    'a fragment that is not there': document.replace('{ __typename', '{ ...nothing'),
    'a type that is not there': document.replace('{ __typename', '{ ... on Reporter { token }'),
    'a directive that is not there': document.replace(`{ ${name}`, `{ ${name} @sql(text: "SELECT 1")`),
    'half of it': document.slice(0, document.length / 2),
    'two of it without a name': `${document} ${document}`,
    'the introspection of types': '{ __schema { types { name } } }',
  }
  // A field that has no selection, or takes nothing, cannot be broken in each of these ways.
  return Object.entries(documents)
    .filter(([, query]) => query !== document)
    .map(([what, query]) => ({ what: `${name}: ${what}`, body: JSON.stringify({ query, variables }) }))
}

/** Bodies that are no request at all. */
export function brokenBodies({ name, document, variables }: EveryField): Broken[] {
  const whole = { query: document, variables }
  const text = JSON.stringify(whole)
  const bodies: Readonly<Record<string, string>> = {
    'cut off': text.slice(0, -1),
    twice: text + text,
    'single quotes': text.replaceAll('"', "'"),
    'a list': JSON.stringify([whole]),
    'a text': JSON.stringify(text),
    'variables as text': JSON.stringify({ ...whole, variables: 'x' }),
    'variables as a list': JSON.stringify({ ...whole, variables: [variables] }),
    'variables as a number': JSON.stringify({ ...whole, variables: 1 }),
    'a query of numbers': JSON.stringify({ ...whole, query: 1 }),
    'a query of lists': JSON.stringify({ ...whole, query: [document] }),
    'an operation that is not there': JSON.stringify({ ...whole, operationName: 'x' }),
    'an operation as a list': JSON.stringify({ ...whole, operationName: [] }),
    'extensions as text': JSON.stringify({ ...whole, extensions: 'x' }),
    'a NUL in it': text.replace(name, `${name}\\u0000`),
    'half a character in it': text.replace(name, `${name}\\ud800`),
    'too long': JSON.stringify({ ...whole, query: `${document}#${'x'.repeat(64 * 1024)}` }),
    NaN: text.replace(/}$/, ',"operationName":NaN}'),
  }
  const types = [
    'text/plain',
    'application/xml',
    'multipart/form-data; boundary=x',
    'application/json; charset=gbk',
  ]
  return [
    ...Object.entries(bodies).map(([what, body]) => ({ what: `${name}: ${what}`, body })),
    ...types.map((type) => ({ what: `${name}: as ${type}`, body: text, headers: { 'content-type': type } })),
  ]
}

const short = (value: Value): string => {
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 60)}… (${text.length})` : text
}
