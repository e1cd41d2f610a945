import { randomUUID } from 'node:crypto'
import { execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Prisma } from '@fengsui/prisma/metadata'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CLICK, LOAD } from '../warehouse/limits.js'
import { keeperPid, meetingPlace } from './rendezvous.js'
import { openStores, type Stores } from './open.js'
import { openTestStores } from './testing.js'

let stores: Stores & { dataDir: string }
beforeAll(async () => void (stores = await openTestStores()))
afterAll(() => stores.close())

const rows = async (query: string, params: Record<string, unknown> = {}, limits = CLICK) => {
  const { client } = stores.warehouse(limits)
  const result = await client.query({ query, query_params: params, format: 'JSONEachRow' })
  return result.json<Record<string, unknown>>()
}

/** The process in which ClickHouse runs: the keeper's only child. */
const enginePid = () => {
  const keeper = keeperPid(meetingPlace(stores.dataDir))
  return Number(
    execFileSync('pgrep', ['-P', String(keeper)])
      .toString()
      .trim(),
  )
}

describe('the embedded engine behind the ordinary client', () => {
  it('binds every kind of parameter as a server does', async () => {
    const text = 'a\tb\\c\'d\n"汉字'
    const answer = await rows(
      'SELECT {a: String} AS a, {b: Array(String)} AS b, {c: Nullable(String)} AS c, {d: Date32} AS d',
      {
        a: text,
        b: ["x'y", 'z\\', text],
        c: null,
        d: '2024-02-29',
      },
    )
    expect(answer).toEqual([{ a: text, b: ["x'y", 'z\\', text], c: null, d: '2024-02-29' }])
  })

  it('takes as many parameters as a server does', async () => {
    const codes = Array.from({ length: 30_000 }, (_, i) => `code-${i}`)
    const [answer] = await rows('SELECT toUInt32(length({codes: Array(String)})) AS codes', { codes })
    expect(answer).toEqual({ codes: 30_000 })
  })

  it('refuses a parameter that is not given, instead of using an older value', async () => {
    await rows('SELECT {secret: String} AS x', { secret: 'first' })
    await expect(rows('SELECT {secret: String} AS x')).rejects.toThrow(/Substitution/)
  })

  it('inserts a stream of rows and reads it back', async () => {
    const { client } = stores.warehouse(LOAD)
    await client.command({
      query: 'CREATE TABLE t_stream (a UInt32, s Nullable(String)) ENGINE = MergeTree ORDER BY a',
    })
    const lines = Readable.from(
      Array.from({ length: 20_000 }, (_, i) => [i, i % 2 ? null : `r\t${i}`]),
      { objectMode: true },
    )
    await client.insert({
      table: 't_stream',
      values: lines,
      format: 'JSONCompactEachRow',
      columns: ['a', 's'],
    })
    expect(
      await rows('SELECT count() AS n, countIf(s IS NULL) AS gaps, max(s) AS text FROM t_stream WHERE a < 2'),
    ).toEqual([{ n: 2, gaps: 1, text: 'r\t0' }])
    expect(await rows('SELECT count() AS n FROM t_stream')).toEqual([{ n: 20_000 }])
  })

  it("says what is wrong in ClickHouse's words and code", async () => {
    await expect(rows('SELECT nothing FROM nowhere')).rejects.toMatchObject({ code: '60' })
  })

  it('keeps a reader from changing, from files and from the network', async () => {
    const file = join(stores.dataDir, 'written-by-a-reader')
    for (const query of [
      'DROP TABLE cases',
      'INSERT INTO cases (case_id) VALUES (1)',
      'SET readonly = 0',
      "SELECT * FROM file('/etc/passwd', LineAsString)",
      "SELECT * FROM url('http://127.0.0.1:9', LineAsString)",
      "SELECT 1 UNION ALL SELECT * FROM file('/etc/passwd', LineAsString)",
      'SELECT 1 SETTINGS readonly = 0',
      'SELECT 1; DROP TABLE cases',
      `SELECT 1 INTO OUTFILE '${file}'`,
      `SELECT $$'$$ INTO/**/outfile '${file}' FORMAT CSV`,
    ]) {
      await expect(rows(query), query).rejects.toThrow()
    }
    expect(existsSync(file)).toBe(false)
    expect(await rows('SELECT count() AS n FROM cases')).toEqual([{ n: 0 }])
  })

  it('stops a query at its time limit and at its memory limit', async () => {
    await expect(
      rows('SELECT count() FROM numbers(1e12)', {}, { ...CLICK, maxSeconds: 1 }),
    ).rejects.toMatchObject({ code: '159' })
    const greedy = 'SELECT length(groupArray(number)) AS n FROM numbers(1e9)'
    await expect(rows(greedy, {}, { ...CLICK, maxMemoryBytes: 1e8 })).rejects.toMatchObject({ code: '241' })
    await expect(
      rows('SELECT number FROM numbers(100)', {}, { ...CLICK, maxResultRows: 10 }),
    ).rejects.toMatchObject({ code: '396' })
    expect(
      await rows("SELECT getSetting('max_result_rows') AS n", {}, { ...CLICK, maxResultRows: 77 }),
    ).toEqual([{ n: 77 }])
  })

  it('really stops a query whose caller has left, and goes on for the others', async () => {
    const left = new AbortController()
    const { client } = stores.warehouse(CLICK)
    const long = client.query({ query: 'SELECT count() FROM numbers(1e12)', abort_signal: left.signal })
    const failed = expect(long).rejects.toThrow()
    await new Promise((resolve) => setTimeout(resolve, 300))
    const before = enginePid()
    left.abort()
    await failed
    expect(await rows('SELECT 1 AS one')).toEqual([{ one: 1 }])
    expect(enginePid()).not.toBe(before)
  })

  it('answers a read again by itself when the engine dies under it', async () => {
    const pending = rows('SELECT sleepEachRow(0.4) AS s, 1 AS one FROM numbers(3)')
    await new Promise((resolve) => setTimeout(resolve, 300))
    process.kill(enginePid(), 'SIGKILL')
    expect(await pending).toHaveLength(3)
  })

  it('lets clicks go before loads', async () => {
    const order: string[] = []
    const ask = (name: string, limits: typeof CLICK) =>
      rows('SELECT sleepEachRow(0.2)', {}, limits).then(() => order.push(name))
    const first = ask('running', LOAD)
    await new Promise((resolve) => setTimeout(resolve, 50))
    await Promise.all([first, ask('load', LOAD), ask('click', CLICK)])
    expect(order).toEqual(['running', 'click', 'load'])
  })
})

describe('the keeper', () => {
  it('serves several openers of one directory, and both stores', async () => {
    const second = await openStores({ dataDir: stores.dataDir })
    const hash = randomUUID()
    await second.metadata.signInLink.create({
      data: { tokenHash: hash, persona: 'office', expiresAt: new Date(0) },
    })
    const many = Array.from({ length: 20 }, (_, i) =>
      (i % 2 ? stores : second).metadata.$transaction(async (tx) => {
        await tx.auditEntry.create({ data: { persona: 'p', action: 'a', detail: { i } } })
        return tx.auditEntry.count()
      }),
    )
    expect((await Promise.all(many)).sort((a, b) => a - b).at(-1)).toBe(20)
    expect(await stores.metadata.signInLink.count({ where: { tokenHash: hash } })).toBe(1)
    const before = keeperPid(meetingPlace(stores.dataDir))
    await second.close()
    expect(await rows('SELECT 1 AS one')).toEqual([{ one: 1 }])
    expect(keeperPid(meetingPlace(stores.dataDir))).toBe(before)
  })

  it('goes when the last one has left, even if that one was killed', async () => {
    const other = await openTestStores()
    const pid = keeperPid(meetingPlace(other.dataDir))
    await other.close()
    expect(() => process.kill(Number(pid), 0)).toThrow()
    const script = `
      const { openTestStores } = await import(${JSON.stringify(new URL('../../dist/stores/testing.js', import.meta.url).href)})
      const stores = await openTestStores(); console.log(stores.dataDir); setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const dataDir = await new Promise<string>((resolve) =>
      child.stdout.once('data', (text: Buffer) => resolve(text.toString().trim())),
    )
    const orphan = Number(keeperPid(meetingPlace(dataDir)))
    child.kill('SIGKILL')
    await expect
      .poll(
        () => {
          try {
            process.kill(orphan, 0)
            return true
          } catch {
            return false
          }
        },
        { timeout: 10_000 },
      )
      .toBe(false)
  })

  it('holds the data of one office, and refuses another', async () => {
    const { dataDir } = stores
    await (await openStores({ dataDir, office: 'wulong' })).close()
    await (await openStores({ dataDir, office: '/somewhere/wulong' })).close()
    await expect(openStores({ dataDir, office: 'osha' })).rejects.toThrow(
      /单位“wulong”的数据.*FENGSUI_OFFICE=wulong/,
    )
    await stores.metadata.installation.update({ where: { key: 'this' }, data: { id: 'another' } })
    await expect(openStores({ dataDir, office: 'wulong' })).rejects.toThrow(/不是同一套/)
  })

  it('has a table with every column for every model of the metadata schema', async () => {
    const delegates = stores.metadata as unknown as Record<string, { findFirst(): Promise<unknown> }>
    const models = Object.values(Prisma.ModelName).map((name) => name[0]?.toLowerCase() + name.slice(1))
    expect(models.length).toBeGreaterThan(3)
    for (const model of models) await expect(delegates[model]?.findFirst(), model).resolves.not.toThrow()
  })

  it('says in one sentence what is wrong with a directory or an address', async () => {
    await expect(openStores({ dataDir: '/dev/null/fengsui' })).rejects.toThrow(
      /数据目录 \/dev\/null\/fengsui 不是一个目录/,
    )
    const wrong = openStores({ dataDir: stores.dataDir, clickhouseUrl: 'http://u:topsecret@127.0.0.1:9/db' })
    await expect(wrong).rejects.toThrow(/无法连接 CLICKHOUSE_URL 指定的服务器 http:\/\/127\.0\.0\.1:9\/db/)
    await expect(wrong).rejects.not.toThrow(/topsecret/)
    const database = openStores({
      dataDir: stores.dataDir,
      databaseUrl: 'postgres://u:topsecret@127.0.0.1:9/db',
    })
    await expect(database).rejects.toThrow(/无法连接 DATABASE_URL/)
  })
})
