import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

const BUILT = path.resolve(import.meta.dirname, '../../api/dist')
const LINK = /(http:\/\/[^/\s]+)\/signin\?token=\S+/

export interface Running {
  readonly url: string
  /** Signs in once. */
  readonly link: string
  stop: () => Promise<void>
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** The link that the server prints once it is ready; its output as the error if it ends before. */
const linkOf = (child: ChildProcess): Promise<RegExpExecArray> =>
  new Promise((resolve, reject) => {
    let said = ''
    const read = (chunk: Buffer) => {
      said += chunk.toString()
      const found = LINK.exec(said)
      if (found) resolve(found)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.on('exit', (code) => reject(new Error(`The server ended with ${code}:\n${said}`)))
  })

/** Starts the built product on an empty data directory of its own. @param more environment, e.g. without the demo. */
export async function startServer(more: NodeJS.ProcessEnv = {}): Promise<Running> {
  const data = await mkdtemp(path.join(tmpdir(), 'fengsui-web-'))
  const env = {
    ...process.env,
    TZ: 'America/Los_Angeles',
    FENGSUI_DATA: data,
    FENGSUI_OFFICE: 'wulong',
    PORT: String(await freePort()),
    ...more,
  }
  const child = spawn(process.execPath, ['main.js'], {
    cwd: BUILT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [link, url = ''] = await linkOf(child)
  return {
    url,
    link,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      await rm(data, { recursive: true, force: true })
    },
  }
}
