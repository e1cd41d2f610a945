import { CLICK } from '@fengsui/etl/warehouse/limits'
import { DIMENSIONS } from '@fengsui/domain/metrics/dimensions'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeCursor } from '../query/case-list/page.js'
import { type TestServer, startTestServer } from '../testing.js'
import { type GivenCase, REPORTER, TOWN, giveCases, someCases } from './given-cases.js'
import { PAYLOADS } from './payloads.js'

// The numbers are those of the security checklist, blocks A and B.

/** Every tenth payload is the code of a town, and each is in the name of an enterprise. */
const given: readonly GivenCase[] = [
  ...someCases(20),
  ...PAYLOADS.map((payload, i) => ({
    case_id: `held-${String(i).padStart(3, '0')}`,
    source_case_no: `持-${i}`,
    enterprise: `甲${payload}乙`,
    received_on: '2026-11-20',
    region_1: i % 10 === 0 ? payload : TOWN,
  })),
]
const idsOf = (cases: readonly GivenCase[]): string[] => cases.map(({ case_id }) => String(case_id)).sort()

let on: TestServer
let cookie: string
let answer = ''
beforeAll(async () => {
  on = await startTestServer(1_000_000)
  await giveCases(on.stores, given)
  cookie = await on.signedInAs('office')
  const { data } = await on.ask(cookie, {
    query: `{ metrics(request: { measures: [received], dimensions: [region1], period: { preset: thisMonth } }) {
      ... on MetricsTable { id cases } } }`,
  })
  const table = data?.metrics as { id: string; cases: number }
  expect(table.cases).toBe(given.length)
  answer = table.id
})
afterAll(() => on.close())

/** What a list or a table of them says, whichever it is. */
interface Told {
  readonly code?: string
  readonly message?: string
  readonly total?: number
  readonly nodes?: readonly { readonly id: string }[]
  readonly endCursor?: string | null
}

const AT_ONCE = 15

/** Asks one field with many arguments, as few requests as the door allows. */
async function askEach(
  field: string,
  type: string,
  selection: string,
  values: readonly object[],
): Promise<Told[]> {
  const told: Told[] = []
  for (let at = 0; at < values.length; at += AT_ONCE) {
    const some = values.slice(at, at + AT_ONCE)
    const names = Object.keys(some[0] ?? {})
    const heads = some.map((_, i) => names.map((name) => `$${name}${i}: ${TYPES[name] ?? type}`).join(' '))
    const fields = some.map(
      (_, i) => `f${i}: ${field}(${names.map((name) => `${name}: $${name}${i}`).join(' ')}) ${selection}`,
    )
    const variables = some.flatMap((each, i) =>
      Object.entries(each).map(([name, value]): [string, unknown] => [`${name}${i}`, value]),
    )
    const query = `${field === 'saveView' ? 'mutation' : 'query'} (${heads.join(' ')}) { ${fields.join(' ')} }`
    const { data, errors, text } = await on.ask(cookie, { query, variables: Object.fromEntries(variables) })
    expect(errors).toBeUndefined()
    expect(text).not.toContain(REPORTER)
    told.push(...some.map((_, i) => data?.[`f${i}`] as Told))
  }
  return told
}

const TYPES: Readonly<Record<string, string>> = {
  of: 'NumberInput!',
  request: 'MetricsRequest!',
  first: 'Int!',
}
const LIST = '{ ... on Rejection { code message } ... on CasePage { total endCursor nodes { id } } }'
const of = { answer, measure: 'received' }
const listed = (values: readonly object[]): Promise<Told[]> =>
  askEach(
    'cases',
    'String!',
    LIST,
    values.map((each) => ({ of: { ...of, answer }, first: 100, ...each })),
  )
const ids = ({ nodes = [] }: Told): string[] => nodes.map(({ id }) => id).sort()

describe(`22 ${PAYLOADS.length} payloads mean nothing but themselves`, () => {
  test('there are 200 of them at least', () => {
    expect(new Set(PAYLOADS).size).toBe(PAYLOADS.length)
    expect(PAYLOADS.length).toBeGreaterThanOrEqual(200)
  })

  test.each(Object.keys(DIMENSIONS))(
    'as a filter on %s: a code that the office does not have',
    async (dimension) => {
      const told = await askEach(
        'metrics',
        '',
        '{ ... on Rejection { code message } ... on MetricsTable { total { values { n } } } }',
        PAYLOADS.map((payload) => ({
          request: {
            measures: ['received'],
            period: { preset: 'all' },
            filters: [{ dimension, in: [payload] }],
          },
        })),
      )
      expect(told.map(({ code }) => code)).toEqual(PAYLOADS.map(() => 'unknownMember'))
      expect(told.map(({ message = '' }, i) => message.includes(PAYLOADS[i] ?? '\0'))).not.toContain(false)
    },
  )

  test('as the key of a row: the cases of a town that is called so', async () => {
    const told = await listed(PAYLOADS.map((payload) => ({ of: { ...of, answer, keys: [payload] } })))
    const wanted = PAYLOADS.map((payload) => idsOf(given.filter(({ region_1 }) => region_1 === payload)))
    expect(told.map(ids)).toEqual(wanted)
    expect(told.map(({ total }) => total)).toEqual(wanted.map(({ length }) => length))
    expect(wanted.flat().length).toBeGreaterThan(20)
  })

  test('in a search: the cases whose number or enterprise holds it', async () => {
    const told = await listed(PAYLOADS.map((search) => ({ search })))
    const holds = (search: string) => (each: GivenCase) =>
      [each.source_case_no, each.enterprise].some((text) =>
        String(text).toLowerCase().includes(search.trim().toLowerCase()),
      )
    PAYLOADS.forEach((search, i) => {
      const wanted = idsOf(given.filter(holds(search)))
      // A page holds 100.
      const got = ids(told[i] ?? {})
      expect([search, got.length]).toEqual([search, Math.min(100, wanted.length)])
      expect(got.filter((id) => !wanted.includes(id))).toEqual([])
    })
  })

  test('as a cursor: none of ours; inside of one: a place in the order', async () => {
    const raw = await listed(PAYLOADS.map((after) => ({ after })))
    expect(new Set(raw.map(({ code }) => code))).toEqual(new Set(['badPage']))
    const inside = PAYLOADS.filter((_, i) => i % 4 === 0)
    const forged = await listed(
      inside.map((id) => ({ after: writeCursor({ day: '2026-11-20', id }), search: '举报' })),
    )
    const bytes = (text: string): string => Buffer.from(text).toString('latin1')
    const wanted = inside.map((payload) =>
      idsOf(
        someCases(20).filter(
          ({ received_on, case_id }) =>
            String(received_on) < '2026-11-20' ||
            (received_on === '2026-11-20' && bytes(String(case_id)) > bytes(payload)),
        ),
      ),
    )
    expect(forged.map(ids)).toEqual(wanted)
  })

  test('as the name of a view: kept as it is written, or refused', async () => {
    const values = PAYLOADS.map((name) => ({ name, address: 'a=1' }))
    const told = await askEach(
      'saveView',
      'String!',
      '{ ... on Rejection { code } ... on SavedView { id } }',
      values,
    )
    const kept = PAYLOADS.filter((_, i) => told[i]?.code === undefined)
    expect(told.map(({ code }) => code ?? 'badView')).toEqual(PAYLOADS.map(() => 'badView'))
    const { data } = await on.ask(cookie, { query: '{ savedViews { name } }' })
    const names = (data?.savedViews as { name: string }[]).map(({ name }) => name)
    expect(names.sort()).toEqual([...new Set(kept.map((name) => name.trim()))].sort())
    expect(kept.length).toBeGreaterThan(150)
  })
})

test.each(['%', '_', '\\', '\\%', '\\\\', '_乙', '甲%'])('23 %s in a search is literal', async (search) => {
  const [told] = await listed([{ search }])
  const wanted = idsOf(given.filter(({ enterprise }) => String(enterprise).includes(search)))
  expect(wanted.length).toBeGreaterThan(0)
  expect(told && ids(told)).toEqual(wanted)
})

test('17 a page has 1 to 100 rows: no more, no fraction, nothing that is no number', async () => {
  const refused = await listed([0, -1, 101, 1000].map((first) => ({ first })))
  expect(refused.map(({ code }) => code)).toEqual(refused.map(() => 'badPage'))
  for (const first of [1.5, 2 ** 31 - 1, 2 ** 31, 2 ** 53, 1e300, '5', 'NaN', true, [5], { a: 5 }]) {
    for (const [field, arg] of [
      ['cases', `of: { answer: "${answer}", measure: received }`],
      ['batches', ''],
    ] as const) {
      const query = `query ($first: Int!) { ${field}(first: $first ${arg}) { __typename } }`
      const { errors, data } = await on.ask(cookie, { query, variables: { first } })
      expect([first, errors?.[0]?.extensions.code, data]).toEqual([
        first,
        expect.stringMatching(/^(BAD_USER_INPUT|TOO_COMPLEX)$/),
        undefined,
      ])
    }
  }
  for (const word of ['NaN', '1.5', '9007199254740992', '1e3', '-0.5']) {
    const { errors } = await on.ask(cookie, { query: `{ batches(first: ${word}) { id } }` })
    expect([word, errors?.[0]?.extensions.code]).toEqual([word, 'GRAPHQL_VALIDATION_FAILED'])
  }
  for (const first of [0, -1, 201]) {
    const { errors } = await on.ask(cookie, { query: `{ batches(first: ${first}) { id } }` })
    expect(errors).toMatchObject([
      { message: '一次可列出1至200个批次。', extensions: { code: 'BAD_USER_INPUT' } },
    ])
  }
  const [whole, one] = await listed([{}, { first: 1 }])
  expect([whole?.nodes?.length, one?.nodes?.length]).toEqual([100, 1])
})

describe('24 the connection of clicks', () => {
  test.each([
    "SELECT * FROM file('/etc/passwd', 'LineAsString')",
    "SELECT * FROM url('http://127.0.0.1:1/', 'LineAsString')",
    "SELECT * FROM remote('127.0.0.1', 'system.one')",
    "SELECT * FROM executable('x', 'TSV', 'a String')",
    "SELECT * FROM s3('http://127.0.0.1:1/a.csv')",
    "SELECT * FROM mysql('127.0.0.1:1', 'a', 'b', 'c', 'd')",
    "SELECT * FROM postgresql('127.0.0.1:1', 'a', 'b', 'c', 'd')",
    'SELECT 1 SETTINGS readonly = 0',
    'SELECT 1 SETTINGS max_execution_time = 0',
    'SELECT 1 SETTINGS max_memory_usage = 0',
    "SELECT 1 INTO OUTFILE '/tmp/never-written.csv'",
    'INSERT INTO cases (case_id) VALUES (1)',
    'CREATE TABLE away (a Int8) ENGINE = Memory',
    'DROP TABLE cases',
    'ALTER TABLE cases DELETE WHERE 1',
    'TRUNCATE TABLE cases',
    'SET readonly = 0',
    'SYSTEM SHUTDOWN',
    'SELECT 1; DROP TABLE cases',
  ])('refuses to run %s', async (query) => {
    const warehouse = on.stores.warehouse(CLICK)
    const asked = warehouse.client.query({ query, format: 'JSONEachRow' }).then((result) => result.text())
    await expect(asked).rejects.toThrow(/READONLY|readonly/)
    const { data } = await on.ask(cookie, { query: '{ office { firstDay } }' })
    expect(data).toEqual({ office: { firstDay: '2026-11-01' } })
    await warehouse.close()
  })
})

test('the log has nothing to tell of all this', () => {
  expect(on.logged).toEqual([])
})
