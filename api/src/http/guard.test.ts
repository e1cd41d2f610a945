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
let post: (body: unknown, signal?: AbortSignal) => Promise<Response>

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
  post = (body, signal) =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      ...(signal && { signal }),
    })
})
afterAll(async () => {
  await fastify.close()
  await stores.close()
})

describe('the signal of a request', () => {
  it('ends the work for a client that leaves, and not for one that stays', async () => {
    expect(await (await post({ wait: 0 })).text()).toBe('done')
    await expect(post({ wait: 2000 }, AbortSignal.timeout(200))).rejects.toThrow()
    await expect.poll(() => signals.map(({ aborted }) => aborted)).toEqual([false, true])
  })

  it('lets everything that one request asks for wait for it without a warning', async () => {
    const warnings: string[] = []
    const heard = ({ name }: Error): void => void warnings.push(name)
    process.on('warning', heard)
    await post({ wait: 0 })
    await new Promise(setImmediate)
    process.off('warning', heard)
    expect(warnings).toEqual([])
  })
})

describe('what a question looks like', () => {
  it.each([
    { query: 5 },
    { query: ['{ a }'] },
    { query: '{ a }', variables: 'x' },
    { query: '{ a }', variables: [{}] },
    { query: '{ a }', operationName: ['x'] },
    { query: '{ a }', extensions: 1 },
    [{ query: '{ a }' }],
    'query',
    null,
  ])('%j is none, and told so with a number', async (body) => {
    const answer = await post(body)
    const { errors } = (await answer.json()) as {
      errors: { message: string; extensions: Record<string, unknown> }[]
    }
    expect(answer.status).toBe(400)
    expect(errors[0]?.message).toMatch(/[\u4e00-\u9fff]/)
    expect(errors[0]?.extensions).toEqual({
      code: 'BAD_REQUEST',
      requestId: expect.any(String) as string,
    })
  })

  it.each([
    { query: '{ a }', variables: null, operationName: null, extensions: null, wait: 0 },
    { query: '{ a }', variables: { b: 1 }, operationName: 'x', extensions: { c: 1 }, wait: 0 },
  ])('%j is one', async (body) => expect(await (await post(body)).text()).toBe('done'))
})
