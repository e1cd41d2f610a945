import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { messagePage } from './message-page.js'

/** What `npm run build` leaves of the web page. */
const WEB_DIST = fileURLToPath(new URL('../../../web/dist/', import.meta.url))

const ASSETS = `${path.sep}assets${path.sep}`

/**
 * Serves the web page: its hashed assets for ever, everything else as `index.html` that is asked for again each time,
 * so that a reload of any address works.
 *
 * @param root folder of the built page.
 */
export async function addPages(fastify: FastifyInstance, root = WEB_DIST): Promise<void> {
  if (!existsSync(path.join(root, 'index.html'))) {
    const sentence = '网页尚未构建。请在项目目录运行 npm start（会自动构建），或先运行 npm run build。'
    fastify.get('/*', (_, reply) =>
      reply.code(503).type('text/html; charset=utf-8').send(messagePage('网页尚未构建', sentence)),
    )
    return
  }
  await fastify.register(fastifyStatic, {
    root,
    serve: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (response, file) => {
      response.setHeader(
        'cache-control',
        file.includes(ASSETS) ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
  fastify.get<{ Params: { '*': string } }>('/*', (request, reply) => {
    const file = request.params['*']
    // Pages have no extension; a file that is not there is not a page either.
    return path.extname(file) === '' ? reply.sendFile('index.html') : reply.sendFile(file)
  })
}
