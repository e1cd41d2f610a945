import type { ClickHouseClient } from '@clickhouse/client'
import type { PrismaClient } from '@fengsui/prisma/metadata'
import type { FastifyInstance } from 'fastify'

/** `/healthz`: the process lives. `/readyz`: both stores answer. */
export function addHealth(fastify: FastifyInstance, client: ClickHouseClient, metadata: PrismaClient): void {
  fastify.get('/healthz', () => ({ status: 'ok' }))
  fastify.get('/readyz', async (_, reply) => {
    const [warehouse, decisions] = await Promise.all([
      client
        .query({ query: 'SELECT 1', format: 'JSONEachRow' })
        .then((answer) => answer.json())
        .then(yes, no),
      metadata.$queryRaw`SELECT 1`.then(yes, no),
    ])
    const ready = warehouse && decisions
    return reply
      .code(ready ? 200 : 503)
      .send({ status: ready ? 'ok' : 'unavailable', warehouse, metadata: decisions })
  })
}

const yes = (): boolean => true
const no = (): boolean => false
