import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CLICK } from '../warehouse/limits.js'
import { clickhouseHttp } from './clickhouse-http.js'
import { Engine } from './engine.js'
import { openStores } from './open.js'

/** No ClickHouse server can be had from the registries, so the engine stands behind a TCP port in its place. */
describe('ClickHouse by CLICKHOUSE_URL', () => {
  let scratch = ''
  let engine: Engine
  let server: ReturnType<typeof clickhouseHttp>
  beforeAll(async () => {
    scratch = await mkdtemp(path.join(os.tmpdir(), 'fengsui-remote-'))
    engine = new Engine(path.join(scratch, 'server'))
    await engine.open()
    server = clickhouseHttp(engine, scratch)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterAll(async () => {
    server.close()
    server.closeAllConnections()
    await engine.close()
    await rm(scratch, { recursive: true, force: true })
  })

  it('is migrated and used through the address alone', async () => {
    const { port } = server.address() as AddressInfo
    const clickhouseUrl = `http://127.0.0.1:${port}/fengsui`
    const stores = await openStores({ dataDir: path.join(scratch, 'data'), clickhouseUrl })
    const { client } = stores.warehouse(CLICK)
    const tables = await client.query({ query: 'SHOW TABLES', format: 'JSONEachRow' })
    const names = (await tables.json<{ name: string }>()).map((table) => table.name)
    expect(names).toEqual(expect.arrayContaining(['cases', 'case_versions', 'source_rows']))
    await expect(client.command({ query: 'DROP TABLE cases' })).rejects.toThrow(/readonly/)
    expect(await stores.metadata.batch.count()).toBe(0)
    await stores.close()
  })
})
