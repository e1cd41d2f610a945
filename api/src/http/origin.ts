import type { FastifyRequest } from 'fastify'

/**
 * Does a request come from the product's own pages, or from no page at all? A browser says from where it posts; other
 * programs say nothing and hold no cookie by accident.
 *
 * @param publicUrl the address as browsers reach it, where a proxy does not pass the Host on.
 */
export function isOwnOrigin(
  request: Pick<FastifyRequest, 'headers'>,
  publicUrl: string | undefined,
): boolean {
  const { origin, host, 'sec-fetch-site': site } = request.headers
  if (origin === undefined) return site === undefined || site === 'same-origin' || site === 'none'
  if (!URL.canParse(origin)) return false
  const asked = new URL(origin)
  return asked.host === host || (publicUrl !== undefined && asked.origin === new URL(publicUrl).origin)
}
