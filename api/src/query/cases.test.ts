import { readFile, readdir, writeFile } from 'node:fs/promises'
import { MEASURES } from '@fengsui/domain/metrics/measures'
import { COMPARISONS } from '@fengsui/domain/time/comparison'
import { openTestStores } from '@fengsui/etl/stores/testing'
import { CLICK, LOAD } from '@fengsui/etl/warehouse/limits'
import type { Warehouse } from '@fengsui/etl/warehouse/warehouse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { compileReading } from './compile.js'
import { planQuery } from './pipeline.js'
import { isRejection } from './rejection.js'
import { parseRequest } from './request.js'
import { readTogether } from './scans.js'
import type { BoundQuery } from './sql.js'
import type { TableRow } from './table.js'
import { ask, context, given } from './testing.js'

/** A file of cases/: rows in, requests, rows out. The SQL of its first request stands beside it, for review. */
interface CaseFile {
  readonly about: string
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  readonly asks: readonly {
    readonly request: object
    /** Rows, 其他 and total as `shown` writes them. */
    readonly answer?: readonly string[]
    /** What people read of the total. */
    readonly printed?: readonly string[]
    readonly standing?: readonly string[]
  }[]
}

const FOLDER = new URL('cases/', import.meta.url)
const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.yaml')).sort()
const read = async (file: string): Promise<CaseFile> =>
  parse(await readFile(new URL(file, FOLDER), 'utf8')) as CaseFile

let stores: Awaited<ReturnType<typeof openTestStores>>
let load: Warehouse
let click: Warehouse
beforeAll(async () => {
  stores = await openTestStores()
  load = stores.warehouse(LOAD)
  click = stores.warehouse(CLICK)
})
afterAll(() => stores.close())

const round = (value: number): number => Number(value.toPrecision(6))

/** A row as a person reads it: member, bucket, values with their state, cases and changes. */
function shown({ labels, bucket, values }: TableRow): string {
  const texts = values.map(({ value, n, k, state, changes }) => {
    const isCount = k === null && value === n && state === 'ok'
    const number = value === null ? state : `${state === 'ok' ? '' : `${state} `}${round(value)}`
    const cases = isCount ? '' : k === null ? ` (n ${n})` : ` (${k}/${n})`
    const compared = changes.map(({ value, text }) => (value === null ? text : `${round(value)} ${text}`))
    return `${number}${cases}${compared.length > 0 ? ` [${compared.join(', ')}]` : ''}`
  })
  return `${[...labels, ...(bucket ? [bucket] : [])].join(' ')} = ${texts.join(' | ')}`
}

const standing = ({ labels, bucket, values: [first] }: TableRow): string =>
  [
    ...labels,
    ...(bucket ? [bucket] : []),
    ...(['share', 'rank', 'cumulative'] as const).flatMap((name) => {
      const value = first?.[name] ?? null
      return value === null ? [] : [`${name} ${round(value)}`]
    }),
  ].join(' ')

const printed = ({ values }: TableRow): string[] =>
  values.map(({ value, k }) => (k === null ? String(value) : `${((value ?? 0) * 100).toFixed(1)}%`))

describe('rows in, request, rows out', () => {
  it.each(files)('%s', async (file) => {
    const { rows, asks } = await read(file)
    await given(load.client, rows)
    for (const { request, answer, printed: asPrinted, standing: places } of asks) {
      const table = await ask(click.client, request)
      if (answer) {
        const hasRows = table.dimensions.length > 0 || table.buckets.length > 0
        const all = [...(hasRows ? [...table.rows, ...table.others] : []), table.total]
        expect(all.map(shown)).toEqual(answer)
      }
      if (asPrinted) expect(printed(table.total)).toEqual(asPrinted)
      if (places) expect([...table.rows, ...table.others].map(standing)).toEqual(places)
    }
  })

  it('has a file for every measure and every comparison', () => {
    const wanted = [
      ...Object.keys(MEASURES).map((id) => `measure-${id}.yaml`),
      ...Object.keys(COMPARISONS).map((id) => `comparison-${id}.yaml`),
    ]
    expect(wanted.filter((file) => !files.includes(file))).toEqual([])
  })
})

/** A statement as it is kept for review: text, then values. */
const written = ({ text, params }: BoundQuery): string =>
  `${text}\n${Object.entries(params)
    .map(([name, value]) => `-- ${name} = ${JSON.stringify(value)}\n`)
    .join('')}`

describe('the SQL beside them', () => {
  it.each(files)('of %s is the reviewed one; UPDATE_GOLDEN=1 rewrites it', async (file) => {
    const query = parseRequest((await read(file)).asks[0]?.request)
    const plan = isRejection(query) ? query : planQuery(query, context)
    if (isRejection(plan)) throw new Error(plan.message.en)
    const text = written(compileReading(readTogether([plan])))
    const golden = new URL(file.replace('.yaml', '.sql'), FOLDER)
    if (process.env.UPDATE_GOLDEN === '1') await writeFile(golden, text)
    expect(text).toBe(await readFile(golden, 'utf8'))
  })
})
