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
  await on.stores.metadata.savedView.deleteMany()
})

interface View {
  readonly id: string
  readonly name: string
  readonly address: string
}
type Outcome = Partial<View> & { readonly code?: string; readonly message?: string }

const SAVE = `mutation ($name: String!, $address: String!) { saveView(name: $name, address: $address) {
  ... on SavedView { id name address } ... on Rejection { code message } } }`

async function save(cookie: string, name: string, address: string): Promise<Outcome> {
  const { data } = await on.ask(cookie, { query: SAVE, variables: { name, address } })
  return data?.saveView as Outcome
}
async function remove(cookie: string, id: string): Promise<Outcome> {
  const query = `mutation ($id: ID!) { removeView(id: $id) { ... on RemovedView { id } ... on Rejection { code } } }`
  const { data } = await on.ask(cookie, { query, variables: { id } })
  return data?.removeView as Outcome
}
async function list(cookie: string): Promise<readonly View[]> {
  const { data } = await on.ask(cookie, { query: '{ savedViews { id name address } }' })
  return data?.savedViews as View[]
}

it('keeps an address under a name, the newest first, and replaces one of that name', async () => {
  await save(office, '月度趋势', '?measure=received')
  await save(office, '  行业  ', '?by=industry1')
  await save(office, '月度趋势', '?measure=closed')
  expect((await list(office)).map(({ name, address }) => [name, address])).toEqual([
    ['月度趋势', '?measure=closed'],
    ['行业', '?by=industry1'],
  ])
})

it('shows and removes the views of the own persona only', async () => {
  const { id = '' } = await save(office, '月度趋势', '?a=1')
  expect(await list(town)).toEqual([])
  expect(await remove(town, id)).toEqual({ code: 'unknownView' })
  await save(town, '月度趋势', '?b=2')
  expect(await remove(office, id)).toEqual({ id })
  expect((await list(town)).map(({ address }) => address)).toEqual(['?b=2'])
})

it.each([
  ['no name', ' ', '?a=1'],
  ['a name of 41 characters', '视'.repeat(41), '?a=1'],
  ['a name with a line break', '一\n二', '?a=1'],
  ['an address that is none', '视图', 'javascript:alert("x")<'],
  ['an address of 4001 characters', '视图', '?'.padEnd(4001, 'a')],
])('refuses %s in a sentence', async (_, name, address) => {
  const outcome = await save(office, name, address)
  expect(outcome.code).toBe('badView')
  expect(outcome.message).toMatch(/[\u4e00-\u9fff]/)
  expect(await list(office)).toEqual([])
})

it('saves 200 views and no more', async () => {
  const data = Array.from({ length: 200 }, (_, i) => ({ persona: 'office', name: `视图${i}`, address: '?' }))
  await on.stores.metadata.savedView.createMany({ data })
  expect((await save(office, '又一个', '?')).code).toBe('badView')
  expect((await save(office, '视图7', '?x=1')).address).toBe('?x=1')
})
