import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { giveCases, someCases } from '../broken/given-cases.js'
import { type TestServer, startTestServer } from '../testing.js'

let on: TestServer
let office: string
let town: string
beforeAll(async () => {
  on = await startTestServer()
  await giveCases(on.stores, someCases(20))
  office = await on.signedInAs('office')
  town = await on.signedInAs('town:500156101')
})
afterAll(() => on.close())
beforeEach(async () => {
  await on.stores.metadata.annotation.deleteMany()
})

interface Note {
  readonly id: string
  readonly kind: string
  readonly kindLabel: string
  readonly from: string
  readonly to: string
  readonly text: string
  readonly editable: boolean
}
type Outcome = Partial<Note> & { readonly code?: string; readonly message?: string; readonly field?: string }
type Draft = Readonly<Record<string, string>>

const PARTS =
  '... on Annotation { id kind kindLabel from to text editable } ... on Rejection { code message field }'
const ACCIDENT: Draft = { kind: 'accident', from: '2025-03-12', text: '某工地高处坠落', region: '500156102' }

async function written(query: string, variables: object): Promise<Outcome> {
  const { data } = await on.ask(office, { query, variables })
  return Object.values(data ?? {})[0] as Outcome
}
const add = (draft: Draft) =>
  written(`mutation ($draft: AnnotationInput!) { addAnnotation(annotation: $draft) { ${PARTS} } }`, { draft })
const change = (id: string, draft: Draft) =>
  written(
    `mutation ($id: ID!, $draft: AnnotationInput!) { changeAnnotation(id: $id, annotation: $draft) { ${PARTS} } }`,
    { id, draft },
  )
const remove = (id: string) =>
  written(
    'mutation ($id: ID!) { removeAnnotation(id: $id) { ... on RemovedAnnotation { id } ... on Rejection { code } } }',
    { id },
  )

interface List {
  readonly annotations: readonly Note[]
  readonly holidays: readonly { name: string; from: string; to: string }[]
}
async function list(cookie: string, from: string, to: string, language = 'zh'): Promise<List> {
  const query = `query ($period: PeriodInput!) { annotations(period: $period) { ... on AnnotationList {
    annotations { id kind kindLabel from to text editable } holidays { name from to } } } }`
  const variables = { period: { from, to } }
  const { data } = await on.ask(cookie, { query, variables }, { 'accept-language': language })
  return data?.annotations as List
}
const textsOf = async (cookie: string, from: string, to: string) =>
  (await list(cookie, from, to)).annotations.map(({ text }) => text)

it('tells what the office wrote into its file and the days off, in the language that is asked', async () => {
  const { annotations, holidays } = await list(office, '2025-06-30', '2025-10-08')
  expect(annotations).toEqual([
    {
      ...{ id: expect.any(String) as string, kind: 'campaign', kindLabel: '专项行动', text: '安全生产月' },
      ...{ from: '2025-06-01', to: '2025-06-30', editable: false },
    },
  ])
  expect(holidays).toEqual([{ name: '国庆节、中秋', from: '2025-10-01', to: '2025-10-08' }])
  const english = await list(office, '2025-06-30', '2025-10-08', 'en')
  expect(english.annotations.map(({ kindLabel, text }) => [kindLabel, text])).toEqual([
    ['Campaign', 'Work Safety Month'],
  ])
  expect(english.holidays.map(({ name }) => name)).toEqual(['National Day, Mid-Autumn Festival'])
})

it('keeps what is written, changes it and removes it, and each step is written down', async () => {
  const { id = '', ...first } = await add({ ...ACCIDENT, text: '  某工地高处坠落 ' })
  expect(first).toMatchObject({ kind: 'accident', from: '2025-03-12', to: '2025-03-12', editable: true })
  expect(await change(id, { ...ACCIDENT, to: '2025-03-14' })).toMatchObject({ id, to: '2025-03-14' })
  expect(await textsOf(office, '2025-03-14', '2025-03-20')).toEqual(['某工地高处坠落'])
  expect(await remove(id)).toEqual({ id })
  expect(await textsOf(office, '2025-03-01', '2025-03-31')).toEqual([])
  expect([(await change(id, ACCIDENT)).code, (await remove(id)).code]).toEqual([
    'unknownAnnotation',
    'unknownAnnotation',
  ])
  const audited = await on.stores.metadata.auditEntry.findMany({ orderBy: { id: 'asc' }, take: -5 })
  expect(audited.map(({ persona, action }) => [persona, action])).toEqual(
    ['add', 'change', 'remove', 'change', 'remove'].map((step) => ['office', `${step}Annotation`]),
  )
})

it('tells a town what concerns it or everybody, and nothing of another town or a sector', async () => {
  await add({ ...ACCIDENT, text: '别处' })
  await add({ ...ACCIDENT, text: '本镇', region: '500156101' })
  await add({ kind: 'dataGap', from: '2025-03-01', to: '2025-03-31', text: '市系统停机' })
  expect(await textsOf(town, '2025-03-01', '2025-03-31')).toEqual(['市系统停机', '本镇'])
  expect(await textsOf(town, '2025-11-01', '2025-11-30')).toEqual([])
  expect(await textsOf(office, '2025-11-01', '2025-11-30')).toEqual(['消防宣传月'])
  expect((await list(town, '2025-03-01', '2025-03-31')).annotations[0]?.editable).toBe(false)
})

it('tells an administrator nothing', async () => {
  const nothing = await list(await on.signedInAs('admin'), '2020-01-01', '2026-12-31')
  expect(nothing).toEqual({ annotations: [], holidays: [] })
})

it.each<[string, Draft, string]>([
  ['no text', { ...ACCIDENT, text: ' ' }, 'text'],
  ['a text of 61 characters', { ...ACCIDENT, text: '事'.repeat(61) }, 'text'],
  ['a line break', { ...ACCIDENT, text: '一\n二' }, 'text'],
  ['a phone number', { ...ACCIDENT, text: '举报人电话 138 0013 8000' }, 'text'],
  ['an identity number', { ...ACCIDENT, text: '50010119900101123X' }, 'text'],
  ['a name', { ...ACCIDENT, text: '联系人：张三丰' }, 'text'],
  ['a day that is none', { ...ACCIDENT, from: '2025-02-30' }, 'from'],
  ['an end before the beginning', { ...ACCIDENT, to: '2025-03-01' }, 'to'],
  ['a place that is not on the list', { ...ACCIDENT, region: '110101' }, 'region'],
  ['a sector that is not on the list', { ...ACCIDENT, industry: 'moon' }, 'industry'],
])('refuses %s in a sentence', async (_, draft, field) => {
  const outcome = await add(draft)
  expect(outcome).toMatchObject({ code: 'badAnnotation', field })
  expect(outcome.message).toMatch(/[\u4e00-\u9fff]/)
  expect(await on.stores.metadata.annotation.count()).toBe(0)
})
