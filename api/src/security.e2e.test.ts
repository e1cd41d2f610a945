import { readFile, readdir } from 'node:fs/promises'
import { MEASURES } from '@fengsui/domain/metrics/measures'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answered, type TestServer, startTestServer } from './testing.js'

// The numbers are those of the security checklist, block A.

let on: TestServer
let cookie: string

beforeAll(async () => {
  on = await startTestServer(15)
  cookie = await on.signedInAs('office')
})
afterAll(() => on.close())

const times = (count: number, each: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => each(i)).join(' ')
const VIEWER = '{ viewer { persona } }'
/** A session of its own, so that no test eats another's share. */
const ask = async (query: string, variables: object = {}): Promise<Answered> =>
  on.ask(await on.signedInAs('office'), { query, variables })

/** Refused with a sentence in Chinese, a code and a number, and before anything was answered. */
function expectRefused(answer: Answered, code: string, sentence?: string | RegExp): void {
  expect(answer.data).toBeUndefined()
  expect(answer.errors).toHaveLength(1)
  const [error] = answer.errors ?? []
  expect(error?.extensions.code).toBe(code)
  expect(error?.message).toMatch(/[\u4e00-\u9fff]/)
  if (sentence !== undefined) expect(error?.message).toMatch(sentence)
  expect(error?.extensions.requestId).toBe(answer.headers.get('x-request-id'))
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.status).toBeLessThan(500)
}

describe('what a request may ask for', () => {
  test('1 depth limit: eight levels are answered, nine are not', async () => {
    const deepest = `query ($request: MetricsRequest!) { metrics(request: $request) { ... on MetricsTable {
      rows { values { changes { text } } } } ... on Rejection { code } } }`
    const request = { measures: ['received'], period: { preset: 'all' } }
    expect((await ask(deepest, { request })).errors).toBeUndefined()
    const nest = (depth: number): string => (depth === 1 ? 'persona' : `viewer { ${nest(depth - 1)} }`)
    expectRefused(await ask(`{ ${nest(9)} }`), 'TOO_COMPLEX', '最多8层')
  })

  test('2 cost limit: the dear question is refused with its cost', async () => {
    const query = 'query ($request: MetricsRequest!) { metrics(request: $request) { __typename } }'
    const measures = Object.keys(MEASURES).slice(0, 10)
    const request = {
      measures,
      dimensions: ['region1', 'industry1'],
      comparisons: ['yearAgo', 'previous'],
      period: { preset: 'all' },
    }
    // 10 × 3 × 3, then the same by day, six times.
    expect((await ask(query, { request })).errors).toBeUndefined()
    const dear = `query ($request: MetricsRequest!) { ${times(6, (i) => `m${i}: metrics(request: $request) { __typename }`)} }`
    expectRefused(await ask(dear, { request: { ...request, grain: 'day' } }), 'TOO_COMPLEX', '6480')
    expectRefused(await ask('{ batches(first: 100000) { id } }'), 'TOO_COMPLEX', '10000')
  })

  test('3 aliases: the 16th of a costly field is refused, and each counts for the rate', async () => {
    const aliases = (count: number) => `{ ${times(count, (i) => `b${i}: batches { id }`)} }`
    expectRefused(await ask(aliases(16)), 'TOO_COMPLEX', '最多查询15次')
    // A minute's worth in one request: the next must wait as long, however slow this machine is.
    const mine = await on.signedInAs('office')
    expect((await on.ask(mine, { query: aliases(15) })).errors).toBeUndefined()
    const last = await on.ask(mine, { query: aliases(15) })
    expectRefused(last, 'RATE_LIMITED', /请在\d+秒后重试/)
    expect([last.status, Number(last.headers.get('retry-after'))]).toEqual([
      429,
      last.errors?.[0]?.extensions.retryAfterSeconds,
    ])
    // What costs nothing is answered still, and so is everybody else.
    expect((await on.ask(mine, { query: VIEWER })).errors).toBeUndefined()
    expect((await ask(aliases(15))).errors).toBeUndefined()
  })

  test('4 array batching is off', async () => {
    expectRefused(await on.ask(cookie, [{ query: VIEWER }, { query: VIEWER }]), 'BAD_REQUEST')
    expectRefused(await on.ask(cookie, []), 'BAD_REQUEST')
  })

  test('5 a field named often is one field, and 1,000 times is refused', async () => {
    const often = (count: number) => ask(`{ viewer { ${times(count, () => 'persona')} } }`)
    expect((await often(100)).data).toEqual({ viewer: { persona: 'office' } })
    expectRefused(await often(1000), 'GRAPHQL_VALIDATION_FAILED')
    expect((await ask(`{ ${times(100, () => 'batches { id }')} }`)).data).toEqual({ batches: [] })
  })

  test('6 directive overload is refused', async () => {
    expectRefused(await ask(`{ viewer { persona ${times(500, () => '@skip(if: false)')} } }`), 'TOO_COMPLEX')
    expectRefused(await ask(`{ viewer { persona ${times(900, (i) => `@a${i}`)} } }`), 'TOO_COMPLEX')
  })

  test('7 at most 2,000 tokens and 64 KB', async () => {
    // Five words around, three of each field.
    const fields = times(665, (i) => `a${i}: persona`)
    expect((await ask(`{ viewer { ${fields} } }`)).errors).toBeUndefined()
    expectRefused(await ask(`{ viewer { ${fields} persona } }`), 'TOO_COMPLEX')
    const large = await on.ask(cookie, { query: `${VIEWER} #${'x'.repeat(64 * 1024)}` })
    expectRefused(large, 'TOO_LARGE', '64 KB')
    expect(large.status).toBe(413)
  })

  test('8 circular fragments are refused, and so are those that double each other', async () => {
    const circle = '{ ...a } fragment a on Query { viewer { persona } ...b } fragment b on Query { ...a }'
    expectRefused(await ask(circle), 'GRAPHQL_VALIDATION_FAILED')
    const self = '{ ...a } fragment a on Query { ...a }'
    expectRefused(await ask(self), 'GRAPHQL_VALIDATION_FAILED')
    const doubling = times(
      60,
      (i) => `fragment f${i} on Query { ${i === 59 ? 'viewer { persona }' : `...f${i + 1} ...f${i + 1}`} }`,
    )
    expect((await ask(`{ ...f0 } ${doubling}`)).data).toEqual({ viewer: { persona: 'office' } })
  })

  test('the screens’ own documents are within the limits', async () => {
    const folder = new URL('../../web/src/graphql/', import.meta.url)
    const files = (await readdir(folder)).filter((file) => file.endsWith('documents.ts'))
    const sources = await Promise.all(files.map((file) => readFile(new URL(file, folder), 'utf8')))
    const texts = [...sources.join('\n').matchAll(/gql(?:<[^>]*>)?`([^`]*)`/g)].map(([, text = '']) =>
      text.replace(/\$\{\w+\}/g, ''),
    )
    const fragmentsOf = (name: string) =>
      texts.filter((text) => new RegExp(`^\\s*fragment ${name}`).test(text)).join('\n')
    const boot = texts.find((text) => /query Boot/.test(text)) ?? ''
    expect((await ask(`${boot}\n${fragmentsOf('MapParts')}`)).errors).toBeUndefined()
    const request = {
      measures: Object.keys(MEASURES).slice(0, 10),
      dimensions: ['industry1'],
      comparisons: ['yearAgo', 'previous'],
      period: { preset: 'all' },
    }
    // A page asks for all its parts at once (boardDocument); the trend map has the most: thirteen months and one beside.
    const parts = Array.from({ length: 14 }, (_, i) => `month${i}`)
    const declared = parts.map((part) => `$${part}: MetricsRequest!`).join(' ')
    const fields = parts.map((part) => `${part}: metrics(request: $${part}) { ...Answer }`).join(' ')
    const months = { ...request, measures: request.measures.slice(0, 1), comparisons: ['yearAgo'] }
    const { errors, data } = await ask(
      `query Board(${declared}) { ${fields} }\n${fragmentsOf('Answer')}`,
      Object.fromEntries(parts.map((part, i) => [part, i < 11 ? request : months])),
    )
    expect(errors).toBeUndefined()
    expect(Object.keys(data ?? {})).toEqual(parts)
  })
})

describe('what the door tells and takes', () => {
  const raw = (init: RequestInit & { headers?: Record<string, string> }, path = '/graphql') =>
    fetch(`${on.server.url}${path}`, { ...init, headers: { cookie, ...init.headers } })
  const JSON_TYPE = { 'content-type': 'application/json' }
  const body = JSON.stringify({ query: VIEWER })
  const METRICS = 'query ($r: MetricsRequest!) { metrics(request: $r) { __typename } }'

  test('9 introspection, a console and “did you mean” are off', async () => {
    expectRefused(await ask('{ __schema { types { name } } }'), 'GRAPHQL_VALIDATION_FAILED')
    expectRefused(await ask('{ __type(name: "Query") { name } }'), 'GRAPHQL_VALIDATION_FAILED')
    const { text } = await ask('{ viewr { persona } }')
    expect(text).not.toMatch(/viewer|did you mean|Query/i)
    const console = await raw({ method: 'GET', headers: { accept: 'text/html' } })
    expect([console.status, await console.text()]).toEqual([
      405,
      expect.not.stringMatching(/<html|graphiql|apollo/i),
    ])
  })

  test('10 no tracing, no extension but the documented', async () => {
    const headers = { 'apollo-federation-include-trace': 'ftv1' }
    const fine = await on.ask(cookie, { query: VIEWER, extensions: { tracing: true } }, headers)
    expect(JSON.parse(fine.text)).toEqual({ data: { viewer: { persona: 'office' } } })
    const { errors } = await ask('{ nothing }')
    expect(Object.keys(errors?.[0]?.extensions ?? {}).sort()).toEqual(['code', 'requestId'])
    const persisted = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } }
    expect(await on.ask(cookie, { extensions: persisted })).toMatchObject({
      errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } }],
    })
  })

  test.each(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('11 %s is refused', async (method) => {
    const answer = await raw({ method }, '/graphql?query={viewer{persona}}')
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST'])
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=gbk',
    'application/graphql',
    'application/jsonp',
    '',
  ])('11 a body of type “%s” is refused', async (type) => {
    const answer = await raw({ method: 'POST', body: Buffer.from(body), headers: { 'content-type': type } })
    expect(answer.status).toBe(415)
  })

  test.each(['/graphql/', '/%67raphql', '//graphql', '/graphql;x', '/GraphQL'])(
    '11 there is no other way in: %s',
    async (path) => {
      const answer = await raw({ method: 'POST', body, headers: { ...JSON_TYPE, cookie: '' } }, path)
      expect([401, 404]).toContain(answer.status)
    },
  )

  test('12 another site’s page is refused, by its origin and by what the browser says', async () => {
    const from = (headers: Record<string, string>) => on.ask(cookie, { query: VIEWER }, headers)
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1', 'nonsense'])
      expectRefused(await from({ origin }), 'FORBIDDEN_ORIGIN')
    expectRefused(await from({ 'sec-fetch-site': 'cross-site' }), 'FORBIDDEN_ORIGIN')
    expect((await from({ origin: on.server.url })).data).toBeDefined()
    expect((await from({ 'sec-fetch-site': 'same-origin' })).data).toBeDefined()
    const signIn = await raw(
      {
        method: 'POST',
        headers: { origin: 'https://evil.example' },
        body: new URLSearchParams({ role: 'office' }),
      },
      '/signin',
    )
    expect(signIn.status).toBe(403)
    expect(signIn.headers.get('access-control-allow-origin')).toBeNull()
  })

  test.each(['x-http-method-override', 'x-http-method', 'x-method-override'])(
    '13 %s is ignored',
    async (name) => {
      expect((await raw({ method: 'GET', headers: { [name]: 'POST' } })).status).toBe(405)
      const posted = await on.ask(cookie, { query: VIEWER }, { [name]: 'DELETE' })
      expect(posted.data).toEqual({ viewer: { persona: 'office' } })
    },
  )

  test('15 no error has a stack, SQL, a table’s name or a path; each has a number', async () => {
    await on.ask(cookie, { query: VIEWER })
    await on.stores.metadata.$executeRawUnsafe('ALTER TABLE "Batch" RENAME TO "Away"')
    const answers = await Promise.all([
      on.ask(cookie, { query: '{ batches { id } }' }),
      on.ask(cookie, { query: '{' }),
      on.ask(cookie, { query: '{ nothing }' }),
      on.ask(cookie, { query: METRICS, variables: { r: 5 } }),
      on.ask(cookie, 'no json'),
      on.ask(cookie, { query: 5 }),
      on.ask(cookie, { query: VIEWER, variables: 'x' }),
      on.ask(cookie, {}),
    ]).finally(() => on.stores.metadata.$executeRawUnsafe('ALTER TABLE "Away" RENAME TO "Batch"'))
    for (const { text, headers, errors } of answers) {
      expect(errors?.length).toBeGreaterThan(0)
      expect(text).not.toMatch(/\bat .+:\d+:\d+|node_modules|SELECT|[Pp]risma|relation|Away|Batch|\/src\//)
      expect(errors?.[0]?.message).toMatch(/[\u4e00-\u9fff]/)
      expect(headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/)
    }
  })

  test('18 of a key given twice the last counts, everywhere', async () => {
    const twice = '{"query":"{ nothing }","query":"{ viewer { persona } }"}'
    expect((await on.ask(cookie, twice)).data).toEqual({ viewer: { persona: 'office' } })
    expectRefused(
      await on.ask(cookie, twice.replace('"query":"{ viewer { persona } }"', '"query":"{ none }"')),
      'GRAPHQL_VALIDATION_FAILED',
    )
  })

  const filtered = (code: string) =>
    `{"query":${JSON.stringify(METRICS)},"variables":{"r":{"measures":["received"],"period":{"preset":"all"},"leaving":true,"filters":[{"dimension":"channel","in":["${code}"]}]}}}`
  test.each([
    [
      'invalid UTF-8',
      Buffer.concat([Buffer.from('{"query":"'), Buffer.from([0xff, 0xc0]), Buffer.from('"}')]),
    ],
    ['half a character', filtered('\\ud800')],
    ['half a character in a name', '{"query":"{ viewer { persona } }","\\udfff":1}'],
    ['NUL', filtered('\\u0000')],
    ['a raw NUL', filtered('\0')],
    ['__proto__', '{"query":"{ viewer { persona } }","variables":{"__proto__":{"a":1}}}'],
    ['UTF-16', Buffer.from(body, 'utf16le')],
    ['deep nesting', `{"query":"${VIEWER}","variables":{"a":${'['.repeat(30_000)}}`],
    ['nothing', ''],
    ['a number', '5'],
    ['null', 'null'],
  ])('18 %s is refused whole', async (_, sent) => expectRefused(await on.ask(cookie, sent), 'BAD_REQUEST'))

  test('18 a body nested deeply is read without harm', async () => {
    const deep = `{"query":"${VIEWER}","variables":{"a":${'['.repeat(30_000)}${']'.repeat(30_000)}}}`
    expect((await on.ask(cookie, deep)).data).toEqual({ viewer: { persona: 'office' } })
  })
})
