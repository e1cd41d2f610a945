import { createHash, randomUUID } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Pool, PoolClient } from 'pg'

const MIGRATIONS = new URL('../migrations/', import.meta.url)

/** Prisma's own bookkeeping table, so that `prisma migrate status` agrees with what was applied here. */
const BOOK = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  id VARCHAR(36) PRIMARY KEY, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

/** The migrations of the package, oldest first. */
async function migrationsOnDisk(): Promise<{ name: string; sql: string }[]> {
  const entries = await readdir(MIGRATIONS, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const file = fileURLToPath(new URL(`${name}/migration.sql`, MIGRATIONS))
      return { name, sql: await readFile(file, 'utf8') }
    }),
  )
}

async function apply(client: PoolClient, name: string, sql: string): Promise<void> {
  const checksum = createHash('sha256').update(sql).digest('hex')
  await client.query(sql)
  await client.query(
    `INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, applied_steps_count)
     VALUES ($1, $2, now(), $3, 1)`,
    [randomUUID(), checksum, name],
  )
}

/**
 * Brings the metadata database to the newest schema, all pending migrations in one transaction: it has them all
 * afterwards or none. Two processes that start at once wait for each other.
 *
 * @returns the names of the migrations applied now.
 */
export async function migrateMetadata(pool: Pool): Promise<string[]> {
  const onDisk = await migrationsOnDisk()
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', ['fengsui-migrations'])
    await client.query(BOOK)
    const done = await client.query<{ name: string }>(
      'SELECT migration_name AS name FROM "_prisma_migrations"',
    )
    const known = new Set(done.rows.map((row) => row.name))
    const pending = onDisk.filter((migration) => !known.has(migration.name))
    for (const { name, sql } of pending) await apply(client, name, sql)
    await client.query('COMMIT')
    return pending.map((migration) => migration.name)
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}
