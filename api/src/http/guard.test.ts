import fastifyCookie from '@fastify/cookie'
import { openTestStores } from '@fengsui/etl/stores/testing'
import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Personas } from '../access/personas.js'
import { SignIn } from '../access/sign-in.js'
import { lists } from '../query/testing.js'
import { SESSION_COOKIE, callerOf, guardGraphql } from './guard.js'

let stores: Awaited<ReturnType<typeof openTestStores>>
const fastify = Fastify({ forceCloseConnections: true })
const signals: AbortSignal[] = []
let post: (wait: number, signal?: AbortSignal) => Promise<Response>

beforeAll(async () => {
  stores = await openTestStores()
  const signIn = new SignIn({
    metadata: stores.metadata,
    personas: new Personas(lists, () => '2026-11-25'),
    mayChoose: () => Promise.resolve(false),
  })
  const id = await signIn.useLink((await signIn.makeLink('office')) ?? '')
  await fastify.register(fastifyCookie)
  guardGraphql(fastify, signIn)
  fastify.post<{ Body: { wait: number } }>('/graphql', async (request, reply) => {
    const { signal } = callerOf(request, reply)
    signals.push(signal)
    // As many as one request may ask for at once, each waiting for the client to leave.
    for (let i = 0; i < 30; i++) signal.addEventListener('abort', () => undefined)
    await new Promise((resolve) => setTimeout(resolve, request.body.wait))
    return 'done'
  })
  const url = await fastify.listen({ port: 0, host: '127.0.0.1' })
  const headers = { cookie: `${SESSION_COOKIE}=${id}`, 'content-type': 'application/json' }
  post = (wait, signal) =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ wait }),
      ...(signal && { signal }),
    })
})
afterAll(async () => {
  await fastify.close()
  await stores.close()
})

describe('the signal of a request', () => {
  it('ends the work for a client that leaves, and not for one that stays', async () => {
    expect(await (await post(0)).text()).toBe('done')
    await expect(post(2000, AbortSignal.timeout(200))).rejects.toThrow()
    await expect.poll(() => signals.map(({ aborted }) => aborted)).toEqual([false, true])
  })

  it('lets everything that one request asks for wait for it without a warning', async () => {
    const warnings: string[] = []
    const heard = ({ name }: Error): void => void warnings.push(name)
    process.on('warning', heard)
    await post(0)
    await new Promise(setImmediate)
    process.off('warning', heard)
    expect(warnings).toEqual([])
  })
})
