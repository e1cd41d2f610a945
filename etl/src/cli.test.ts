import iconv from 'iconv-lite'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listBatches } from './run.js'
import type { Stores } from './stores/open.js'
import { tryLease } from './state/lease.js'
import { openTestStores } from './stores/testing.js'

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))

let stores: Stores & { readonly dataDir: string }
let dir: string
beforeAll(async () => {
  if (!existsSync(CLI)) throw new Error('etl is not built: node tools/build.mjs node')
  dir = await mkdtemp(join(tmpdir(), 'fengsui-cli-'))
  // A server that is running: the command works beside it.
  stores = await openTestStores()
})
afterAll(async () => {
  await stores.close()
  await rm(dir, { recursive: true, force: true })
})

interface Run {
  readonly code: number | null
  readonly out: string
  readonly said: string
}

async function etl(args: readonly string[], interruptAt?: string): Promise<Run> {
  const env = {
    ...process.env,
    FENGSUI_OFFICE: 'nyc-council',
    FENGSUI_DATA: stores.dataDir,
    FENGSUI_SECRET: '',
  }
  const child = spawn(process.execPath, [CLI, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => void (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
    if (interruptAt && chunk.toString().includes(interruptAt)) child.kill('SIGINT')
  })
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, out, said }
}

const NAME = 'nyc-council-complaints'
const put = async (name: string, bytes: string | Buffer): Promise<string> => {
  const path = join(dir, name)
  await writeFile(path, bytes)
  return path
}

describe('the etl command', () => {
  it('prints where every row went, and status, batches and quarantine agree', async () => {
    const path = await put(
      `${NAME}-ok.csv`,
      'unique_key,opendate,borough\nA,2024-01-01,Brooklyn\nA,2024-01-01,Brooklyn\nB,soon,Queens\n',
    )
    const run = await etl(['load', path])
    expect(run).toMatchObject({ code: 0 })
    expect(run.out).toContain('读入 3 行 = 入库 1 + 隔离 1 + 重复 1')
    expect(run.out).toMatch(/date\.unreadable\s+日期无法识别\s+1/)
    expect((await etl(['status'])).out).toMatch(/complaints .* 第 1 批\s+2024-01-01\s+3\s+1\s+1\s+1/)
    expect((await etl(['batches'])).out).toMatch(/已生效\s+3\s+1\s+1\s+1/)
    expect((await etl(['quarantine', '--batch', '1'])).out).toMatch(/B .*日期无法识别.*「soon」/)
  })

  it.each<[string, () => string | Buffer, RegExp]>([
    ['empty', () => '', /是空的/],
    ['binary', () => Buffer.from([1, 2, 0, 4]), /二进制数据/],
    ['no-key', () => 'opendate\n2024-01-01\n', /缺少必需的列「unique_key」/],
    ['locked', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), /打开密码/],
    [
      'gbk',
      () => iconv.encode('unique_key,opendate\n消防,2024-01-01\n', 'gb18030'),
      /第 2 行.*encoding: gb18030/,
    ],
  ])('refuses a file (%s) with one sentence and exit code 1', async (name, bytes, sentence) => {
    const { code, out, said } = await etl(['load', await put(`${NAME}-${name}.csv`, bytes())])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(said).toMatch(sentence)
    expect(said.trim().split('\n')).toHaveLength(2)
    expect((await listBatches(stores)).filter(({ state }) => state === 'loaded')).toHaveLength(1)
  })

  it('is cancelled by Ctrl-C with exit code 130 and leaves nothing', async () => {
    const rows = Array.from({ length: 40_000 }, (_, i) => `Z${i},2024-01-01`).join('\n')
    const run = await etl(['load', await put(`${NAME}-long.csv`, `unique_key,opendate\n${rows}\n`)], '入库')
    expect(run.code).toBe(130)
    expect(run.said).toContain('没有留下任何数据')
    expect((await listBatches(stores))[0]).toMatchObject({ state: 'undone', loaded: 0 })
  })

  it('says in one sentence that a file cannot be written or a size is none, and when it could not look', async () => {
    const where = join(dir, 'no-such-directory', 'q.csv')
    const saved = await etl(['quarantine', '--csv', where])
    expect(saved.code).toBe(1)
    expect(saved.said).toContain(`${where}：目录或文件不存在`)
    expect(saved.said).not.toMatch(/\n\s+at /)
    expect(await etl(['demo', '--out', dir, '--size', '3'])).toMatchObject({
      code: 1,
      said: '--size 应为 demo、10k、1m 或 10m\n',
    })
    const lease = await tryLease(stores.metadata, 'load')
    expect((await etl(['recover'])).out).toMatch(/另一个装载正在进行/)
    await lease?.release()
    expect((await etl(['recover'])).out).toBe('没有未完成的装载。\n')
  })

  it('says what is wrong with its arguments, and shows its help in Chinese', async () => {
    expect(await etl(['load'])).toMatchObject({ code: 1 })
    expect((await etl(['load', 'x', '--as-of', '2024-02-30'])).said).toContain('应为日期')
    const help = await etl(['--help'])
    expect(help.code).toBe(0)
    expect(help.out).toContain('装载文件')
  })
})
