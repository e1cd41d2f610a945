import type { FastifyInstance } from 'fastify'
import { isStorable } from '../query/storable.js'

/** A body that is not read any further; `code` says why. */
export class BadBody extends Error {
  override name = 'BadBody'
  readonly statusCode = 400
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

/**
 * Reads JSON. Of a key given twice the last one counts, as JSON.parse has it everywhere; what is no UTF-8, holds
 * characters that cannot be stored, or a key that means something to JavaScript, is refused whole.
 *
 * @throws BadBody
 */
export function parseJson(bytes: Buffer): unknown {
  let value: unknown
  try {
    value = JSON.parse(utf8.decode(bytes))
  } catch {
    throw new BadBody('no JSON in UTF-8')
  }
  // With a list instead of recursion: 64 KB may be nested 32,000 deep.
  const left: unknown[] = [value]
  while (left.length > 0) {
    const each = left.pop()
    if (typeof each === 'string' && !isStorable(each)) throw new BadBody('unstorable text')
    if (typeof each !== 'object' || each === null) continue
    const keys = Object.keys(each)
    if (keys.includes('__proto__')) throw new BadBody('forbidden key')
    left.push(...keys, ...(Object.values(each) as unknown[]))
  }
  return value
}

/** The two sorts of bodies that are read: JSON, and the form of the sign-in page, as URLSearchParams. */
export function addBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers()
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_, body, done) => {
    try {
      done(null, parseJson(body as Buffer))
    } catch (error) {
      done(error as Error)
    }
  })
  fastify.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
    done(null, new URLSearchParams(body as string)),
  )
}
