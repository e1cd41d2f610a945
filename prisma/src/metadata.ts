import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { Prisma, PrismaClient } from './generated/client.js'
import { migrateMetadata } from './migrate.js'

export { Prisma, PrismaClient }
export type {
  Assessment,
  AssessmentEntry,
  AssessmentStep,
  Backfill,
  Escalation,
  Flag,
  FlagState,
  FlagStep,
  Objection,
  Screening,
  Urge,
} from './generated/client.js'
export type { AssessmentEntryKind, AssessmentState, AssessmentStepKind } from './generated/enums.js'

/** Where the metadata database is: a server's URL, or the directory of the embedded one's socket. */
export type MetadataAddress = { readonly url: string } | { readonly socketDir: string }

export interface Metadata {
  readonly client: PrismaClient
  close(): Promise<void>
}

/**
 * Opens the metadata database and brings it to the newest schema. The embedded database and a server are reached
 * by the same driver and differ only in their address.
 *
 * @throws the driver's error when the database cannot be reached or a migration fails.
 */
export async function openMetadata(address: MetadataAddress): Promise<Metadata> {
  const config: pg.PoolConfig =
    'url' in address
      ? { connectionString: address.url, connectionTimeoutMillis: 10_000, max: 5 }
      : // One statement at a time is all the embedded database runs, and it mixes up those of two connections.
        { host: address.socketDir, user: 'postgres', database: 'postgres', max: 1 }
  const pool = new pg.Pool(config)
  // A connection that breaks while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined)
  try {
    await migrateMetadata(pool)
  } catch (error) {
    await pool.end()
    throw error
  }
  const client = new PrismaClient({ adapter: new PrismaPg(pool) })
  return {
    client,
    close: async () => {
      await client.$disconnect()
      await pool.end()
    },
  }
}
