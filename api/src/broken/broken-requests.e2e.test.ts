import { readFile } from 'node:fs/promises'
import { REJECTION_CODES } from '../query/rejection.js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestServer, startTestServer } from '../testing.js'
import { type Broken, brokenBodies, brokenDocuments, brokenValues, brokenWords } from './breakages.js'
import { type EveryField, everyField } from './every-field.js'
import { OTHER_TOWN, REPORTER, TOWN, giveCases, someCases } from './given-cases.js'
import { nonsense } from './nonsense.js'

let on: TestServer
let cookie: string
let fields: readonly EveryField[]
beforeAll(async () => {
  on = await startTestServer(1_000_000)
  await giveCases(on.stores, someCases(60))
  cookie = await on.signedInAs('office')
  const request = {
    measures: ['received', 'onTimeRate'],
    dimensions: ['region1'],
    grain: null,
    period: { preset: 'thisMonth', from: null, to: null },
    filters: [{ dimension: 'region1', in: [TOWN, OTHER_TOWN] }],
    comparisons: ['previous'],
    orderBy: { measure: 'received', direction: 'desc' },
    top: 5,
    others: false,
    reach: 'own',
    leaving: false,
  }
  const query = `query ($request: MetricsRequest!) { metrics(request: $request) { ... on MetricsTable { id } } }`
  const { data } = await on.ask(cookie, { query, variables: { request } })
  const { id } = data?.metrics as { id: string }
  const first = 10
  const of = {
    answer: id,
    measure: 'received',
    keys: [TOWN],
    bucket: null,
    comparison: null,
    which: 'all',
    others: false,
  }
  fields = await everyField({
    'metrics.request': request,
    'provenance.id': id,
    'again.id': id,
    'case.id': 'case-1',
    'cases.of': of,
    'enterprises.of': of,
    'enterprises.first': first,
    'enterprises.least': first,
    'cases.first': first,
    'cases.after': null,
    'cases.orderBy': 'received',
    'cases.direction': 'desc',
    'cases.search': '举报',
    'batches.first': first,
    'saveView.address': '?a=1',
  })
})
afterAll(() => on.close())

/** Codes of errors that a client may meet for what it sent. */
const ERROR_CODES = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  // What only the unit concerned may do, the office may not.
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'TOO_COMPLEX',
  'TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
])
const CHINESE = /[\u4e00-\u9fff]/
const STACK_OR_ENGINE =
  /\bat \S+ ?\(?\S+:\d+|DB::|Code: \d|\b[Pp]risma|ECONN|ENOENT|node_modules|\/work|\/tmp|\.[cm]?[tj]s\b|\b(SELECT|FROM|WHERE)\b|TypeError|undefined|\[object/

/** Names of the tables and their columns. */
async function namesOfStores(): Promise<RegExp> {
  const schema = await readFile(new URL('../../../prisma/schema.prisma', import.meta.url), 'utf8')
  const models = [...schema.matchAll(/^model (\w+)/gm)].map(([, name = '']) => name)
  const warehouse = on.stores.warehouse({
    ...{ readonly: true, maxSeconds: 5, maxMemoryBytes: 1e9, maxResultRows: 1e5, priority: 1 },
  })
  const columns = await warehouse.client.query({
    query: `SELECT DISTINCT name FROM system.columns WHERE database = 'fengsui' AND position(name, '_') > 0`,
    format: 'JSONEachRow',
  })
  const names = (await columns.json<{ name: string }>()).map(({ name }) => name)
  await warehouse.close()
  expect(names).toContain('received_on')
  const ofTables = ['source_rows', 'case_versions', 'AuditEntry', 'SignInLink', 'SavedView"', ...names]
  expect(models).toContain('AuditEntry')
  return new RegExp(`\\b(${ofTables.join('|')})`)
}

interface Outcome {
  readonly kind: 'refused' | 'answered'
  /** What is wrong with the answer itself; null: nothing. */
  readonly fault: string | null
}

/** Looks at an answer as the rule for all of them demands. */
function judge(broken: Broken, status: number, text: string, names: RegExp, english: boolean): Outcome {
  const of = (kind: Outcome['kind'], fault: string | null): Outcome => ({ kind, fault })
  if (status >= 500) return of('refused', `status ${status}`)
  if (text.includes(REPORTER)) return of('answered', 'tells the reporter')
  let read: {
    data?: Record<string, unknown> | null
    errors?: { message: string; extensions: { code: string } }[]
  }
  try {
    read = JSON.parse(text) as typeof read
  } catch {
    return of('refused', 'no JSON')
  }
  const { data, errors } = read
  const rejections = Object.values(data ?? {}).filter(
    (each): each is { code: string; message: string; field: string } =>
      typeof each === 'object' && each !== null && '__typename' in each && each.__typename === 'Rejection',
  )
  const refusals = [
    ...(errors ?? []).map(({ message, extensions: { code } }) => ({
      message,
      known: ERROR_CODES.has(code),
      code,
    })),
    ...rejections.map(({ message, code }) => ({ message, known: code in REJECTION_CODES, code })),
  ]
  if (refusals.length === 0)
    return of('answered', status === 200 && data ? null : `status ${status}, no data`)
  if (errors && status < 400 && !data && status !== 200) return of('refused', `status ${status}`)
  for (const { message, known, code } of refusals) {
    if (!known) return of('refused', `code ${code}`)
    if (english ? !/[a-z]{3}/.test(message) : !CHINESE.test(message)) return of('refused', `says ${message}`)
  }
  // What was sent may be said back in a sentence; it is no secret of ours.
  const own = withoutEchoes(text, broken.body)
  const leak = STACK_OR_ENGINE.exec(own) ?? names.exec(own)
  return of('refused', leak ? `tells ${leak[0]}` : null)
}

/** An answer without the texts of the request in it. */
function withoutEchoes(answer: string, body: string): string {
  const sent = [...body.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => text)
  return sent
    .filter((text) => text.length > 8 && answer.includes(text))
    .reduce((rest, text) => rest.replaceAll(text, ''), answer)
}

it('at least 3,000 broken requests are refused in a sentence, and the server stays up', async () => {
  const names = await namesOfStores()
  const metrics = fields.find(({ name }) => name === 'metrics')
  if (!metrics) throw new Error('there is no such field')
  const sent = [
    ...fields.flatMap((field) => [
      ...brokenValues(field),
      ...brokenWords(field),
      ...brokenDocuments(field),
      ...brokenBodies(field),
    ]),
    ...nonsense(metrics.document),
  ]
  const faults: string[] = []
  const answered: string[] = []
  let next = 0
  const askOneByOne = async (): Promise<void> => {
    for (let at = next++; at < sent.length; at = next++) {
      const broken = sent[at]
      if (!broken) return
      const english = at % 5 === 0
      const headers = { ...broken.headers, 'accept-language': english ? 'en' : 'zh-CN' }
      const { status, text } = await on.ask(cookie, broken.body, headers)
      const { kind, fault } = judge(broken, status, text, names, english)
      if (kind === 'answered') answered.push(broken.what)
      if (fault !== null) faults.push(`${broken.what}: ${fault} ${text.slice(0, 300)}`)
    }
  }
  await Promise.all(Array.from({ length: 6 }, askOneByOne))
  expect(faults).toEqual([])
  expect(on.logged).toEqual([])
  expect(sent.length - answered.length).toBeGreaterThanOrEqual(3000)
  // What is left out or empty, a text to search for, and a name like any other break nothing.
  expect(answered.length / sent.length).toBeLessThan(0.05)
  const { data } = await on.ask(cookie, { query: '{ viewer { persona } office { asOf } }' })
  expect(data).toEqual({ viewer: { persona: 'office' }, office: { asOf: '2026-11-24' } })
}, 240_000)
