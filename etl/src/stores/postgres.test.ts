import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStores, type Stores } from './open.js'

/** Debian's PostgreSQL, newest version first. */
const HOME = '/usr/lib/postgresql'
const versions = existsSync(HOME) ? readdirSync(HOME).sort((a, b) => Number(b) - Number(a)) : []
const program = (name: string) => path.join(HOME, versions[0] ?? '', 'bin', name)
const present = versions.length > 0 && existsSync(program('initdb'))
if (!present) console.warn('PostgreSQL is not installed here: its tests are skipped.')

describe.skipIf(!present)('a PostgreSQL server by DATABASE_URL', () => {
  let cluster = ''
  let stores: Stores
  const port = 20_000 + (process.pid % 20_000)
  /** PostgreSQL refuses to run as root. */
  const as = (name: string, args: string[]) =>
    process.getuid?.() === 0
      ? execFileSync('su', ['postgres', '-s', '/bin/sh', '-c', [program(name), ...args].join(' ')], {
          stdio: 'pipe',
        })
      : execFileSync(program(name), args, { stdio: 'pipe' })

  beforeAll(async () => {
    cluster = mkdtempSync(path.join(os.tmpdir(), 'fengsui-pg-'))
    chmodSync(cluster, 0o777)
    as('initdb', ['-D', `${cluster}/db`, '-A', 'trust', '-U', 'postgres', '--no-sync'])
    as('pg_ctl', [
      '-D',
      `${cluster}/db`,
      '-w',
      '-o',
      `"-p ${port} -k ${cluster}"`,
      '-l',
      `${cluster}/log`,
      'start',
    ])
    stores = await openStores({
      dataDir: path.join(cluster, 'data'),
      databaseUrl: `postgres://postgres@127.0.0.1:${port}/postgres`,
    })
  })
  afterAll(async () => {
    await stores.close()
    as('pg_ctl', ['-D', `${cluster}/db`, '-m', 'immediate', 'stop'])
    rmSync(cluster, { recursive: true, force: true })
  })

  it('is migrated and holds what the embedded database holds', async () => {
    const { metadata } = stores
    const batch = await metadata.batch.create({
      data: {
        source: 'cq',
        fileName: '汉字.xlsx',
        fileSha256: 'x',
        fileBytes: 12n,
        reasons: { 'date.unreadable': 3 },
      },
    })
    const found = await metadata.batch.findUniqueOrThrow({ where: { id: batch.id } })
    expect(found).toMatchObject({
      fileName: '汉字.xlsx',
      fileBytes: 12n,
      reasons: { 'date.unreadable': 3 },
      state: 'staging',
    })
  })

  it('is migrated once, whoever opens it again', async () => {
    const again = await openStores({
      dataDir: path.join(cluster, 'data'),
      databaseUrl: `postgres://postgres@127.0.0.1:${port}/postgres`,
    })
    expect(await again.metadata.batch.count()).toBe(1)
    await again.close()
  })
})
