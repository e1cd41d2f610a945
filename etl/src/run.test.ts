import { loadOffice } from '@fengsui/prisma/office/load'
import type { Office } from '@fengsui/prisma/office/office'
import iconv from 'iconv-lite'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listBatches, listQuarantine, loadFiles, type LoadOptions, statusOf } from './run.js'
import type { Stores } from './stores/open.js'
import { openTestStores } from './stores/testing.js'
import { CLICK, LOAD } from './warehouse/limits.js'

let stores: Stores & { readonly dataDir: string }
let office: Office
let dir: string
beforeAll(async () => {
  office = await loadOffice('wulong')
  dir = await mkdtemp(join(tmpdir(), 'fengsui-run-'))
  stores = await openTestStores()
})
afterAll(async () => {
  await stores.close()
  await rm(dir, { recursive: true, force: true })
})
beforeEach(async () => {
  const warehouse = stores.warehouse(LOAD)
  for (const table of ['source_rows', 'case_versions', 'cases'])
    await warehouse.client.command({ query: `TRUNCATE TABLE ${table}` })
  await stores.metadata.$executeRaw`TRUNCATE TABLE "Batch" RESTART IDENTITY`
  await warehouse.close()
})

const HEADS =
  '举报编号,上级编号,接报时间,区县,乡镇（街道）,举报事项,举报内容,举报人姓名,联系电话,办理状态,受理日期,办结日期,更新时间'
const line = (no: string, changes: Partial<Record<string, string>> = {}): string =>
  HEADS.split(',')
    .map(
      (head) =>
        changes[head] ??
        {
          举报编号: no,
          接报时间: '2024-03-01',
          区县: '武隆区',
          '乡镇（街道）': '白马镇',
          举报事项: '0501',
          办理状态: '已受理',
          受理日期: '2024-03-02',
        }[head] ??
        '',
    )
    .join(',')

async function file(name: string, lines: readonly string[], heads = HEADS): Promise<string> {
  const path = join(dir, name)
  await writeFile(path, `${[heads, ...lines].join('\n')}\n`)
  return path
}

const load = (paths: readonly string[], options: Partial<LoadOptions> = {}) =>
  loadFiles(stores, office, paths, {
    dataDir: stores.dataDir,
    secret: 'a-secret-of-the-tests-0123456789-abc',
    today: '2026-11-23',
    ...options,
  })

async function rows<T>(query: string): Promise<T[]> {
  const warehouse = stores.warehouse(CLICK)
  const result = await warehouse.client.query({ query, format: 'JSONEachRow' })
  const found = await result.json<T>()
  await warehouse.close()
  return found
}
const cases = () =>
  rows<Record<string, string | null>>(
    'SELECT source_case_no AS no, state, closed_on AS closed FROM cases ORDER BY no',
  )
const CHECKSUMS = `SELECT (SELECT (count(), groupBitXor(sipHash64(*))) FROM cases) AS cases, (SELECT count() FROM case_versions) AS versions`

const DIRTY = [
  line('A1'),
  line('A2', { 接报时间: '待定' }),
  line('A3', { 更新时间: '2024-03-05' }),
  line('A3', { 更新时间: '2024-04-05', 办理状态: '已办结', 办结日期: '2024-04-01' }),
  line('A3', { 更新时间: '2024-03-20' }),
  line('', {}),
  'A4,too,few',
  line('A5', { 办结日期: '2024-02-01' }),
]

describe('a load', () => {
  it('accounts for every row, and the same file again changes nothing', async () => {
    const path = await file('市系统_脏.csv', DIRTY)
    const [first] = await load([path])
    expect(first).toMatchObject({ rowsIn: 8, loaded: 2, quarantined: 4, duplicates: 2, asOf: '2024-04-05' })
    expect(first?.reasons).toEqual({
      'duplicate.inFile': 2,
      'date.order': 1,
      'date.unreadable': 1,
      'row.cellCount': 1,
      'value.missing': 1,
    })
    expect(await cases()).toEqual([
      { no: 'A1', state: 'accepted', closed: null },
      { no: 'A3', state: 'closed', closed: '2024-04-01' },
    ])
    const before = await rows(CHECKSUMS)
    const [second] = await load([path])
    expect(second).toMatchObject({ rowsIn: 8, loaded: 0, quarantined: 0, duplicates: 8 })
    expect(second?.reasons).toEqual({
      'duplicate.quarantined': 4,
      'duplicate.inFile': 2,
      'duplicate.unchanged': 2,
    })
    expect(await rows(CHECKSUMS)).toEqual(before)
    expect(await statusOf(stores, office)).toMatchObject([
      { id: 'cq', lastBatch: 2, rowsIn: 16, loaded: 2, quarantined: 4, duplicates: 10 },
      { id: 'ledger', lastBatch: null },
      { id: 'mem', lastBatch: null },
    ])
    const quarantine = await listQuarantine(stores)
    expect(quarantine.map(({ rowNo, reasons }) => [rowNo, ...reasons])).toEqual([
      [3, 'date.unreadable'],
      [7, 'value.missing'],
      [8, 'row.cellCount'],
      [9, 'date.order'],
    ])
    expect(await readdir(join(stores.dataDir, 'stage'))).toEqual([])
  })

  it('makes a changed case a new version, and an old file loaded late does not undo it', async () => {
    const old = await file('市系统_1.csv', [line('B1', { 更新时间: '2024-03-02' })])
    const newer = await file('市系统_2.csv', [
      line('B1', { 更新时间: '2024-05-02', 办结日期: '2024-05-01', 办理状态: '已办结' }),
    ])
    await load([old, newer])
    expect(await cases()).toEqual([{ no: 'B1', state: 'closed', closed: '2024-05-01' }])
    const older = await file('市系统_3.csv', [
      line('B1', { 更新时间: '2024-03-01', 办理状态: '登记', 受理日期: '' }),
    ])
    expect((await load([older, old]))[0]).toMatchObject({ loaded: 1 })
    expect(await cases()).toEqual([{ no: 'B1', state: 'closed', closed: '2024-05-01' }])
    expect(await rows('SELECT count() AS n FROM case_versions')).toEqual([{ n: 3 }])
  })

  it('takes a case that was deleted upstream out of the current state, and keeps its versions', async () => {
    const heads = `${HEADS},是否删除`
    await load([await file('市系统_a.csv', [`${line('C1')},否`, `${line('C2')},否`], heads)])
    await load([await file('市系统_b.csv', [`${line('C1', { 更新时间: '2024-06-01' })},是`], heads)])
    expect((await cases()).map(({ no }) => no)).toEqual(['C2'])
  })

  it('counts a matter once that two systems carry, whichever came first', async () => {
    await load([await file('市系统_x.csv', [line('X1', { 上级编号: 'M1' }), line('X2')])])
    const path = join(dir, '部系统_x.csv')
    const mem = ['M1,', 'M2,X2', 'M3,'].map((numbers) => `${numbers},2024-03-01,500156,白马镇,某厂,20`)
    const heads = '受理编号,转办市级编号,举报时间,县级代码,乡级名称,企业名称,状态码'
    await writeFile(path, iconv.encode([heads, ...mem].join('\n'), 'gb18030'))
    const [report] = await load([path])
    expect(report).toMatchObject({
      rowsIn: 3,
      loaded: 1,
      duplicates: 2,
      reasons: { 'duplicate.otherSource': 2 },
    })
    expect((await cases()).map(({ no }) => no)).toEqual(['M3', 'X1', 'X2'])
    expect(
      await rows(
        `SELECT source_case_no AS no, case_id AS id FROM source_rows WHERE outcome = 'duplicate' ORDER BY no`,
      ),
    ).toEqual([
      { no: 'M1', id: 'cq:X1' },
      { no: 'M2', id: 'cq:X2' },
    ])
    expect((await load([path]))[0]).toMatchObject({ loaded: 0, duplicates: 3 })
  })
})

describe('a refused or cancelled load leaves nothing', () => {
  const isEmpty = async () => {
    expect(
      await rows('SELECT (SELECT count() FROM source_rows) + (SELECT count() FROM case_versions) AS n'),
    ).toEqual([{ n: 0 }])
    expect(await readdir(join(stores.dataDir, 'stage')).catch(() => [])).toEqual([])
    expect(
      await rows(`SELECT name FROM system.tables WHERE database = currentDatabase() AND name LIKE 'stage%'`),
    ).toEqual([])
  }

  it('a fault deep in the file', async () => {
    const many = Array.from({ length: 30_000 }, (_, i) => line(`D${i}`))
    const path = await file('市系统_坏.csv', [...many, '"never closed,', ...many.slice(0, 9)])
    await expect(load([path])).rejects.toThrow(/第 30002 行附近的引号没有成对/)
    expect(await listBatches(stores)).toMatchObject([
      { state: 'failed', loaded: 0, error: expect.stringContaining('引号') as string },
    ])
    await isEmpty()
  })

  it('heads without rows, and a missing column in the second of two files', async () => {
    await expect(load([await file('市系统_空.csv', [])])).rejects.toThrow(/只有表头，没有数据行/)
    const good = await file('市系统_好.csv', [line('E1')])
    const bad = await file('市系统_缺.csv', ['1'], '编号')
    await expect(load([good, bad])).rejects.toThrow(/缺少必需的列.*举报编号/)
    await isEmpty()
  })

  it('cancelled while it reads, and in every later step', async () => {
    const path = await file(
      '市系统_停.csv',
      Array.from({ length: 20_000 }, (_, i) => line(`F${i}`)),
    )
    for (const step of ['reading', 'loading', 'classifying', 'publishing']) {
      const cancel = new AbortController()
      const onProgress = (progress: { step: string }) =>
        void (progress.step === step && cancel.abort(new Error('cancelled')))
      const outcome = await load([path], { signal: cancel.signal, onProgress }).then(
        () => 'loaded',
        () => 'cancelled',
      )
      const [batch] = await listBatches(stores)
      // Publishing is one short step; what was cancelled during it is loaded.
      if (step === 'publishing') expect([outcome, batch?.state]).toEqual(['loaded', 'loaded'])
      else {
        expect([step, outcome, batch?.state]).toEqual([step, 'cancelled', 'undone'])
        await isEmpty()
      }
    }
  })
})

describe('a reporter', () => {
  it('stands in no byte of the data directory and in no message', async () => {
    const name = '卡纳里'
    const phone = '13911112222'
    const spoken = { 举报人姓名: name, 联系电话: phone }
    const lines = [
      line('G1', { ...spoken, 举报内容: `我叫${name}，电话139 1111 2222，微信 canary_wx9，渝A·C4N4R` }),
      line('G2', { ...spoken, 接报时间: `${name} ${phone}` }),
      line('G3', { ...spoken, '乡镇（街道）': `${name}` }),
      `G4,${name},${phone}`,
      line('G5', { 举报内容: `联系人卡纳里，１３９１１１１２２２２，身份证500232199001010017` }),
    ]
    const said: string[] = []
    const [report] = await load([await file('市系统_线人.csv', lines)], {
      onProgress: (p) => said.push(JSON.stringify(p)),
    })
    expect(report?.rowsIn).toBe(5)
    said.push(
      JSON.stringify(report),
      JSON.stringify(await listQuarantine(stores)),
      JSON.stringify(await rows('SELECT * FROM source_rows')),
    )
    said.push(JSON.stringify(await rows('SELECT * FROM cases')))
    const canaries = [
      name,
      phone,
      '139 1111 2222',
      '１３９１１１１２２２２',
      'canary_wx9',
      'C4N4R',
      '500232199001010017',
    ]
    for (const canary of canaries) expect(said.join('\n')).not.toContain(canary)
    for (const path of await readdir(stores.dataDir, { recursive: true, withFileTypes: true })) {
      if (!path.isFile()) continue
      const bytes = await readFile(join(path.parentPath, path.name)).catch(() => Buffer.alloc(0))
      for (const canary of canaries) expect(bytes.includes(canary), `${canary} in ${path.name}`).toBe(false)
    }
    expect(
      await rows(`SELECT count() AS n FROM cases WHERE match(reporter_token, '^[0-9a-f]{32}$')`),
    ).toEqual([{ n: 1 }])
  })
})

it('two loads at once run one after the other', async () => {
  const one = await file(
    '市系统_一.csv',
    Array.from({ length: 5000 }, (_, i) => line(`H${i}`)),
  )
  const two = await file(
    '市系统_二.csv',
    Array.from({ length: 5000 }, (_, i) => line(`H${i + 2500}`)),
  )
  let waited = 0
  const reports = await Promise.all([one, two].map((path) => load([path], { onWait: () => (waited += 1) })))
  expect(waited).toBe(1)
  expect(reports.flat().map(({ rowsIn }) => rowsIn)).toEqual([5000, 5000])
  expect(reports.flat().reduce((sum, { loaded }) => sum + loaded, 0)).toBe(7500)
  expect(await rows('SELECT count() AS n FROM cases')).toEqual([{ n: 7500 }])
})
