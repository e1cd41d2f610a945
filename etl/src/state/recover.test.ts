import { loadOffice } from '@fengsui/prisma/office/load'
import type { Office } from '@fengsui/prisma/office/office'
import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { insertSettings } from '../load/insert-blocks.js'
import { loadFile } from '../load/load-file.js'
import { listBatches, loadFiles, type LoadOptions, recover } from '../run.js'
import type { Stores } from '../stores/open.js'
import { openTestStores } from '../stores/testing.js'
import { LOAD } from '../warehouse/limits.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { markLoaded } from './batches.js'
import { recoverBatches } from './recover.js'

let stores: Stores & { readonly dataDir: string }
let office: Office
let dir: string
let warehouse: Warehouse
beforeAll(async () => {
  office = await loadOffice('nyc-council')
  dir = await mkdtemp(join(tmpdir(), 'fengsui-recover-'))
  stores = await openTestStores()
  warehouse = stores.warehouse(LOAD)
})
afterAll(async () => {
  await warehouse.close()
  await stores.close()
  await rm(dir, { recursive: true, force: true })
})
beforeEach(async () => {
  for (const table of ['source_rows', 'case_versions', 'cases'])
    await warehouse.client.command({ query: `TRUNCATE TABLE ${table}` })
  await stores.metadata.$executeRaw`TRUNCATE TABLE "Batch" RESTART IDENTITY`
})

const OPTIONS = { secret: 'a-secret-of-the-tests-0123456789-abc', today: '2026-11-23' }

async function put(name: string, rows: readonly string[]): Promise<string> {
  const path = join(dir, `nyc-council-complaints-${name}.csv`)
  await writeFile(path, `unique_key,opendate,closedate\n${rows.join('\n')}\n`)
  return path
}
const load = (path: string, options: Partial<LoadOptions> = {}) =>
  loadFiles(stores, office, [path], { ...OPTIONS, dataDir: stores.dataDir, ...options })

async function rows<T>(query: string): Promise<T[]> {
  const result = await warehouse.client.query({ query, format: 'JSONEachRow' })
  return result.json<T>()
}
const numbers = async () =>
  (await rows<{ no: string }>('SELECT source_case_no AS no FROM cases ORDER BY no')).map(({ no }) => no)

/** Loads a file and puts its record back to where a crash between the rows and the record leaves it. */
async function crashAtTheEnd(path: string): Promise<{ readonly id: number; readonly stageFile: string }> {
  const kept = join(dir, 'kept.tsv')
  let copied = Promise.resolve()
  const [report] = await load(path, {
    onProgress: ({ step }) => {
      if (step === 'loading') copied = stageFiles().then(([file]) => copyFile(file ?? '', kept))
    },
  })
  await copied
  const id = report?.batch ?? 0
  await stores.metadata.batch.update({ where: { id }, data: { state: 'staged', stageFile: kept } })
  return { id, stageFile: kept }
}
const stageFiles = async () =>
  (await readdir(join(stores.dataDir, 'stage'))).map((name) => join(stores.dataDir, 'stage', name))

it('a batch that cannot be finished is undone as failed, and the next start works', async () => {
  await load(await put('first', ['A,2024-01-01,']))
  const { id, stageFile } = await crashAtTheEnd(await put('second', ['B,2024-01-01,', 'C,2024-01-02,']))
  const whole = await readFile(stageFile, 'utf8')
  for (const [text, error] of [
    [whole.slice(0, whole.indexOf('\n') + 1), /账不平/],
    [whole.slice(0, -40), /无法补完/],
  ] as const) {
    await writeFile(stageFile, text)
    await stores.metadata.batch.update({ where: { id }, data: { state: 'staged', stageFile } })
    expect(await recover(stores)).toEqual({ finished: [], undone: [id] })
    const [batch] = await listBatches(stores)
    expect(batch).toMatchObject({ state: 'failed', loaded: 0 })
    expect(batch?.error).toMatch(error)
    expect(await numbers()).toEqual(['A'])
    expect(existsSync(stageFile)).toBe(false)
    expect(await recover(stores)).toEqual({ finished: [], undone: [] })
  }
})

it('a staged batch without its file is undone, and stands in no table even when its versions went before', async () => {
  const { id, stageFile } = await crashAtTheEnd(await put('gone', ['A,2024-01-01,']))
  await rm(stageFile)
  await warehouse.client.command({
    query: `ALTER TABLE case_versions DELETE WHERE batch = ${id} SETTINGS mutations_sync = 2`,
  })
  expect(await numbers()).toEqual(['A'])
  expect(await recover(stores)).toEqual({ finished: [], undone: [id] })
  expect(await numbers()).toEqual([])
})

it('a block that is inserted a second time is kept by tables that drop repeated blocks', async () => {
  const { client } = warehouse
  await client.command({
    query: `CREATE TABLE twice ENGINE = MergeTree ORDER BY batch SETTINGS non_replicated_deduplication_window = 100
      AS SELECT batch FROM source_rows`,
  })
  for (let round = 0; round < 2; round++)
    await client.insert({
      table: 'twice',
      values: [{ batch: 1 }],
      format: 'JSONEachRow',
      clickhouse_settings: insertSettings(),
    })
  expect(await rows('SELECT count() AS n FROM twice')).toEqual([{ n: 2 }])
})

it('a stage file that a killed load left beside its loaded batch is removed', async () => {
  const { id, stageFile } = await crashAtTheEnd(await put('left', ['A,2024-01-01,']))
  await stores.metadata.batch.update({ where: { id }, data: { state: 'loaded' } })
  expect(await recover(stores)).toEqual({ finished: [], undone: [] })
  expect(existsSync(stageFile)).toBe(false)
  expect(await stores.metadata.batch.findUnique({ where: { id } })).toMatchObject({ stageFile: null })
})

it('the record of a loaded batch remembers the stage file until the file is gone', async () => {
  const { id, stageFile } = await crashAtTheEnd(await put('forget', ['A,2024-01-01,']))
  await markLoaded(stores.metadata, id, { rowsIn: 1, loaded: 1, quarantined: 0, duplicates: 0, reasons: {} })
  expect(await stores.metadata.batch.findUnique({ where: { id } })).toMatchObject({ stageFile })
})

it('an old file of a source without update days, loaded again, brings no old state back', async () => {
  const old = await put('old', ['A,2024-01-01,', 'B,soon,'])
  const newer = await put('newer', ['A,2024-01-01,2024-02-01'])
  await load(old)
  await load(newer)
  const [again] = await load(old)
  expect(again?.reasons).toEqual({ 'duplicate.unchanged': 1, 'duplicate.quarantined': 1 })
  expect(await rows('SELECT state FROM cases')).toEqual([{ state: 'closed' }])
})

it('a load that was taken over leaves the batch and its file to the new holder', async () => {
  const lost = new AbortController()
  const path = await put('taken', ['A,2024-01-01,'])
  const source = office.sources[0]!
  const context = {
    ...OPTIONS,
    warehouse,
    db: stores.metadata,
    office,
    dataDir: stores.dataDir,
    token: () => '',
    asOf: null,
    demo: false,
    signal: lost.signal,
    lost: lost.signal,
    onProgress: ({ step }: { step: string }) => {
      if (step === 'loading') lost.abort(new Error('taken over'))
    },
  }
  await expect(loadFile(context, path, source)).rejects.toThrow(/被另一个进程接管/)
  expect((await listBatches(stores))[0]).toMatchObject({ state: 'staged' })
  expect(await recover(stores)).toEqual({ finished: [1], undone: [] })
  expect(await numbers()).toEqual(['A'])
  expect(await stageFiles()).toEqual([])
})

it('a recovery that was taken over leaves the batch as it is', async () => {
  const { id, stageFile } = await crashAtTheEnd(await put('passed', ['A,2024-01-01,']))
  const lost = AbortSignal.abort(new Error('taken over'))
  await expect(recoverBatches(warehouse, stores.metadata, lost)).rejects.toThrow('taken over')
  expect(await stores.metadata.batch.findUnique({ where: { id } })).toMatchObject({
    state: 'staged',
    stageFile,
  })
  expect(await numbers()).toEqual(['A'])
})

it('real and demonstration data never meet in one place, whichever came first', async () => {
  const real = await put('real', ['A,2024-01-01,'])
  const demo = await put('demo', ['B,2024-01-01,'])
  await load(demo, { demo: true })
  await expect(load(real)).rejects.toMatchObject({
    name: 'LoadRefused',
    code: 'mixesDemo',
    message: expect.stringMatching(/演示数据.*FENGSUI_DATA/) as string,
  })
  await stores.metadata.batch.updateMany({ data: { demo: false } })
  await expect(load(demo, { demo: true })).rejects.toMatchObject({ code: 'mixesDemo' })
  await load(real)
  expect(await numbers()).toEqual(['A', 'B'])
})

it('an as-of day that has not come yet is refused', async () => {
  const path = await put('asof', ['A,2024-01-01,'])
  await expect(load(path, { asOf: '2026-11-24' })).rejects.toThrow(/数据截止日 2026-11-24 晚于今天/)
  expect(await listBatches(stores)).toEqual([])
})

it('a file name is stored and printed without the person in it', async () => {
  const path = await put('电话13900001234', ['A,2024-01-01,'])
  const said: string[] = []
  await load(path, { onProgress: (progress) => said.push(JSON.stringify(progress)) })
  said.push(JSON.stringify(await listBatches(stores)))
  const bad = join(dir, '13900001234.csv')
  await writeFile(bad, 'x')
  said.push(await load(bad).then(String, String))
  expect(said.join()).not.toContain('13900001234')
})
