import { CANARY_PATTERN } from '@fengsui/etl/demo/people'
import { keeperPid, meetingPlace } from '@fengsui/etl/stores/rendezvous'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const MAIN = path.resolve(import.meta.dirname, '../dist/main.js')
const LINK = path.resolve(import.meta.dirname, '../dist/link.js')
const HOLD = `const { Engine } = await import(${JSON.stringify(new URL('../../etl/dist/stores/engine.js', import.meta.url).href)})
  await new Engine(process.argv[1]).open(); console.log('held'); setInterval(() => {}, 1000)`

const scratch: string[] = []
const running = new Set<ChildProcess>()
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  for (const dir of scratch) await rm(dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

async function emptyDir(): Promise<string> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'fengsui-start-'))
  scratch.push(dir)
  return dir
}

interface Started {
  readonly child: ChildProcess
  /** Resolves with all output so far when `pattern` is in it, or when the program has ended. */
  until(pattern: RegExp): Promise<string>
  ended(): Promise<{ code: number | null; output: string }>
}

/** Starts a program of the product and listens to what it says. */
function start(args: string[], env: Record<string, string>): Started {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let output = ''
  let over = false
  const listeners = new Set<() => void>()
  const heard = (chunk?: Buffer) => {
    output += chunk?.toString() ?? ''
    for (const listener of listeners) listener()
  }
  child.stdout.on('data', heard)
  child.stderr.on('data', heard)
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.once('close', (code) => {
      over = true
      running.delete(child)
      heard()
      resolve({ code, output })
    })
  })
  const until = (pattern: RegExp) =>
    new Promise<string>((resolve) => {
      const look = () => {
        if (!over && !pattern.test(output)) return
        listeners.delete(look)
        resolve(output)
      }
      listeners.add(look)
      look()
    })
  return { child, until, ended: () => ended }
}

const sums = (output: string) =>
  [...output.matchAll(/：(\d+) 行，入库 (\d+)，隔离 (\d+)，重复 (\d+)/g)].map((match) =>
    match.slice(1).map(Number),
  )

async function filesBelow(dir: string): Promise<string[]> {
  const names = await readdir(dir, { recursive: true })
  const files = names.map((name) => path.join(dir, name))
  const kinds = await Promise.all(
    files.map((file) =>
      stat(file).then(
        (found) => found.isFile(),
        () => false,
      ),
    ),
  )
  return files.filter((_, i) => kinds[i])
}

// Whole starts of the program, each with its stores; how long they take says nothing.
describe('the program', { timeout: 240_000 }, () => {
  it('loads the demo once, ends with all it started, keeps its data, and has no identity in it', async () => {
    const dataDir = await emptyDir()
    const first = start([MAIN], { FENGSUI_DATA: dataDir })
    const said = await first.until(/signin\?token=/)
    const loads = sums(said)
    expect(loads).toHaveLength(3)
    for (const [rows = 0, loaded = 0, quarantined = 0, duplicates = 0] of loads) {
      expect(loaded + quarantined + duplicates).toBe(rows)
      expect(quarantined).toBeGreaterThan(0)
    }
    const keeper = Number(keeperPid(meetingPlace(dataDir)))
    first.child.kill('SIGINT')
    expect((await first.ended()).code).toBe(0)
    await expect.poll(() => isAlive(keeper), { timeout: 10_000 }).toBe(false)

    const stored = (await filesBelow(dataDir)).filter((file) => !file.startsWith(path.join(dataDir, 'demo')))
    for (const file of stored) {
      expect(CANARY_PATTERN.exec(await readFile(file, 'utf8'))?.[0], file).toBeUndefined()
    }

    const second = start([MAIN], { FENGSUI_DATA: dataDir })
    const again = await second.until(/signin\?token=/)
    expect(sums(again)).toEqual([])
    const { port } = new URL(/http:\S+/.exec(again)?.[0] ?? '')
    const env = { FENGSUI_DATA: dataDir, FENGSUI_URL: 'https://fengsui.example/' }
    const { output } = await start([LINK], env).ended()
    const link = /https:\/\/fengsui\.example(\/signin\?token=\S+)/.exec(output)?.[1] ?? output
    const page = await fetch(`http://127.0.0.1:${port}${link}`, { redirect: 'manual' })
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('白马镇')])
    const body = new URLSearchParams({ token: link.split('=')[1] ?? '', role: 'town', town: '500156101' })
    const signedIn = await fetch(`http://127.0.0.1:${port}/signin`, {
      method: 'POST',
      body,
      redirect: 'manual',
    })
    expect(signedIn.status).toBe(303)
    const refused = await start([LINK, '--persona', 'town:1'], env).ended()
    expect([refused.code, refused.output]).toEqual([1, expect.stringContaining('town:500156101 白马镇')])
    second.child.kill('SIGTERM')
    expect((await second.ended()).code).toBe(0)
  })

  it('makes the demo whole after a first start that was killed in the middle', async () => {
    const dataDir = await emptyDir()
    const first = start([MAIN], { FENGSUI_DATA: dataDir })
    await first.until(/已装载 市系统/)
    first.child.kill('SIGKILL')
    await first.ended()
    const second = start([MAIN], { FENGSUI_DATA: dataDir })
    const said = await second.until(/signin\?token=/)
    const loads = sums(said)
    expect(loads).toHaveLength(3)
    // What the first start had loaded is there already, and is not counted twice.
    expect(loads[0]?.[1]).toBe(0)
    expect(loads[2]?.[1]).toBeGreaterThan(0)
    second.child.kill('SIGINT')
    await second.ended()
  })

  it('says in one sentence that the port is taken', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const address = taken.address()
    const port = typeof address === 'object' ? String(address?.port) : ''
    const { code, output } = await start([MAIN], { FENGSUI_DATA: await emptyDir(), PORT: port }).ended()
    taken.close()
    expect(code).toBe(1)
    expect(output.trim().split('\n').at(-1)).toMatch(new RegExp(`端口 127\\.0\\.0\\.1:${port} 已被占用`))
  })

  it('says in one sentence that another program holds the data directory', async () => {
    const dataDir = await emptyDir()
    const holder = start(['--input-type=module', '-e', HOLD, path.join(dataDir, 'clickhouse')], {})
    await holder.until(/held/)
    const { code, output } = await start([MAIN], { FENGSUI_DATA: dataDir }).ended()
    holder.child.kill('SIGKILL')
    expect(code).toBe(1)
    expect(output.trim().split('\n').at(-1)).toMatch(/数据目录 .* 正被另一个程序占用/)
  })

  it.each([
    [{ CLICKHOUSE_URL: 'http://user:secretword@127.0.0.1:9/db' }, /无法连接 CLICKHOUSE_URL/],
    [{ FENGSUI_OFFICE: 'nowhere' }, /nowhere/],
    [{ FENGSUI_SECRET: 'short' }, /FENGSUI_SECRET/],
    [{ PORT: 'http' }, /PORT/],
    [{ FENGSUI_DATA: '/dev/null/data' }, /不是一个目录/],
  ])('says in one sentence what is wrong with %o', async (env, sentence) => {
    const { code, output } = await start([MAIN], { FENGSUI_DATA: await emptyDir(), ...env }).ended()
    expect(code).toBe(1)
    expect(output.trim().split('\n').at(-1)).toMatch(sentence)
    expect(output).not.toMatch(/secretword|\n\s+at /)
  })
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
