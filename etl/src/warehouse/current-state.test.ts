import { loadOffice } from '@fengsui/prisma/office/load'
import type { Office } from '@fengsui/prisma/office/office'
import iconv from 'iconv-lite'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadFiles, type LoadOptions } from '../run.js'
import type { Stores } from '../stores/open.js'
import { openTestStores } from '../stores/testing.js'
import { currentStateSql } from './current-state.js'
import { CLICK } from './limits.js'
import type { Warehouse } from './warehouse.js'

let stores: Stores & { readonly dataDir: string }
let office: Office
let dir: string
let warehouse: Warehouse
beforeAll(async () => {
  office = await loadOffice('wulong')
  dir = await mkdtemp(join(tmpdir(), 'fengsui-state-'))
  stores = await openTestStores()
  warehouse = stores.warehouse(CLICK)
})
afterAll(async () => {
  await warehouse.close()
  await stores.close()
  await rm(dir, { recursive: true, force: true })
})

type Row = Readonly<Record<string, unknown>>
async function read<T extends Row>(query: string, query_params: Record<string, unknown> = {}): Promise<T[]> {
  const result = await warehouse.client.query({ query, query_params, format: 'JSONEachRow' })
  return result.json<T>()
}

/** Every column of `cases`, computed ones too, of every case. */
async function everything(from: string, params: Record<string, unknown> = {}): Promise<readonly Row[]> {
  const columns = (await read<{ name: string }>('DESCRIBE TABLE cases')).map(({ name }) => name)
  return read(`SELECT ${columns.join(', ')} FROM ${from} ORDER BY case_id`, params)
}
const through = (batch: number) => everything(`(${currentStateSql('{through: UInt32}')})`, { through: batch })

const HEADS =
  '举报编号,上级编号,接报时间,区县,乡镇（街道）,举报事项,办理状态,受理日期,办结日期,更新时间,是否删除,不予受理日期'
const municipal = (no: string, rest = '已受理,2024-03-02,,2024-03-02,否', rejected = '') =>
  `${no},,2024-03-01,武隆区,白马镇,0501,${rest},${rejected}`

const MINISTRY_HEADS = '受理编号,转办市级编号,举报时间,县级代码,乡级名称,状态码'
const ministry = (no: string, municipalNo: string) => `${no},${municipalNo},2024-03-01,500156,白马镇,20`

async function load(
  name: string,
  heads: string,
  rows: readonly string[],
  options: Partial<LoadOptions> = {},
) {
  const path = join(dir, name)
  const encoding = name.startsWith('部系统') ? 'gb18030' : 'utf-8'
  await writeFile(path, iconv.encode(`${[heads, ...rows].join('\n')}\n`, encoding))
  return loadFiles(stores, office, [path], {
    dataDir: stores.dataDir,
    secret: 'a-secret-of-the-tests-0123456789-abc',
    today: '2026-11-23',
    ...options,
  })
}

it('is what cases held after any earlier batch, column by column, and what they hold now', async () => {
  const states: (readonly Row[])[] = []
  const keep = async () => states.push(await everything('cases'))
  const unsure = { asOf: '2024-12-31' }

  await load(
    '市系统_1.csv',
    HEADS,
    ['A1', 'A2', 'A3', 'A4'].map((no) => municipal(no)),
    unsure,
  )
  await keep()
  // A1 closed, A2 deleted upstream, A5 new; A3 not in the file.
  const second = [
    municipal('A1', '已办结,2024-03-02,2024-05-01,2024-05-02,否'),
    municipal('A2', '已受理,2024-03-02,,2024-05-02,是'),
    municipal('A5', '不予受理,,,2024-05-02,否', '2024-03-04'),
  ]
  await load('市系统_2.csv', HEADS, second, unsure)
  await keep()
  const cancel = new AbortController()
  const onProgress = ({ step }: { step: string }) =>
    void (step === 'classifying' && cancel.abort(new Error('cancelled')))
  const undone = load(
    '市系统_3.csv',
    HEADS,
    [municipal('A3', '已办结,2024-03-02,2024-06-01,2024-06-02,否')],
    {
      ...unsure,
      signal: cancel.signal,
      onProgress,
    },
  )
  await expect(undone).rejects.toThrow('cancelled')
  await keep()
  // A2 comes back; A4's older state changes nothing.
  const fourth = [
    municipal('A2', '已受理,2024-03-02,,2024-07-02,否'),
    municipal('A4', '登记,,,2024-03-01,否'),
  ]
  await load('市系统_4.csv', HEADS, fourth, unsure)
  await keep()

  // Nothing of these is a case of its own; the second repeats what the first brought.
  const copies = [ministry('M1', 'A1'), ministry('M2', 'A1'), ministry('M3', 'A3')]
  const [fifth] = await load('部系统_5.csv', MINISTRY_HEADS, copies, unsure)
  expect(fifth).toMatchObject({ loaded: 0, duplicates: 3 })
  await keep()
  await load('部系统_6.csv', MINISTRY_HEADS, [ministry('M1', 'A1'), ministry('M4', 'A5')], unsure)
  await keep()

  expect(states.map((rows) => rows.map(({ case_id: id }) => id))).toEqual([
    ['cq:A1', 'cq:A2', 'cq:A3', 'cq:A4'],
    ['cq:A1', 'cq:A3', 'cq:A4', 'cq:A5'],
    ['cq:A1', 'cq:A3', 'cq:A4', 'cq:A5'],
    ...Array.from({ length: 3 }, () => ['cq:A1', 'cq:A2', 'cq:A3', 'cq:A4', 'cq:A5']),
  ])
  expect(states.slice(3).map((rows) => rows.map((row) => row['merged_reports']))).toEqual([
    [0, 0, 0, 0, 0],
    [2, 0, 1, 0, 0],
    [2, 0, 1, 0, 1],
  ])
  expect(states[1]?.[0]).toMatchObject({
    closed_on: '2024-05-01',
    settled_on: '2024-05-01',
    decided_on: '2024-03-02',
  })
  expect(states[1]?.[3]).toMatchObject({ accepted_on: null, decided_on: '2024-03-04' })
  for (const [i, state] of states.entries()) expect(await through(i + 1), `batch ${i + 1}`).toEqual(state)
  expect(await everything(`(${currentStateSql(null)})`)).toEqual(states.at(-1))
})
