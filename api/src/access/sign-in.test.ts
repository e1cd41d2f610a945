import { openTestStores } from '@fengsui/etl/stores/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { lists } from '../query/testing.js'
import { isDemonstration } from './demonstration.js'
import { Personas } from './personas.js'
import { SignIn } from './sign-in.js'

let stores: Awaited<ReturnType<typeof openTestStores>>
let signIn: SignIn
let choosing: boolean
let now: Date
let today: string

beforeAll(async () => {
  stores = await openTestStores()
})
afterAll(() => stores.close())
beforeEach(() => {
  choosing = true
  now = new Date('2026-11-25T08:00:00Z')
  today = '2026-11-25'
  signIn = new SignIn({
    metadata: stores.metadata,
    personas: new Personas(lists, () => today),
    mayChoose: () => Promise.resolve(choosing),
    now: () => now,
  })
})

const linkFor = async (persona: string): Promise<string> => (await signIn.makeLink(persona)) ?? ''
const sessionOf = async (persona: string): Promise<string> =>
  (await signIn.useLink(await linkFor(persona))) ?? ''
const seconds = (count: number): void => void (now = new Date(now.getTime() + count * 1000))

describe('a link', () => {
  it('is made for nobody who does not exist', async () => {
    expect(await signIn.makeLink('town:X')).toBeNull()
    expect(await signIn.makeLink('boss')).toBeNull()
  })

  it('opens a session of its persona, with the scope of that', async () => {
    const session = await signIn.find(await sessionOf('town:N'))
    expect(session).toMatchObject({
      persona: 'town:N',
      mayChoose: true,
      scope: { cases: { anyOf: [{ dimension: 'region1', codes: ['N'] }] }, loads: false },
    })
  })

  it('is not used up by looking at it', async () => {
    const token = await linkFor('leader')
    expect([await signIn.lookAtLink(token), await signIn.lookAtLink(token)]).toEqual(['leader', 'leader'])
    expect(await signIn.useLink(token)).not.toBeNull()
    expect(await signIn.lookAtLink(token)).toBeNull()
  })

  it('opens a session of the persona chosen, where one may choose', async () => {
    const token = await linkFor('office')
    choosing = false
    expect(await signIn.useLink(token, 'leader')).toBeNull()
    choosing = true
    expect(await signIn.useLink(token, 'nobody')).toBeNull()
    const session = await signIn.find((await signIn.useLink(token, 'leader')) ?? '')
    expect(session?.persona).toBe('leader')
  })
})

describe('a session', () => {
  it('53 sees within 5 s that its unit is no more, or that nobody may choose any more', async () => {
    const [gone, stays] = [await sessionOf('town:OLD'), await sessionOf('town:N')]
    expect(gone).toBe('')
    today = '2020-06-01'
    const old = await sessionOf('town:OLD')
    expect(await signIn.find(old)).not.toBeNull()
    expect((await signIn.find(stays))?.mayChoose).toBe(true)
    today = '2026-11-25'
    choosing = false
    seconds(4.9)
    expect(await signIn.find(old)).toBeNull()
    expect((await signIn.find(stays))?.mayChoose).toBe(false)
  })

  it('61 has a new id after a change of role, and the old one is dead at once', async () => {
    const first = await sessionOf('office')
    const session = await signIn.find(first)
    if (!session) throw new Error('no session')
    seconds(3600)
    const second = await signIn.change(session, 'department:YJ')
    expect(second).not.toBe(first)
    expect((await signIn.find(second ?? ''))?.persona).toBe('department:YJ')
    expect(await signIn.find(first)).toBeNull()
    expect(await signIn.change(session, 'leader')).toBeNull()
    const entry = await stores.metadata.auditEntry.findFirst({ where: { action: 'changePersona' } })
    expect(entry).toMatchObject({ persona: 'department:YJ', detail: { from: 'office' } })
    // It lives no longer than the first would have.
    seconds(11 * 3600)
    expect(await signIn.find(second ?? '')).toBeNull()
  })

  it('keeps its persona where nobody may choose', async () => {
    const id = await sessionOf('office')
    const session = await signIn.find(id)
    if (!session) throw new Error('no session')
    choosing = false
    expect(await signIn.change(session, 'leader')).toBeNull()
    choosing = true
    expect(await signIn.change(session, 'nobody')).toBeNull()
    expect((await signIn.find(id))?.persona).toBe('office')
  })

  it('62 is not brought back by a look-up that was under way when it ended', async () => {
    const id = await sessionOf('office')
    const session = await signIn.find(id)
    if (!session) throw new Error('no session')
    seconds(4)
    const [found] = await Promise.all([signIn.find(id), signIn.end(session)])
    expect(found === null || found.persona === 'office').toBe(true)
    expect(await signIn.find(id)).toBeNull()
  })

  it('44 of a persona that the table does not know has no session', async () => {
    const id = await sessionOf('office')
    await stores.metadata.session.updateMany({ where: { endedAt: null }, data: { persona: 'office:YJ' } })
    expect(await signIn.find(id)).toBeNull()
  })
})

describe('a demonstration', () => {
  const loaded = (demo: boolean, state: 'loaded' | 'failed' | 'staging' = 'loaded') =>
    stores.metadata.batch.create({
      data: { source: 'cq', fileName: 'f', fileSha256: '', fileBytes: 1n, state, demo },
    })
  const is = () => isDemonstration(stores.metadata, { demo: true })

  it('is one as long as all that was loaded is synthetic', async () => {
    expect(await is()).toBe(false)
    await loaded(true)
    await loaded(false, 'failed')
    expect(await is()).toBe(true)
    expect(await isDemonstration(stores.metadata, { demo: false })).toBe(false)
    await loaded(false, 'staging')
    expect(await is()).toBe(false)
  })
})
