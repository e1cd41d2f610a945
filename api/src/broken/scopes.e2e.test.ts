import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '@fengsui/domain/time/day'
import { type TestServer, startTestServer } from '../testing.js'
import { everyField } from './every-field.js'
import { type GivenCase, OTHER_TOWN, REPORTER, TOWN, giveCases, someCases } from './given-cases.js'
import { giveFlag } from './given-flag.js'

// The numbers are those of the security checklist, block D.

/** Some are important leads; of those, some come from the enterprise's own people. */
const given: readonly GivenCase[] = someCases(60).map((each, i) => ({
  ...each,
  department: i % 3 === 0 ? 'YJ' : 'XF',
  industry_1: '',
  hazard_level: i % 5 === 0 ? 'major' : 'general',
  reporter_kind: i % 10 === 0 ? 'employee' : 'public',
}))
const isIn = (town: string) => (each: GivenCase) => each.region_1 === town
/** How many of the cases each persona may count. */
const MAY_COUNT: Readonly<Record<string, number>> = {
  leader: 60,
  office: 60,
  'department:YJ': 20,
  [`town:${TOWN}`]: given.filter(isIn(TOWN)).length,
  [`town:${OTHER_TOWN}`]: given.filter(isIn(OTHER_TOWN)).length,
  intake: 60,
  assessor: 60,
  admin: 0,
}
const PERSONAS = Object.keys(MAY_COUNT)

let on: TestServer
let flag: string
let run: string
const cookies = new Map<string, string>()
const as = (persona: string): string => cookies.get(persona) ?? ''
beforeAll(async () => {
  on = await startTestServer(1_000_000)
  flag = await giveFlag(on.stores, await giveCases(on.stores, given))
  run = (await on.stores.metadata.screening.findFirstOrThrow()).id
  for (const persona of PERSONAS) cookies.set(persona, await on.signedInAs(persona))
})
afterAll(() => on.close())

interface Told {
  readonly id: string
  readonly code?: string
  readonly total: { readonly values: readonly { readonly n: number }[] }
}
interface ToldCase {
  readonly id: string
  readonly enterprise: string | null
  readonly enterpriseHidden: boolean
  readonly summary: string | null
}
interface ToldPage {
  readonly code?: string
  readonly total: number
  readonly nodes: readonly ToldCase[]
}

const METRICS = `query ($request: MetricsRequest!) { metrics(request: $request) {
  ... on Rejection { code } ... on MetricsTable { id total { values { n } } } } }`

async function count(persona: string, more: object = {}): Promise<Told> {
  const request = { measures: ['received'], period: { from: '2026-10-01', to: '2026-11-24' }, ...more }
  const { data } = await on.ask(as(persona), { query: METRICS, variables: { request } })
  return data?.metrics as Told
}
async function list(persona: string, answer: string, more: object = {}): Promise<ToldPage> {
  const query = `query ($of: NumberInput!) { cases(of: $of, first: 100) { ... on Rejection { code message field }
    ... on CasePage { total nodes { id enterprise enterpriseHidden summary } } } }`
  const of = { answer, measure: 'received', ...more }
  const { data } = await on.ask(as(persona), { query, variables: { of } })
  return data?.cases as ToldPage
}

describe('49 an answer that one has warmed is nobody else’s', () => {
  it.each(PERSONAS)('after %s has asked, every other is told his own numbers', async (first) => {
    const at = PERSONAS.indexOf(first) * PERSONAS.length
    for (const [i, second] of PERSONAS.entries()) {
      // A question of its own for every pair: nobody has asked it before.
      const request = { period: { from: addDays('2026-01-01', at + i), to: '2026-11-24' } }
      const told = await Promise.all([count(first, request), count(second, request)])
      const later = await count(second, request)
      const numbers = [...told, later].map(({ total }) => total.values[0]?.n)
      expect([first, second, ...numbers]).toEqual([
        first,
        second,
        MAY_COUNT[first],
        MAY_COUNT[second],
        MAY_COUNT[second],
      ])
    }
  })
})

describe('60 what is another’s looks like what is not there', () => {
  const ASKED: Readonly<Record<string, string>> = {
    provenance: '{ ... on Rejection { code message field } ... on Provenance { id cases } }',
    again: '{ ... on Rejection { code message field } ... on MetricsTable { id } }',
  }
  it.each(Object.keys(ASKED))('%s of an answer that was given to somebody else', async (field) => {
    const { id } = await count(`town:${TOWN}`)
    const query = `query ($id: ID!) { ${field}(id: $id) ${ASKED[field] ?? ''} }`
    const ask = async (persona: string, asked: string): Promise<string> =>
      (await on.ask(as(persona), { query, variables: { id: asked } })).text
    expect(await ask(`town:${TOWN}`, id)).toContain(id)
    for (const persona of PERSONAS.filter((each) => each !== `town:${TOWN}`))
      expect(await ask(persona, id)).toBe(await ask(persona, 'x'.repeat(22)))
    expect(await ask('office', id)).toContain('unknownAnswer')
  })

  it('the cases behind it', async () => {
    const { id } = await count('office')
    expect((await list('office', id)).total).toBe(60)
    expect(await list(`town:${TOWN}`, id)).toEqual(await list(`town:${TOWN}`, 'x'.repeat(22)))
    expect((await list(`town:${TOWN}`, id)).code).toBe('unknownAnswer')
  })

  it('a case of another town', async () => {
    const query = `query ($id: ID!) { case(id: $id) { ... on Rejection { code message field }
      ... on CasePath { case { id } } } }`
    const ask = async (persona: string, id: string): Promise<string> =>
      (await on.ask(as(persona), { query, variables: { id } })).text
    expect(await ask(`town:${TOWN}`, 'case-0')).toContain('case-0')
    expect(await ask(`town:${TOWN}`, 'case-1')).toBe(await ask(`town:${TOWN}`, 'no-such-case'))
    expect(await ask('department:YJ', 'case-1')).toBe(await ask('department:YJ', 'no-such-case'))
    expect(await ask(`town:${TOWN}`, 'case-1')).toContain('unknownCase')
  })

  it('nobody sees cases behind a total of the whole office but who sees the whole', async () => {
    const { id } = await count(`town:${TOWN}`, { reach: 'office' })
    expect((await list(`town:${TOWN}`, id)).code).toBe('forbidden')
  })
})

describe('44 what of a case each role sees', () => {
  const sees = async (persona: string, more: object = {}): Promise<readonly ToldCase[]> => {
    const { id } = await count(persona, more)
    return (await list(persona, id)).nodes
  }

  it.each(['office', 'intake', 'department:YJ', `town:${TOWN}`])(
    '%s: the enterprise and the redacted text of its own cases',
    async (persona) => {
      const cases = await sees(persona)
      expect(cases.length).toBe(MAY_COUNT[persona])
      expect(cases.map(({ enterprise }) => enterprise)).not.toContain(null)
      expect(cases.map(({ summary }) => summary)).not.toContain(null)
    },
  )

  it('leader: no text, and the enterprise of important leads, save those of its own people', async () => {
    const cases = await sees('leader')
    expect(cases.length).toBe(60)
    expect(new Set(cases.map(({ summary }) => summary))).toEqual(new Set([null]))
    const named = cases.filter(({ enterprise }) => enterprise !== null).map(({ id }) => id)
    const wanted = given.filter((each) => each.hazard_level === 'major' && each.reporter_kind !== 'employee')
    expect(named.sort()).toEqual(wanted.map(({ case_id }) => case_id).sort())
    expect(cases.filter(({ enterpriseHidden }) => enterpriseHidden).length).toBe(60 - wanted.length)
    const query =
      '{ case(id: "case-1") { ... on CasePath { case { enterprise summary enterpriseHidden } } } }'
    expect((await on.ask(as('leader'), { query })).data).toEqual({
      case: { case: { enterprise: null, summary: null, enterpriseHidden: true } },
    })
  })

  it("enterprises with several cases: all of one's own, to a leader those of important leads only", async () => {
    const several = async (persona: string): Promise<[string, number][]> => {
      const { id } = await count(persona)
      const query = `query ($of: NumberInput!) { enterprises(of: $of, least: 1, first: 100) {
        ... on EnterpriseList { nodes { name cases } } } }`
      const answer = await on.ask(as(persona), {
        query,
        variables: { of: { answer: id, measure: 'received' } },
      })
      const { nodes } = answer.data?.enterprises as { nodes: { name: string; cases: number }[] }
      return nodes.map(({ name, cases }): [string, number] => [name, cases]).sort()
    }
    const wanted = (cases: typeof given): [string, number][] => {
      const counted = new Map<string, number>()
      for (const name of cases.map(({ enterprise }) => String(enterprise)))
        if (name !== '') counted.set(name, (counted.get(name) ?? 0) + 1)
      return [...counted].sort()
    }
    expect(await several('office')).toEqual(wanted(given))
    expect(await several(`town:${TOWN}`)).toEqual(wanted(given.filter(isIn(TOWN))))
    const leads = given.filter((each) => each.hazard_level === 'major' && each.reporter_kind !== 'employee')
    expect(await several('leader')).toEqual(wanted(leads))
  })

  it.each(['office', 'leader', 'intake'])(
    '%s: no list of cases is picked by the kind of reporter',
    async (persona) => {
      const filtered = await count(persona, { filters: [{ dimension: 'reporterKind', in: ['employee'] }] })
      expect((await list(persona, filtered.id)).code).toBe('forbidden')
      const split = await count(persona, { dimensions: ['reporterKind'] })
      expect((await list(persona, split.id, { keys: ['employee'] })).code).toBe('forbidden')
      expect((await list(persona, split.id)).code).toBe('forbidden')
    },
  )

  it.each(['assessor', 'admin'])('%s: no case at all', async (persona) => {
    const { id } = await count(persona)
    expect((await list(persona, id)).code).toBe('forbidden')
  })
})

it('74 every list of cases and every case that is opened is written down, with whom it was shown', async () => {
  const before = await on.stores.metadata.auditEntry.count()
  const { id } = await count(`town:${TOWN}`)
  await list(`town:${TOWN}`, id)
  await on.ask(as(`town:${TOWN}`), { query: '{ case(id: "case-0") { __typename } }' })
  await on.ask(as(`town:${TOWN}`), { query: '{ case(id: "case-1") { __typename } }' })
  const entries = await on.stores.metadata.auditEntry.findMany({ skip: before, orderBy: { id: 'asc' } })
  expect(entries.map(({ persona, action }) => [persona, action])).toEqual([
    [`town:${TOWN}`, 'listCases'],
    [`town:${TOWN}`, 'openCase'],
  ])
  const shown = given.filter(isIn(TOWN)).map(({ case_id }) => case_id)
  const detail = entries[0]?.detail as { answer: string; shown: string[] }
  expect([detail.answer, detail.shown.sort()]).toEqual([id, shown.sort()])
  expect(entries[1]?.detail).toEqual({ case: 'case-0' })
})

it('58 everything that there is to be asked tells no reporter, to nobody', async () => {
  const close =
    'mutation { closeQuarter(quarter: "2026Q3") { ... on AssessmentTaken { id } ... on Rejection { message } } }'
  const { id: proof } = (await on.ask(as('office'), { query: close })).data?.closeQuarter as { id: string }
  for (const persona of PERSONAS) {
    const { id } = await count(persona, { dimensions: ['reporterKind'] })
    const listed = await count(persona)
    const fields = await everyField({
      'metrics.request': { measures: ['received'], dimensions: ['reporterKind'], period: { preset: 'all' } },
      'provenance.id': id,
      'again.id': id,
      'case.id': 'case-0',
      'cases.of': { answer: listed.id, measure: 'received', keys: [] },
      'enterprises.of': { answer: listed.id, measure: 'received', keys: [] },
      'annotations.period': { preset: 'all' },
      'actions.which': { clock: 'close', window: 'overdue' },
      'actions.after': null,
      'flag.id': flag,
      'flagCases.id': flag,
      'screeningRun.id': run,
      'closingTimes.period': { preset: 'all' },
      'closingTimes.filters': [],
      'contrast.period': { preset: 'all' },
      'contrast.filters': [{ dimension: 'channel', in: ['12350'] }],
      'contrast.against': 'rest',
      'rewardAdvice.matter': { decidedOn: '2026-11-24', reportClass: 'violation', fine: 20_000 },
      'cases.after': null,
      'ranking.quarter': '2026Q3',
      'ranking.version': null,
      'assessedUnit.quarter': '2026Q3',
      'assessedUnit.version': null,
      'assessedUnit.unit': 'YJ',
      'assessmentProof.id': proof,
      'cases.search': '',
    })
    for (const { name, whole, variables } of fields.filter(({ kind }) => kind === 'query')) {
      const { text, data, errors } = await on.ask(as(persona), { query: whole, variables })
      expect([persona, name, text.includes(REPORTER), text.includes('reporter_token')]).toEqual([
        persona,
        name,
        false,
        false,
      ])
      if (persona === 'office' && name !== 'members') {
        expect([name, errors]).toEqual([name, undefined])
        expect(JSON.stringify(data)).not.toContain('"Rejection"')
      }
    }
  }
  expect(on.logged).toEqual([])
})
