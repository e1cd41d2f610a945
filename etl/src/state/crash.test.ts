import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listBatches, recover } from '../run.js'
import type { Stores } from '../stores/open.js'
import { openTestStores } from '../stores/testing.js'
import { CLICK } from '../warehouse/limits.js'
import { tryLease } from './lease.js'

/** The command as it is built: what is killed must be what runs. */
const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
const ROWS = 25_000

let stores: Stores & { readonly dataDir: string }
let file: string
let dir: string
beforeAll(async () => {
  if (!existsSync(CLI)) throw new Error('etl is not built: node tools/build.mjs node')
  dir = await mkdtemp(join(tmpdir(), 'fengsui-crash-'))
  file = join(dir, 'nyc-council-complaints-crash.csv')
  const lines = Array.from(
    { length: ROWS },
    (_, i) => `K${i % (ROWS - 100)},2024-01-${String((i % 28) + 1).padStart(2, '0')},,Brooklyn,Noise`,
  )
  await writeFile(file, `unique_key,opendate,closedate,borough,complaint_type\n${lines.join('\n')}\n`)
  stores = await openTestStores()
})
afterAll(async () => {
  await stores.close()
  await rm(dir, { recursive: true, force: true })
})

/** Starts the command and kills it (-9) some time after it has said `word`; '' = some time after its start. */
async function loadAndKill(word: string, delay: number): Promise<void> {
  const env = { ...process.env, FENGSUI_OFFICE: 'nyc-council', FENGSUI_DATA: stores.dataDir }
  const child = spawn(process.execPath, [CLI, 'load', file], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let said = ''
  const heard = new Promise<void>((resolve) => {
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes(word)) resolve()
    })
  })
  await Promise.race([heard, exited])
  await Promise.race([sleep(delay), exited])
  child.kill('SIGKILL')
  await exited
}

async function books() {
  const warehouse = stores.warehouse(CLICK)
  const result = await warehouse.client.query({
    query: `SELECT (SELECT count() FROM cases) AS cases, (SELECT count() FROM case_versions) AS versions,
      (SELECT count() FROM source_rows) AS rows, (SELECT groupUniqArray(batch) FROM source_rows) AS batches,
      (SELECT count() FROM system.tables WHERE database = currentDatabase() AND name LIKE 'stage_%') AS stages`,
    format: 'JSONEachRow',
  })
  const [row] = await result.json<{
    cases: number
    versions: number
    rows: number
    batches: number[]
    stages: number
  }>()
  await warehouse.close()
  return row!
}

it(
  'a load that is killed at any moment is finished or undone, and the books close',
  { timeout: 300_000 },
  async () => {
    const words = ['内置数据库', '入库', '核对', '发布']
    let interrupted = 0
    for (let round = 0; round < 12; round++) {
      const word = words[round % words.length] ?? ''
      // Deterministic, spread over the length of each step.
      await loadAndKill(word, ((round * 137) % 400) + (word === '内置数据库' ? 350 : 0))
      const recovery = await recover(stores)
      expect(recovery, 'a dead holder blocks nobody').not.toBeNull()
      interrupted += (recovery?.finished.length ?? 0) + (recovery?.undone.length ?? 0)
      const batches = await listBatches(stores, { first: 100 })
      expect(batches.filter(({ state }) => state === 'staging' || state === 'staged')).toEqual([])
      const loaded = batches.filter(({ state }) => state === 'loaded')
      for (const batch of loaded) {
        expect(batch.rowsIn).toBe(ROWS)
        expect(batch.loaded + batch.quarantined + batch.duplicates).toBe(ROWS)
      }
      const found = await books()
      const cases = loaded.length > 0 ? ROWS - 100 : 0
      expect(found).toMatchObject({ cases, versions: cases, rows: ROWS * loaded.length, stages: 0 })
      expect(found.batches.map(Number).sort()).toEqual(loaded.map(({ id }) => id).sort())
      expect(await readdir(join(stores.dataDir, 'stage')).catch(() => [])).toEqual([])
    }
    expect(interrupted, 'some rounds must have hit a load under way').toBeGreaterThan(2)
  },
)

it('a lease of a living process is not taken, one that ran out is', async () => {
  const lease = await tryLease(stores.metadata, 'test')
  expect(lease).not.toBeNull()
  expect(await tryLease(stores.metadata, 'test')).toBeNull()
  expect(await recover(stores)).not.toBeNull()
  await stores.metadata
    .$executeRaw`UPDATE "Lease" SET "expiresAt" = (now() AT TIME ZONE 'utc') - interval '1 second', "holder" = 'elsewhere/1/x'`
  const second = await tryLease(stores.metadata, 'test')
  expect(second).not.toBeNull()
  await second?.release()
  await lease?.release()
  expect(await stores.metadata.lease.count({ where: { name: 'test' } })).toBe(0)
})
