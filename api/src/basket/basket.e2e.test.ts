import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type TestServer, startTestServer } from '../testing.js'

let on: TestServer
let office: string
let town: string
beforeAll(async () => {
  on = await startTestServer()
  office = await on.signedInAs('office')
  town = await on.signedInAs('town:500156101')
})
afterAll(() => on.close())
beforeEach(async () => {
  await on.stores.metadata.basketItem.deleteMany()
})

interface Outcome {
  readonly items?: readonly { readonly id: string; readonly item: string }[]
  readonly code?: string
  readonly message?: string
}

const ITEM = {
  request: { measures: ['received'], dimensions: ['region1'], period: { preset: 'yearToDate' } },
  figure: { kind: 'ranked', measure: 'received', most: 12, onlyWithCases: false },
  name: '区域',
  title: null,
  sides: ['n'],
}
const named = (name: string) => JSON.stringify({ ...ITEM, name })
const ANSWER = '... on Basket { items { id item } } ... on Rejection { code message }'

async function change(cookie: string, field: string, types: string, variables: object): Promise<Outcome> {
  const names = Object.keys(variables).map((name) => `${name}: $${name}`)
  const query = `mutation (${types}) { ${field}(${names.join(', ')}) { ${ANSWER} } }`
  const { data } = await on.ask(cookie, { query, variables })
  return data?.[field] as Outcome
}
const add = (cookie: string, item: string) => change(cookie, 'addToBasket', '$item: String!', { item })
const rename = (id: string, title: string | null) =>
  change(office, 'renameInBasket', '$id: ID!, $title: String', { id, title })
const arrange = (ids: string[]) => change(office, 'arrangeBasket', '$ids: [ID!]!', { ids })
const remove = (cookie: string, ids: string[]) => change(cookie, 'removeFromBasket', '$ids: [ID!]!', { ids })

async function headings(cookie: string): Promise<string[]> {
  const { data } = await on.ask(cookie, { query: '{ basket { items { item } } }' })
  const { items } = data?.basket as { items: { item: string }[] }
  return items.map(({ item }) => {
    const { name, title } = JSON.parse(item) as typeof ITEM
    return title ?? name
  })
}

it('keeps charts in the order in which they came, and in another when told so', async () => {
  for (const name of ['一', '二', '三']) await add(office, named(name))
  const { items = [] } = await add(office, named('四'))
  const [first = '', second = '', third = '', fourth = ''] = items.map(({ id }) => id)
  expect(await headings(office)).toEqual(['一', '二', '三', '四'])
  await arrange([third, first])
  expect(await headings(office)).toEqual(['三', '一', '二', '四'])
  await remove(office, [first, fourth])
  expect(await headings(office)).toEqual(['三', '二'])
  expect((await arrange([second, second])).code).toBe('badBasket')
})

it('gives a chart a heading of its own, or its finding again', async () => {
  const { items } = await add(office, JSON.stringify(ITEM))
  const id = items?.[0]?.id ?? ''
  await rename(id, '  各乡镇接报量 ')
  expect(await headings(office)).toEqual(['各乡镇接报量'])
  await rename(id, '')
  expect(await headings(office)).toEqual(['区域'])
  expect((await rename(id, '长'.repeat(121))).message).toMatch(/标题/)
})

it('shows and changes the basket of the own persona only', async () => {
  const { items } = await add(office, JSON.stringify(ITEM))
  const id = items?.[0]?.id ?? ''
  expect(await headings(town)).toEqual([])
  await remove(town, [id])
  expect(await headings(office)).toEqual(['区域'])
})

it.each([
  ['what is no JSON', '{'],
  ['an unknown measure', JSON.stringify({ ...ITEM, request: { ...ITEM.request, measures: ['nothing'] } })],
  ['a figure of another measure', JSON.stringify({ ...ITEM, figure: { kind: 'matrix', measure: 'closed' } })],
  ['numbers beside the question', JSON.stringify({ ...ITEM, rows: [1, 2] })],
  ['a name with a control sign', named('a\u0007b')],
  ['16,001 signs', named('a').padEnd(16_001, ' ')],
])('refuses %s in a sentence', async (_, item) => {
  const outcome = await add(office, item)
  expect(outcome.code).toBeTruthy()
  expect(outcome.message).toMatch(/[\u4e00-\u9fff]/)
  expect(await headings(office)).toEqual([])
})

it('keeps 100 charts and no more', async () => {
  const data = Array.from({ length: 100 }, (_, position) => ({ persona: 'office', item: ITEM, position }))
  await on.stores.metadata.basketItem.createMany({ data })
  expect((await add(office, JSON.stringify(ITEM))).message).toContain('100')
})
