import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { manages } from '../access/roles.js'
import type { Session } from '../access/session.js'
import type { SignIn } from '../access/sign-in.js'
import { localeOf } from '../graphql/caller.js'
import type { MapsService } from '../maps/maps.service.js'
import { readDeclaration } from '../maps/request.js'
import { SESSION_COOKIE } from './guard.js'
import { isOwnOrigin } from './origin.js'
import { REFUSALS, refuse } from './refusal.js'

/** Bytes of the largest boundary file that is read. */
const LARGEST_MAP = 16 * 1024 * 1024
const GEO_JSON = 'application/geo+json'
const UPLOAD = '/maps/:level'
const HASH = /^([0-9a-f]{64})\.json$/

/** What the routes of the maps rest on. */
export interface MapRoutes {
  readonly signIn: SignIn
  readonly maps: MapsService
  readonly publicUrl?: string | undefined
}

/**
 * `GET /maps/<hash>.json` gives a map to whoever is signed in, for ever: another map has another hash.
 * `POST /maps/<level>?coordinates=…&reviewNumber=…&origin=…&fileName=…` takes a GeoJSON file from those who run the
 * product, and answers with what became of it, or with everything that is wrong with it (422). Who may not is told so
 * before the file is read.
 */
export function addMapRoutes(fastify: FastifyInstance, { signIn, maps, publicUrl }: MapRoutes): void {
  fastify.addContentTypeParser(GEO_JSON, { parseAs: 'buffer' }, (_, body, done) => done(null, body))
  const uploaders = new WeakMap<FastifyRequest, Session>()

  fastify.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'POST' || request.routeOptions.url !== UPLOAD) return
    if (!isOwnOrigin(request, publicUrl)) return refuse(request, reply, REFUSALS.foreignOrigin)
    const session = await signIn.find(request.cookies[SESSION_COOKIE])
    if (!session) return refuse(request, reply, REFUSALS.signInFirst)
    if (!manages(session.persona)) return refuse(request, reply, REFUSALS.notManager)
    const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase()
    if (type !== GEO_JSON) return refuse(request, reply, REFUSALS.noGeoJson)
    uploaders.set(request, session)
  })

  fastify.get<{ Params: { file: string } }>('/maps/:file', async (request, reply) => {
    if (!(await signIn.find(request.cookies[SESSION_COOKIE])))
      return refuse(request, reply, REFUSALS.signInFirst)
    const [, hash] = HASH.exec(request.params.file) ?? []
    const topology = hash === undefined ? null : await maps.topology(hash)
    if (topology === null) return refuse(request, reply, REFUSALS.noMap)
    return reply
      .header('cache-control', 'private, max-age=31536000, immutable')
      .type('application/json; charset=utf-8')
      .send(topology)
  })

  fastify.post<{ Params: { level: string }; Querystring: Record<string, string> }>(
    UPLOAD,
    {
      bodyLimit: LARGEST_MAP,
      errorHandler: (error, request, reply) => {
        if (error.statusCode !== 413) throw error
        void refuse(request, reply, REFUSALS.mapTooLarge)
      },
    },
    async (request, reply) => {
      const session = uploaders.get(request)
      if (!session) throw new Error('internal: a map from nobody')
      const declaration = readDeclaration({ ...request.query, level: request.params.level })
      if (!('level' in declaration)) return problems(request, reply, declaration)
      const outcome = await maps.put(request.body as Buffer, declaration, session.persona)
      return 'level' in outcome ? reply.code(201).send({ map: outcome }) : problems(request, reply, outcome)
    },
  )
}

function problems(request: FastifyRequest, reply: FastifyReply, all: readonly { zh: string; en: string }[]) {
  const locale = localeOf(request.headers['accept-language'])
  return reply.code(422).send({ problems: all.map((each) => each[locale]) })
}
