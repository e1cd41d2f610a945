/**
 * The keeper of a data directory: one process that owns the embedded ClickHouse and the embedded PostgreSQL and
 * lets any number of programs use them at once (the server, the etl command). It is started by the first that needs
 * it and goes when the last has left. Arguments: the data directory.
 */
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import path from 'node:path'
import { inspect } from 'node:util'
import { clickhouseHttp } from './clickhouse-http.js'
import { Engine } from './engine.js'
import { meetingPlace } from './rendezvous.js'

/** What the keeper tells the one who started it, once. */
export type KeeperReport = { readonly ready: true } | { readonly ready: false; readonly error: string }

const dataDir = process.argv[2]
if (!dataDir) throw new Error('keeper: which data directory?')

/** After the last one left, and after a start that nobody joined. */
const LINGER_MS = 200
const LONELY_MS = 30_000

async function open(dataDir: string): Promise<void> {
  const meeting = meetingPlace(dataDir)
  const spoolDir = path.join(dataDir, 'spool')
  const engine = new Engine(path.join(dataDir, 'clickhouse'))
  // ClickHouse locks its directory; that lock guards all that is opened after it.
  await engine.open()
  rmSync(spoolDir, { recursive: true, force: true })
  mkdirSync(spoolDir, { mode: 0o700 })
  const metadata = await PGlite.create(path.join(dataDir, 'metadata'))
  rmSync(meeting.postgres, { force: true })
  rmSync(meeting.clickhouse, { force: true })
  const postgres = new PGLiteSocketServer({ db: metadata, path: meeting.postgres, maxConnections: 64 })
  await postgres.start()
  const http = clickhouseHttp(engine, spoolDir)
  writeFileSync(path.join(meeting.socketDir, 'keeper.pid'), String(process.pid), { mode: 0o600 })
  const close = async (): Promise<void> => {
    http.close()
    await engine.close()
    await postgres.stop()
    await metadata.close()
    for (const left of [meeting.postgres, meeting.clickhouse]) rmSync(left, { force: true })
    process.exit(0)
  }
  lease(http, () => void close())
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void close())
  await new Promise<void>((resolve) => http.listen(meeting.clickhouse, resolve))
}

/** Counts the places held (`/lease`, an answer without end) and says when the last one has been given back. */
function lease(http: Server, abandoned: () => void): void {
  let held = 0
  let timer = setTimeout(abandoned, LONELY_MS)
  const [others] = http.listeners('request') as ((...args: unknown[]) => void)[]
  http.removeAllListeners('request')
  http.on('request', (request, response) => {
    if (request.url === '/places') return void response.end(String(held))
    if (request.url !== '/lease') return void others?.(request, response)
    held += 1
    clearTimeout(timer)
    response.writeHead(200, { 'content-type': 'text/plain' })
    response.flushHeaders()
    response.once('close', () => {
      held -= 1
      if (held === 0) timer = setTimeout(abandoned, LINGER_MS)
    })
  })
}

const report = (message: KeeperReport): void => {
  if (process.connected) process.send?.(message)
}
process.on('disconnect', () => undefined)

open(dataDir).then(
  () => report({ ready: true }),
  (error: unknown) => {
    // PGlite throws bare objects.
    report({ ready: false, error: error instanceof Error ? error.message : inspect(error) })
    setTimeout(() => process.exit(1), 50)
  },
)
