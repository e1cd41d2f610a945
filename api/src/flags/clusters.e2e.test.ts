import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OTHER_TOWN, TOWN, giveCases, someCases } from '../broken/given-cases.js'
import { giveFlag } from '../broken/given-flag.js'
import { type TestServer, startTestServer } from '../testing.js'

let on: TestServer
let office: string
const ids: Record<string, string> = {}

const SIGNAL = {
  ...{
    word: 'emerging',
    rule: 'cluster',
    lead: null,
    family: 'cluster',
    region: '',
    issue: '',
    enterprise: '',
  },
  ...{
    mainIndustry: '',
    regime: null,
    q: null,
    enterprises: 5,
    topCases: 1,
    reporters: 5,
    unknownReporters: 0,
  },
  ...{
    areas: 2,
    verified: 0,
    founded: 0,
    cautions: [],
    campaigns: [],
    withoutAbnormal: null,
    also: [],
    series: null,
  },
  ...{ observed: 12, expected: 4, ratio: { ratio: 3, lower: 1.5, upper: 5.2 }, p: 0.002, perYear: 0.2 },
}

/** Leaves a cluster that the given screening found. */
async function giveCluster(
  name: string,
  more: object,
  state: 'found' | 'dismissed' = 'found',
): Promise<void> {
  const about = {
    regions: [TOWN, OTHER_TOWN],
    industry: '',
    level: 'alert',
    from: '2026-11-03',
    to: '2026-11-16',
  }
  const signal = { ...SIGNAL, ...about, ...more, key: name }
  const { id: screeningId } = await on.stores.metadata.screening.findFirstOrThrow()
  const { level, industry, word } = signal
  const { id } = await on.stores.metadata.flag.create({
    data: {
      ...{
        key: name,
        word,
        level,
        region: '',
        industry,
        issue: '',
        enterprise: '',
        state,
        screeningId,
        signal,
      },
      ...{ firstDay: new Date('2026-11-16'), lastDay: new Date('2026-11-24') },
    },
  })
  ids[name] = id
}

beforeAll(async () => {
  on = await startTestServer()
  await giveFlag(on.stores, await giveCases(on.stores, someCases(40)))
  await giveCluster('both', {})
  await giveCluster('one', {
    regions: [TOWN],
    level: 'watch',
    from: '2026-10-05',
    to: '2026-10-18',
    observed: 2,
  })
  await giveCluster('sector', { industry: '02', from: '2026-09-07', to: '2026-09-13' })
  await giveCluster('dismissed', {}, 'dismissed')
  office = await on.signedInAs('office')
}, 120_000)
afterAll(() => on.close())

interface Told {
  readonly asOf: string | null
  readonly clusters: readonly {
    readonly id: string
    readonly observed: number | null
    readonly chance: string
  }[]
}

async function told(cookie: string, from = '2026-01-01', to = '2026-11-24'): Promise<Told> {
  const query = `{ flagClusters(from: "${from}", to: "${to}") { asOf clusters { id title observed expected ratio p chance } } }`
  return (await on.ask(cookie, { query })).data?.['flagClusters'] as Told
}
const namesOf = ({ clusters }: Told) =>
  clusters.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id))

describe('clusters in space and time', () => {
  it('are those of which any day lies in the period, the newest first, the dismissed ones left out', async () => {
    const all = await told(office)
    expect(all.asOf).toBe('2026-11-24')
    expect(namesOf(all)).toEqual(['both', 'one', 'sector'])
    expect(all.clusters[0]).toMatchObject({
      title: '白马镇一带举报聚集',
      observed: 12,
      expected: 4,
      ratio: 3,
      p: 0.002,
    })
    expect(all.clusters[0]?.chance).toContain('全区约5年')
    expect(namesOf(await told(office, '2026-10-18', '2026-11-02'))).toEqual(['one'])
  })

  it('are seen by who sees all of their cases', async () => {
    expect(namesOf(await told(await on.signedInAs(`town:${TOWN}`)))).toEqual(['one'])
    expect(namesOf(await told(await on.signedInAs(`town:${OTHER_TOWN}`)))).toEqual([])
    expect(namesOf(await told(await on.signedInAs('admin')))).toEqual([])
  })
})

describe('a map that leaves with its clusters', () => {
  const itemOf = (clusters: boolean, period: object) => ({
    request: { measures: ['received'], dimensions: ['region1'], period },
    figure: { kind: 'map', measure: 'received', view: 'value', layout: 'tiles', clusters },
    ...{ name: '区域', title: null, sides: ['n'] },
  })
  async function fileOf(format: string, clusters: boolean, period: object): Promise<string> {
    const call = (way: string, options: RequestInit = {}): Promise<Response> =>
      fetch(`${on.server.url}/exports${way}`, {
        ...options,
        headers: { cookie: office, 'content-type': 'application/json' },
      })
    const body = JSON.stringify({ format, title: '区域', items: [itemOf(clusters, period)] })
    let job = (await (await call('', { method: 'POST', body })).json()) as { id: string; state: string }
    while (job.state === 'working') {
      await new Promise((resolve) => setTimeout(resolve, 50))
      job = (await (await call(`/${job.id}`)).json()) as { id: string; state: string }
    }
    expect(job.state, on.logged.join('\n')).toBe('done')
    return (await call(`/${job.id}/file`)).text()
  }
  const NOVEMBER = { from: '2026-11-01', to: '2026-11-24' }

  it('carries them as rings and in words, if they are wanted', async () => {
    const svg = await fileOf('svg', true, NOVEMBER)
    expect(svg).toContain('聚集1 白马镇一带举报聚集')
    expect(svg).toContain('实收 12 件')
    expect(await fileOf('svg', false, NOVEMBER)).not.toContain('聚集')
    expect(await fileOf('csv', true, NOVEMBER)).toContain('聚集1 白马镇一带举报聚集')
  })

  it('hides small numbers of theirs', async () => {
    const told = await fileOf('csv', true, { from: '2026-10-10', to: '2026-11-24' })
    expect(told).toMatch(/聚集2 [^：]*：已隐去/)
    expect(told).not.toContain('实收 2 件')
  })
})
