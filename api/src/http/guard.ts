import { setMaxListeners } from 'node:events'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Session } from '../access/session.js'
import type { SignIn } from '../access/sign-in.js'
import { type Caller, localeOf } from '../graphql/caller.js'

export const SESSION_COOKIE = 'fengsui_session'

const SIGN_IN_FIRST = {
  zh: '请先登录：用一次性登录链接打开本系统（重新运行 npm start，或在服务器上运行 npm run link 取得）。',
  en: 'Sign in first: open the product by a one-time link (start it again with npm start, or run npm run link on the server).',
}

const sessions = new WeakMap<FastifyRequest, Session>()

/** Lets nobody ask the API who has not signed in. */
export function guardGraphql(fastify: FastifyInstance, signIn: SignIn): void {
  fastify.addHook('preHandler', async (request, reply) => {
    if (pathOf(request) !== '/graphql') return
    const session = await signIn.find(request.cookies[SESSION_COOKIE])
    if (session) {
      sessions.set(request, session)
      return
    }
    const message = SIGN_IN_FIRST[localeOf(request.headers['accept-language'])]
    await reply.code(401).send({ errors: [{ message, extensions: { code: 'UNAUTHENTICATED' } }] })
  })
}

const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? ''

/** The GraphQL context of a request that has passed the guard. @throws Error for one that has not. */
export function callerOf(request: FastifyRequest, reply: FastifyReply): Caller {
  const session = sessions.get(request)
  if (!session) throw new Error('internal: a request without a session reached the API')
  const controller = new AbortController()
  // Every field of a request waits for it to end; how many there may be is limited elsewhere (limits.ts).
  setMaxListeners(0, controller.signal)
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort(new Error('the client left'))
  })
  return {
    session,
    locale: localeOf(request.headers['accept-language']),
    requestId: request.id,
    signal: controller.signal,
  }
}
