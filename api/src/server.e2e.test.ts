import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { openTestStores } from '@fengsui/etl/stores/testing'
import { LOAD } from '@fengsui/etl/warehouse/limits'
import { loadOffice } from '@fengsui/prisma/office/load'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Server, startServer } from './server.js'

let stores: Awaited<ReturnType<typeof openTestStores>>
let server: Server
let cookie: string
let web: string
const logged: string[] = []

/** Asks the API as a signed-in browser would. */
async function ask(
  query: string,
  variables: object = {},
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, ...headers },
    body: JSON.stringify({ query, variables }),
  })
}

interface Answered<T> {
  readonly data: T
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[]
}
async function data<T>(
  query: string,
  variables: object = {},
  headers: Record<string, string> = {},
): Promise<T> {
  const answered = (await (await ask(query, variables, headers)).json()) as Answered<T>
  expect(answered.errors).toBeUndefined()
  return answered.data
}

beforeAll(async () => {
  stores = await openTestStores()
  const office = await loadOffice('wulong')
  const warehouse = stores.warehouse(LOAD)
  const day = (month: number, day: number): string =>
    `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const values = Array.from({ length: 40 }, (_, i) => ({
    case_id: `case-${i}`,
    source: office.sources[0]?.id,
    region_1: i % 4 === 0 ? '' : '500156001',
    channel: 'phone',
    received_on: day(1 + (i % 10), 5),
    accepted_on: day(1 + (i % 10), 6),
    closed_on: day(2 + (i % 10), 1),
    due_on: day(2 + (i % 10), 20),
  }))
  await warehouse.client.insert({ table: 'cases', format: 'JSONEachRow', values })
  web = await mkdtemp(path.join(os.tmpdir(), 'fengsui-web-'))
  await mkdir(path.join(web, 'assets'))
  await writeFile(path.join(web, 'index.html'), '<p>page</p>')
  await writeFile(path.join(web, 'assets/app-1a2b.js'), '')
  await writeFile(path.join(web, 'assets/large-1a2b.js'), '// large\n'.repeat(1000))
  await writeFile(path.join(web, 'assets/ready-1a2b.js'), '// large\n'.repeat(1000))
  await writeFile(path.join(web, 'assets/ready-1a2b.js.br'), brotliCompressSync('// ready'))
  server = await startServer({
    web,
    config: { port: 0, host: '127.0.0.1', dev: false },
    stores,
    office,
    log: (line) => logged.push(line),
  })
  const link = await server.signInLink()
  const signedIn = await fetch(link, { redirect: 'manual' })
  cookie = signedIn.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
})
afterAll(async () => {
  await server.close()
  await stores.close()
  await rm(web, { recursive: true })
})

describe('the server', () => {
  it('answers who asks, the office, its catalogue and its members', async () => {
    const answer = await data<{
      viewer: { persona: string }
      office: { id: string; asOf: string; firstDay: string }
      catalogue: { measures: { id: string }[]; dimensions: { id: string; label: string }[] }
      members: { code: string; name: string }[]
    }>(`{ viewer { persona name } office { id name demo asOf firstDay dataVersion defaultPeriod mapNote }
        catalogue { measures { id label unit better } dimensions { id label level } }
        members(dimension: region1) { code name parent tile { x y } supervisors validTo }
        sources { id name rows } batches { id } }`)
    expect(answer.viewer.persona).toBe('office')
    expect(answer.office).toMatchObject({ id: 'wulong', asOf: '2026-10-05', firstDay: '2026-01-05' })
    expect(answer.catalogue.measures.map(({ id }) => id)).toContain('onTimeRate')
    expect(answer.members.map(({ name }) => name)).toContain('凤山街道')
  })

  it('speaks English to those who read it', async () => {
    const reasons = { 'row.test': 2 }
    const batch = { source: 'cq', fileName: 'a.csv', fileSha256: '', fileBytes: 1, state: 'failed' } as const
    const { id } = await stores.metadata.batch.create({ data: { ...batch, reasons } })
    const query =
      '{ office { mapNote } catalogue { measures { basis } } batches { id reasons { text rows } } members(dimension: department) { kind } }'
    interface Spoken {
      readonly office: { mapNote: string }
      readonly catalogue: { measures: { basis: string }[] }
      readonly batches: { id: number; reasons: { text: string }[] }[]
      readonly members: { kind: string }[]
    }
    const spoken = async (locale: string) => {
      const { office, catalogue, batches, members } = await data<Spoken>(
        query,
        {},
        { 'accept-language': locale },
      )
      expect(members[0]?.kind).toBe('部门')
      const mine = batches.find((each) => each.id === id)
      return [office.mapNote, ...catalogue.measures.map(({ basis }) => basis), mine?.reasons[0]?.text].join()
    }
    expect(await spoken('zh-CN')).toContain('测试数据')
    expect(await spoken('en')).not.toMatch(/[\u4e00-\u9fff]/)
    await stores.metadata.batch.delete({ where: { id } })
  })

  it('answers numbers of a dimension with zeros for members without a case and 未知 last', async () => {
    const { metrics } = await data<{
      metrics: {
        rows: { keys: string[]; labels: string[]; values: { value: number }[] }[]
        total: { values: { value: number }[] }
      }
    }>(
      `query ($request: MetricsRequest!) { metrics(request: $request) { ... on MetricsTable {
         period { label } rows { keys labels bucket values { value n state changes { text state } } } total { values { value } }
         leftOut cases sources footnotes } ... on Rejection { code message } } }`,
      { request: { measures: ['received'], dimensions: ['region1'], period: { preset: 'all' } } },
    )
    expect(metrics.total.values[0]?.value).toBe(40)
    expect(metrics.rows.find(({ keys }) => keys[0] === '500156001')?.values[0]?.value).toBe(30)
    expect(metrics.rows.at(-1)).toMatchObject({ labels: ['未知'], values: [{ value: 10 }] })
    expect(metrics.rows.filter(({ values }) => values[0]?.value === 0).length).toBeGreaterThan(20)
  })
})

describe('sign-in', () => {
  const use = (link: string) => fetch(link, { redirect: 'manual' })

  it('turns a link into a session cookie that scripts cannot read, once', async () => {
    const link = await server.signInLink()
    const first = await use(link)
    expect([first.status, first.headers.get('location')]).toEqual([303, '/'])
    expect(first.headers.get('set-cookie')).toMatch(
      /^fengsui_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    const second = await use(link)
    expect(second.status).toBe(403)
    expect(await second.text()).toContain('链接已失效')
  })

  it('gives one session when a link is used twice at once', async () => {
    const link = await server.signInLink()
    const answers = await Promise.all([use(link), use(link), use(link)])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 403, 403])
  })

  it('marks the cookie secure behind https', async () => {
    const answer = await fetch(await server.signInLink(), {
      redirect: 'manual',
      headers: { 'x-forwarded-proto': 'https' },
    })
    expect(answer.headers.get('set-cookie')).toContain('; Secure')
  })

  it.each(['', '?token=', '?token=wrong', '?token=a&token=b'])(
    'says what to do for /signin%s',
    async (search) => {
      const answer = await use(`${server.url}/signin${search}`)
      expect(answer.status).toBe(403)
      expect(await answer.text()).toContain('npm start')
    },
  )

  it('stores no token and no session id', async () => {
    const link = await server.signInLink()
    const id = (await use(link)).headers.get('set-cookie')?.match(/=([\w-]+);/)?.[1] ?? ''
    const stored = JSON.stringify([
      await stores.metadata.signInLink.findMany(),
      await stores.metadata.session.findMany(),
    ])
    expect(stored).not.toContain(id)
    expect(stored).not.toContain(new URL(link).searchParams.get('token'))
  })

  it('refuses an old link and an old session', async () => {
    const link = await server.signInLink()
    await stores.metadata.signInLink.updateMany({ where: { usedAt: null }, data: { expiresAt: new Date(0) } })
    expect((await use(link)).status).toBe(403)
    const id = (await use(await server.signInLink())).headers.get('set-cookie')?.split(';', 1)[0] ?? ''
    const newest = await stores.metadata.session.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
    await stores.metadata.session.update({
      where: { idHash: newest.idHash },
      data: { expiresAt: new Date(0) },
    })
    expect((await ask('{ viewer { persona } }', {}, { cookie: id })).status).toBe(401)
  })

  it('ends a session for good', async () => {
    const id = (await use(await server.signInLink())).headers.get('set-cookie')?.split(';', 1)[0] ?? ''
    expect((await data<{ signOut: boolean }>('mutation { signOut }', {}, { cookie: id })).signOut).toBe(true)
    expect((await ask('{ viewer { persona } }', {}, { cookie: id })).status).toBe(401)
  })
})

describe('the API keeps its door', () => {
  it('answers nobody without a session', async () => {
    const answer = await ask('{ viewer { persona } }', {}, { cookie: '' })
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ errors: [{ message: expect.stringContaining('请先登录') }] })
    const english = await ask('{ viewer { persona } }', {}, { cookie: '', 'accept-language': 'en' })
    expect(await english.text()).toContain('Sign in first')
  })

  it('answers a fault in Chinese with a number that stands in the log, and nothing else', async () => {
    await stores.metadata.$executeRawUnsafe('ALTER TABLE "Batch" RENAME TO "Away"')
    try {
      const { errors } = (await (await ask('{ batches { id } }')).json()) as Answered<unknown>
      expect(errors?.[0]).toMatchObject({
        message: expect.stringContaining('服务器出错'),
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      })
      const id = String(errors?.[0]?.extensions.requestId)
      expect(logged.some((line) => line.includes(id))).toBe(true)
      expect(JSON.stringify(errors)).not.toMatch(/prisma|relation|\.js:/i)
    } finally {
      await stores.metadata.$executeRawUnsafe('ALTER TABLE "Away" RENAME TO "Batch"')
    }
  })

  it('says what it cannot read in the caller’s language, and no technical word', async () => {
    const messageFor = async (locale: string) => {
      const answer = await ask('{ nothing }', {}, { 'accept-language': locale })
      const { errors } = (await answer.json()) as Answered<unknown>
      expect(errors?.[0]?.message).toContain(errors?.[0]?.extensions.requestId)
      expect(errors?.[0]?.extensions.detail).toBeUndefined()
      return errors?.[0]?.message
    }
    expect(await messageFor('zh-CN')).toMatch(/^请求无效，[^A-Za-z]*（编号 [\da-f-]{36}）。$/)
    expect(await messageFor('en-GB')).toMatch(/^The request is not valid\. [^\u4e00-\u9fff]*$/)
  })

  it('gives a typed refusal in the caller’s language', async () => {
    const request = { measures: [], period: { preset: 'all' } }
    const query =
      'query ($request: MetricsRequest!) { metrics(request: $request) { ... on Rejection { code message field } } }'
    expect(await data(query, { request })).toMatchObject({
      metrics: { code: 'emptyMeasures', message: '请至少选择一个指标。' },
    })
    expect(await data(query, { request }, { 'accept-language': 'en-GB' })).toMatchObject({
      metrics: { message: 'Choose at least one measure.' },
    })
  })

  it('writes down what leaves the office before it answers', async () => {
    const request = {
      measures: ['received'],
      dimensions: ['channel'],
      period: { preset: 'all' },
      leaving: true,
    }
    await data('query ($request: MetricsRequest!) { metrics(request: $request) { __typename } }', { request })
    const entry = await stores.metadata.auditEntry.findFirstOrThrow({ where: { action: 'leavingAnswer' } })
    expect(entry).toMatchObject({ persona: 'office', detail: { request: { dimensions: ['channel'] } } })
  })
})

describe('an answer under a filter that leaves', () => {
  it('does not tell what the table without the filter hides', async () => {
    const { lists } = await loadOffice('wulong')
    const [small, hiddenWithIt, large] = lists.channel.members.map(({ code }) => code)
    const counts = [
      [small, 2],
      [hiddenWithIt, 5],
      [large, 9],
    ] as const
    const warehouse = stores.warehouse(LOAD)
    const values = counts.flatMap(([channel, count]) =>
      Array.from({ length: count }, (_, i) => ({
        case_id: `old-${channel}-${i}`,
        source: 'cq',
        channel,
        received_on: '2024-05-05',
      })),
    )
    await warehouse.client.insert({ table: 'cases', format: 'JSONEachRow', values })
    await warehouse.close()
    const totalOf = async (channel: string | undefined, leaving: boolean) => {
      const period = { from: '2024-05-01', to: '2024-05-31' }
      const filters = [{ dimension: 'channel', in: [channel] }]
      const { metrics } = await data<{ metrics: { cases: number; total: { values: { value: number }[] } } }>(
        `query ($request: MetricsRequest!) { metrics(request: $request) { ... on MetricsTable { cases total { values { value } } } } }`,
        { request: { measures: ['received'], period, filters, leaving } },
      )
      return [metrics.total.values[0]?.value, metrics.cases]
    }
    expect(await totalOf(hiddenWithIt, true)).toEqual([null, 0])
    expect(await totalOf(hiddenWithIt, false)).toEqual([5, 5])
    expect(await totalOf(large, true)).toEqual([9, 9])
  })
})

describe('the rest of the port', () => {
  it('is live and ready', async () => {
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({
      status: 'ok',
      warehouse: true,
      metadata: true,
    })
  })

  it('serves the page at any address, its assets for ever, and no other file', async () => {
    const get = (path: string) => fetch(`${server.url}${path}`)
    const page = await get('/overview?period=lastMonth')
    expect([page.status, await page.text(), page.headers.get('cache-control')]).toEqual([
      200,
      '<p>page</p>',
      'no-cache',
    ])
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    const asset = await get('/assets/app-1a2b.js')
    expect([asset.status, asset.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ])
    expect((await get('/assets/gone.js')).status).toBe(404)
    expect((await get('/..%2f..%2fpackage.json')).status).toBeGreaterThanOrEqual(400)
  })

  it('compresses what is large for those who can read it', async () => {
    const encodingOf = (answer: Response) => answer.headers.get('content-encoding')
    const get = (path: string, encoding = 'gzip') =>
      fetch(`${server.url}${path}`, { headers: { 'accept-encoding': encoding } })
    const asset = await get('/assets/large-1a2b.js')
    expect([encodingOf(asset), (await asset.text()).length]).toEqual(['gzip', 9000])
    expect(encodingOf(await get('/assets/large-1a2b.js', 'identity'))).toBeNull()
    const ready = await get('/assets/ready-1a2b.js', 'br')
    expect([encodingOf(ready), await ready.text()], 'what the build has compressed').toEqual([
      'br',
      '// ready',
    ])
    expect(ready.headers.get('content-type')).toContain('javascript')
    expect(encodingOf(await get('/healthz'))).toBeNull()
    const answer = await ask('{ members(dimension: region2) { code name } }', {}, { 'accept-encoding': 'br' })
    expect(encodingOf(answer)).toBe('br')
    expect(await answer.text()).toContain('凤山')
  })

  it('says that its port is taken', async () => {
    const port = Number(new URL(server.url).port)
    const office = await loadOffice('wulong')
    await expect(
      startServer({ config: { port, host: '127.0.0.1', dev: false }, stores, office }),
    ).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})
