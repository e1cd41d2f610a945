import type { AreaTopology } from '@fengsui/domain/boundaries/simplify'
import { loadOffice } from '@fengsui/prisma/office/load'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { type TestServer, startTestServer } from '../testing.js'

let on: TestServer
let office: string
/** The 26 towns and where their seats are. */
let towns: readonly { readonly code: string; readonly name: string; readonly at: readonly [number, number] }[]
beforeAll(async () => {
  on = await startTestServer()
  office = await on.signedInAs('office')
  const { lists } = await loadOffice('wulong')
  towns = lists.region.members
    .filter(({ level }) => level === 1)
    .map(({ code, name, lon, lat }) => ({ code, name, at: [lon ?? 0, lat ?? 0] }))
})
afterAll(() => on.close())

/** A square of about a kilometre around each town's seat. */
const geoJson = (change: (features: Record<string, unknown>[]) => void = () => undefined): string => {
  const features = towns.map(({ code, name, at: [x, y] }): Record<string, unknown> => {
    const d = 0.005
    const ring = [
      [x - d, y - d],
      [x + d, y - d],
      [x + d, y + d],
      [x - d, y + d],
      [x - d, y - d],
    ]
    return { type: 'Feature', properties: { code, name }, geometry: { type: 'Polygon', coordinates: [ring] } }
  })
  change(features)
  return JSON.stringify({ type: 'FeatureCollection', features })
}

const DECLARED = {
  coordinates: 'CGCS2000',
  reviewNumber: '渝S（2024）001号',
  origin: '区规划自然资源局',
  fileName: '武隆.json',
}

interface Uploaded {
  readonly status: number
  readonly map?: { readonly hash: string; readonly areas: number; readonly reviewNumber: string }
  readonly problems?: readonly string[]
  readonly errors?: readonly { readonly message: string }[]
}
async function upload(
  cookie: string,
  body: string | Uint8Array,
  {
    level = 'region1',
    headers = {},
    ...declared
  }: { level?: string; headers?: object; [key: string]: unknown } = {},
): Promise<Uploaded> {
  const query = new URLSearchParams({ ...DECLARED, ...(declared as Record<string, string>) })
  const answer = await fetch(`${on.server.url}/maps/${level}?${query.toString()}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/geo+json', ...headers },
    body: body as string | Uint8Array<ArrayBuffer>,
  })
  return { status: answer.status, ...((await answer.json()) as object) }
}
const MAPS = '{ maps { level hash areas coordinates takesPoints reviewNumber origin } }'
const maps = async (cookie = office) =>
  (await on.ask(cookie, { query: MAPS })).data?.maps as { level: string; hash: string }[]
const load = (hash: string, cookie = office) =>
  fetch(`${on.server.url}/maps/${hash}.json`, { headers: { cookie } })
const remove = (level: string) =>
  on.ask(office, {
    query: `mutation { removeMap(level: ${level}) { ... on RemovedMap { level } ... on Rejection { code } } }`,
  })

describe('a boundary file', () => {
  it('is put in place, is there for everybody at once, and can be loaded for ever', async () => {
    const { status, map } = await upload(office, geoJson())
    expect(status).toBe(201)
    expect(map).toMatchObject({ areas: 26, reviewNumber: '渝S(2024)001号' })
    const town = await on.signedInAs('town:500156101')
    expect(await maps(town)).toEqual([
      expect.objectContaining({
        level: 'region1',
        hash: map?.hash,
        takesPoints: true,
        origin: '区规划自然资源局',
      }),
    ])
    const answer = await load(map?.hash ?? '', town)
    expect(answer.headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
    const topology = (await answer.json()) as AreaTopology
    expect(topology.objects.areas.geometries.map(({ id }) => id)).toContain('500156101')
  })

  it('replaces the one before, which still can be loaded by whoever draws it', async () => {
    const before = (await upload(office, geoJson())).map?.hash ?? ''
    const after =
      (await upload(office, geoJson(), { coordinates: 'GCJ-02', reviewNumber: '' })).map?.hash ?? ''
    expect(after).toBe(before)
    const moved = geoJson(
      (features) => void Object.assign(features[0]?.properties as object, { name: '凤山' }),
    )
    expect((await upload(office, moved)).status).toBe(201)
    expect((await load(before)).status).toBe(200)
    expect(await maps()).toHaveLength(1)
  })

  it('is taken off, and then is no more', async () => {
    await upload(office, geoJson())
    expect((await remove('region1')).data?.removeMap).toEqual({ level: 'region1' })
    expect(await maps()).toEqual([])
    expect((await remove('region1')).data?.removeMap).toEqual({ code: 'unknownMap' })
  })

  it('stands in the audit: who, what, and with which number', async () => {
    const admin = await on.signedInAs('admin')
    await upload(admin, geoJson())
    const entry = await on.stores.metadata.auditEntry.findFirstOrThrow({ orderBy: { id: 'desc' } })
    expect(entry).toMatchObject({
      persona: 'admin',
      action: 'maps.put',
      detail: { level: 'region1', reviewNumber: '渝S(2024)001号', areas: 26 },
    })
  })
})

describe('40 a boundary file is refused with sentences that say what to do', () => {
  const refused = async (body: string, options = {}): Promise<string> => {
    const { status, problems } = await upload(office, body, options)
    expect(status).toBe(422)
    return (problems ?? []).join('\n')
  }

  it.each([
    ['no JSON', '<gml/>', /不是 UTF-8 编码的 GeoJSON/],
    ['an array', '[]', /FeatureCollection/],
    ['very deep nesting', '['.repeat(200_000) + ']'.repeat(200_000), /FeatureCollection/],
  ])('%s', async (_, body, sentence) => {
    expect(await refused(body)).toMatch(sentence)
  })

  it('codes of another list', async () => {
    // 500156101 is 桐梓镇 in the list of another well-known source.
    const foreign = geoJson(
      (features) => void Object.assign(features[4]?.properties as object, { name: '桐梓镇' }),
    )
    expect(await refused(foreign)).toMatch(/“桐梓镇”的代码与名称（500156101、桐梓镇）指向不同的区域/)
  })

  it('a town left out, and one that crosses itself', async () => {
    expect(await refused(geoJson((features) => void features.shift()))).toMatch(/缺少.*凤山街道（500156001）/)
    const tied = geoJson((features) => {
      const [x, y] = [107.7, 29.3]
      const ring = [
        [x, y],
        [x + 1, y + 1],
        [x + 1, y],
        [x, y + 1],
        [x, y],
      ]
      Object.assign(features[0]?.geometry as object, { coordinates: [ring] })
    })
    expect(await refused(tied)).toMatch(/“凤山街道”的边界在经度108\.20000、纬度29\.80000处自相交/)
  })

  it.each([
    ['coordinates', 'BD-09', /WGS-84、CGCS2000 或 GCJ-02/],
    ['reviewNumber', '审图号001', /渝S\(2024\)001号/],
    ['origin', '', /来源/],
    ['fileName', '', /文件名/],
  ])('a bad declaration: %s', async (field, value, sentence) => {
    expect(await refused(geoJson(), { [field]: value })).toMatch(sentence)
  })

  it('a level that is none', async () => {
    expect(await refused(geoJson(), { level: 'region3' })).toMatch(/region1/)
  })
})

describe('who may not is told so before the file is read', () => {
  test.each(['leader', 'department:YJ', 'town:500156101', 'intake', 'assessor'])('%s', async (persona) => {
    const { status, errors } = await upload(await on.signedInAs(persona), geoJson())
    expect(status).toBe(403)
    expect(errors?.[0]?.message).toMatch(/安委办业务人员/)
  })

  it('nobody, another site, another type, too many bytes', async () => {
    expect((await upload('', geoJson())).status).toBe(401)
    expect((await upload(office, geoJson(), { headers: { origin: 'https://evil.example' } })).status).toBe(
      403,
    )
    expect((await upload(office, geoJson(), { headers: { 'content-type': 'text/plain' } })).status).toBe(415)
    const large = await upload(office, new Uint8Array(16 * 1024 * 1024 + 1))
    expect(large).toMatchObject({
      status: 413,
      errors: [{ message: expect.stringContaining('16兆字节') as string }],
    })
    expect((await load('0'.repeat(64), '')).status).toBe(401)
  })

  it.each(['x', '..%2f..%2fetc%2fpasswd', '0'.repeat(64)])('there is no map %s', async (hash) => {
    expect((await load(hash)).status).toBe(404)
  })
})

it('the folder’s map of Chongqing comes once: taken off, it stays off', async () => {
  await on.server.putFolderMaps()
  const above = (await maps()).find(({ level }) => level === 'above')
  expect(above).toMatchObject({ areas: 38, coordinates: 'GCJ-02', takesPoints: false, reviewNumber: '' })
  const topology = (await (await load(above?.hash ?? '')).json()) as AreaTopology
  expect(topology.objects.areas.geometries.find(({ id }) => id === '500156')?.properties).toEqual({
    name: '武隆区',
  })
  await remove('above')
  await on.server.putFolderMaps()
  expect((await maps()).map(({ level }) => level)).not.toContain('above')
})
