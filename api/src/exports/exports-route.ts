import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { SignIn } from '../access/sign-in.js'
import { localeOf } from '../graphql/caller.js'
import { type Admission, admit, sessionOf } from '../http/guard.js'
import { refuse } from '../http/refusal.js'
import { type Rejection, type RejectionCode, isRejection } from '../query/rejection.js'
import type { ExportsService, Orderer } from './exports.service.js'
import { disposition } from './file-name.js'
import type { Job } from './jobs.js'
import type { ListOrder, Order, RankingOrder } from './order.js'
import { parseListOrder, parseOrder, parseRankingOrder } from './request.js'

const PATH = '/exports'
const STATUS: Partial<Record<RejectionCode, number>> = {
  forbidden: 403,
  unknownExport: 404,
  tooManyExports: 429,
}

type OfJob = FastifyRequest<{ Params: { id: string } }>

/**
 * Files as resources of a session: POST an order and get a job, GET the job to see how far it is, GET its file once it
 * is done, DELETE it to end it or to be rid of it.
 */
export function addExports(
  fastify: FastifyInstance,
  { service, signIn, publicUrl }: { service: ExportsService; signIn: SignIn; publicUrl: string | undefined },
): void {
  const admission: Admission = { signIn, publicUrl }
  const onRequest = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    void reply.header('cache-control', 'no-store')
    return admit(request, reply, admission)
  }

  fastify.post(PATH, { onRequest }, (request, reply) => {
    const { body } = request
    const order = parseListOrder(body) ?? parseRankingOrder(body) ?? parseOrder(body)
    if (isRejection(order)) return rejected(request, reply, order)
    const who: Orderer = {
      session: sessionOf(request),
      locale: localeOf(request.headers['accept-language']),
      requestId: request.id,
    }
    const job = begun(service, order, who)
    return isRejection(job) ? rejected(request, reply, job) : reply.code(202).send(told(request, job))
  })

  fastify.get(`${PATH}/:id`, { onRequest }, (request: OfJob, reply) => {
    const job = service.find(request.params.id, sessionOf(request))
    return isRejection(job) ? rejected(request, reply, job) : reply.send(told(request, job))
  })

  fastify.get(`${PATH}/:id/file`, { onRequest }, (request: OfJob, reply) => {
    const job = service.find(request.params.id, sessionOf(request))
    if (isRejection(job)) return rejected(request, reply, job)
    if (!job.file) return reply.code(409).send(told(request, job))
    const { name, type, bytes } = job.file
    return reply
      .headers({ 'content-type': type, 'content-disposition': disposition(name) })
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  })

  fastify.delete(`${PATH}/:id`, { onRequest }, (request: OfJob, reply) => {
    const refused = service.cancel(request.params.id, sessionOf(request))
    return refused ? rejected(request, reply, refused) : reply.code(204).send()
  })
}

function begun(
  service: ExportsService,
  order: Order | ListOrder | RankingOrder,
  who: Orderer,
): Job | Rejection {
  if ('list' in order) return service.beginList(order, who)
  return 'ranking' in order ? service.beginRanking(order, who) : service.begin(order, who)
}

/** How far a job is, as its owner is told. */
function told(request: FastifyRequest, { id, title, state, progress, message, file }: Job): object {
  const locale = localeOf(request.headers['accept-language'])
  return { id, title, state, progress, message: message?.[locale] ?? null, file: file?.name ?? null }
}

const rejected = (request: FastifyRequest, reply: FastifyReply, { code, message }: Rejection): FastifyReply =>
  refuse(request, reply, { status: STATUS[code] ?? 400, code, text: message })
