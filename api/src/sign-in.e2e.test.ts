import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { type TestServer, cookieOf, startTestServer } from './testing.js'

let on: TestServer
beforeAll(async () => {
  on = await startTestServer()
})
afterAll(() => on.close())

type Fields = Record<string, string> | [string, string][]
const tokenOf = (link: string): string => new URL(link).searchParams.get('token') ?? ''
const post = (fields: Fields, headers: Record<string, string> = {}) =>
  fetch(`${on.server.url}/signin`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers,
    redirect: 'manual',
  })
const get = (link: string, headers: Record<string, string> = {}) =>
  fetch(link, { headers, redirect: 'manual' })
const viewer = async (cookie: string) =>
  (await on.ask(cookie, { query: '{ viewer { persona mayChoose } }' })).data?.viewer

describe('outside of a demonstration', () => {
  it('a link is for one persona, signs in at once, and nobody may choose', async () => {
    const cookie = cookieOf(await get(await on.server.signInLink('town:500156101')))
    expect(await viewer(cookie)).toEqual({ persona: 'town:500156101', mayChoose: false })
    const page = await get(`${on.server.url}/signin`, { cookie })
    expect([page.status, await page.text()]).toEqual([
      403,
      expect.stringContaining('只有演示系统可以自己选角色'),
    ])
    expect((await post({ role: 'office' }, { cookie })).status).toBe(403)
    const link = await on.server.signInLink('town:500156101')
    expect((await post({ token: tokenOf(link), role: 'office' })).status).toBe(403)
    expect((await get(link)).status).toBe(303)
  })

  it('a link is not used up by a program that only looks', async () => {
    const link = await on.server.signInLink()
    expect((await fetch(link, { method: 'HEAD', redirect: 'manual' })).headers.get('set-cookie')).toBeNull()
    expect((await get(link)).status).toBe(303)
  })

  it('a link is made for nobody who does not exist', async () => {
    await expect(on.server.signInLink('town:1')).rejects.toThrow()
  })
})

describe('in a demonstration', () => {
  beforeAll(async () => {
    await on.stores.metadata.batch.create({
      data: { source: 'cq', fileName: 'f', fileSha256: '', fileBytes: 1n, state: 'loaded', demo: true },
    })
  })

  it('the link opens a page to choose on, as often as it likes, and the choice uses it up', async () => {
    const link = await on.server.signInLink()
    for (let i = 0; i < 2; i++) {
      const page = await get(link)
      const text = await page.text()
      expect([page.status, page.headers.get('cache-control'), page.headers.get('set-cookie')]).toEqual([
        200,
        'no-store',
        null,
      ])
      // A browser that tells no referrer tells no origin of the form either.
      expect(page.headers.get('referrer-policy')).toBe('same-origin')
      expect(text).toContain('以哪个角色查看')
      expect(text).toContain('<option value="500156101">白马镇</option>')
      expect(text).not.toMatch(/<script|\son\w+=/)
    }
    expect(await (await get(link, { 'accept-language': 'en' })).text()).toContain('Who are you today?')
    const chosen = await post({ token: tokenOf(link), role: 'town', town: '500156101', department: 'YJ' })
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, '/'])
    expect(await viewer(cookieOf(chosen))).toEqual({ persona: 'town:500156101', mayChoose: true })
    expect((await get(link)).status).toBe(403)
    expect((await post({ token: tokenOf(link), role: 'office' })).status).toBe(403)
  })

  it('of two choices at once one gets a session', async () => {
    const token = tokenOf(await on.server.signInLink())
    const answers = await Promise.all([1, 2, 3].map(() => post({ token, role: 'leader' })))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 403, 403])
  })

  it('a choice of nobody is asked again and uses nothing up', async () => {
    const token = tokenOf(await on.server.signInLink())
    const choices: Record<string, string>[] = [
      {},
      { role: 'boss' },
      { role: 'town' },
      { role: 'town', town: '1' },
    ]
    for (const choice of choices) {
      const answer = await post({ token, ...choice })
      expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('请选择一个角色')])
    }
    expect((await post({ token, role: 'office' })).status).toBe(303)
  })

  test('61 who is signed in may change, gets a new session id, and the old one is dead', async () => {
    const token = tokenOf(await on.server.signInLink())
    const first = cookieOf(await post({ token, role: 'office' }))
    const page = await (await get(`${on.server.url}/signin`, { cookie: first })).text()
    expect(page).toContain('value="office" checked')
    expect(page).not.toContain('name="token"')
    const changed = await post({ role: 'department', department: 'XF' }, { cookie: first })
    const second = cookieOf(changed)
    expect([changed.status, second === first]).toEqual([303, false])
    expect(await viewer(second)).toEqual({ persona: 'department:XF', mayChoose: true })
    expect((await on.ask(first, { query: '{ viewer { persona } }' })).status).toBe(401)
    expect((await post({ role: 'office' }, { cookie: first })).status).toBe(403)
    const entry = await on.stores.metadata.auditEntry.findFirst({ where: { action: 'changePersona' } })
    expect(entry).toMatchObject({ persona: 'department:XF', detail: { from: 'office' } })
  })

  const CONFUSED: [string, [string, string][]][] = [
    [
      'a token twice',
      [
        ['token', 'a'],
        ['token', 'b'],
        ['role', 'office'],
      ],
    ],
    [
      'a token as a list',
      [
        ['token[]', 'a'],
        ['role', 'office'],
      ],
    ],
    [
      'a token as an object',
      [
        ['token[$ne]', ''],
        ['role', 'office'],
      ],
    ],
    ['no token', [['role', 'office']]],
    [
      'an empty token',
      [
        ['token', ''],
        ['role', 'office'],
      ],
    ],
    [
      'a token of 50,000 letters',
      [
        ['token', 'x'.repeat(50_000)],
        ['role', 'office'],
      ],
    ],
    [
      'NUL in the token',
      [
        ['token', '\0'],
        ['role', 'office'],
      ],
    ],
    [
      'a number',
      [
        ['token', '0'],
        ['role', '1'],
      ],
    ],
  ]
  test.each(CONFUSED)('21 %s opens nothing', async (_, fields) => {
    const answer = await post(fields)
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null])
  })

  test.each([
    [
      'a role twice',
      [
        ['role', 'office'],
        ['role', 'leader'],
      ],
    ],
    ['a role as a list', [['role[]', 'office']]],
    [
      'a unit twice',
      [
        ['role', 'town'],
        ['town', '500156101'],
        ['town', '500156102'],
      ],
    ],
    [
      'a unit of another list',
      [
        ['role', 'town'],
        ['town', 'YJ'],
      ],
    ],
    [
      'a unit for a role without',
      [
        ['role', 'office'],
        ['office', 'YJ'],
      ],
    ],
    ['a written persona', [['role', 'town:500156101']]],
    ['a name of JavaScript', [['role', '__proto__']]],
    ['markup', [['role', '"><script>alert(1)</script>']]],
    ['NUL in the role', [['role', 'office\0']]],
  ] as [string, [string, string][]][])('21 %s is nobody', async (_, fields) => {
    const token = tokenOf(await on.server.signInLink())
    const answer = await post([['token', token], ...fields])
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([400, null])
    expect(await answer.text()).not.toContain('<script')
  })

  test.each([
    ['application/json', '{"token":{"$ne":null},"role":"office"}', 415],
    ['application/json', '[1]', 415],
    ['text/plain', 'token=a&role=office', 415],
    ['multipart/form-data; boundary=x', '--x--', 415],
    ['application/x-www-form-urlencoded', '%ff%fe=%', 403],
    ['application/x-www-form-urlencoded', `token=${'x'.repeat(70_000)}`, 413],
  ])('21 a body of %s, %s, opens nothing', async (type, body, status) => {
    const answer = await fetch(`${on.server.url}/signin`, {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    })
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([status, null])
  })

  test.each([
    '?token[]=a',
    '?token=%00',
    '?token=%ff',
    '?token=%',
    `?token=${'x'.repeat(10_000)}`,
    '?TOKEN=a',
  ])('21 /signin%s opens nothing', async (search) => {
    const answer = await get(`${on.server.url}/signin${search}`)
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null])
  })

  test.each(['x', '', 'a; fengsui_session=b', '%00', '"', 'x'.repeat(5000)])(
    '21 the cookie “%s” is nobody',
    async (value) => {
      const { status } = await on.ask(`fengsui_session=${value}`, { query: '{ viewer { persona } }' })
      expect(status).toBe(401)
    },
  )
})
