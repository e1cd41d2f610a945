import { setMaxListeners } from 'node:events'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Session } from '../access/session.js'
import type { SignIn } from '../access/sign-in.js'
import { type Caller, localeOf } from '../graphql/caller.js'
import { isOwnOrigin } from './origin.js'
import { REFUSALS, refuse } from './refusal.js'

export const SESSION_COOKIE = 'fengsui_session'
const API = '/graphql'
/** The only type of body: no form of another site can send it. */
const JSON_ONLY = /^\s*application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i

const sessions = new WeakMap<FastifyRequest, Session>()

/** By what it is known who may come in. */
export interface Admission {
  readonly signIn: SignIn
  /** The address as browsers reach it, where a proxy does not pass the Host on. */
  readonly publicUrl: string | undefined
}

/**
 * Lets in who has signed in and does not come from another site's page; a body has to be JSON. All of that is asked
 * before the body is read.
 *
 * @returns the reply where the request was refused, else nothing.
 */
export async function admit(
  request: FastifyRequest,
  reply: FastifyReply,
  { signIn, publicUrl }: Admission,
): Promise<FastifyReply | undefined> {
  if (request.method === 'POST' && !JSON_ONLY.test(request.headers['content-type'] ?? ''))
    return refuse(request, reply, REFUSALS.mediaType)
  if (!isOwnOrigin(request, publicUrl)) return refuse(request, reply, REFUSALS.foreignOrigin)
  const session = await signIn.find(request.cookies[SESSION_COOKIE])
  if (!session) return refuse(request, reply, REFUSALS.signInFirst)
  sessions.set(request, session)
  return undefined
}

/** The session of a request that was let in. @throws Error for one that was not. */
export function sessionOf(request: FastifyRequest): Session {
  const session = sessions.get(request)
  if (!session) throw new Error('internal: a request without a session came in')
  return session
}

/** Lets nobody ask the API who is not let in, or otherwise than by POST. */
export function guardGraphql(fastify: FastifyInstance, signIn: SignIn, publicUrl?: string): void {
  fastify.addHook('onRequest', async (request, reply) => {
    if (!isForApi(request)) return
    if (request.method !== 'POST') return refuse(request, reply.header('allow', 'POST'), REFUSALS.method)
    return admit(request, reply, { signIn, publicUrl })
  })
  // One question a request: a list of them would be counted as one.
  fastify.addHook('preHandler', async (request, reply) => {
    if (isForApi(request) && !isQuestion(request.body)) return refuse(request, reply, REFUSALS.badQuestion)
  })
}

/** Has a body the form of a GraphQL request? Whether its document can be answered is asked behind the door. */
function isQuestion(body: unknown): boolean {
  if (!isParts(body)) return false
  const { query, operationName, variables, extensions } = body
  const isText = (part: unknown): boolean => part === undefined || part === null || typeof part === 'string'
  const isObject = (part: unknown): boolean => part === undefined || part === null || isParts(part)
  return isText(query) && isText(operationName) && isObject(variables) && isObject(extensions)
}

const isParts = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** By the route, however its address was written; by the address where no route takes the method. */
const isForApi = (request: FastifyRequest): boolean =>
  request.routeOptions.url === API || request.url.split('?', 1)[0] === API

/** The GraphQL context of a request that has passed the guard. @throws Error for one that has not. */
export function callerOf(request: FastifyRequest, reply: FastifyReply): Caller {
  const session = sessionOf(request)
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
