import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { KeeperReport } from './keeper.js'
import { type LeaseHeld, type Meeting, meetingPlace, takeLease } from './rendezvous.js'
import { directoryFault, directoryTaken, StoreError } from './store-error.js'

const KEEPER = fileURLToPath(new URL('../../dist/stores/keeper.js', import.meta.url))
const LOCKED = /Code: 76\b|Cannot lock file|Another server instance/
/** Another program may be starting the keeper at this very moment, or ending it. */
const PATIENCE_MS = 12_000
const TURN_MS = 1_500

export interface EmbeddedStores {
  readonly meeting: Meeting
  readonly lease: LeaseHeld
}

/**
 * Joins the keeper of a data directory, or starts one.
 *
 * @throws StoreError when the directory cannot be used or another program holds it.
 */
export async function joinEmbedded(dataDir: string): Promise<EmbeddedStores> {
  const fault = directoryFault(dataDir)
  if (fault) throw fault
  const meeting = meetingPlace(dataDir)
  const running = await takeLease(meeting)
  if (running) return { meeting, lease: running }
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    const report = await startKeeper(dataDir)
    if (!report.ready && !LOCKED.test(report.error)) {
      throw (
        directoryFault(dataDir) ?? new StoreError(`内置数据库无法启动（目录 ${dataDir}）：${report.error}`)
      )
    }
    // Locked: another program has just started a keeper, or an old one is about to go.
    const lease = await leaseWithin(meeting, report.ready ? PATIENCE_MS : TURN_MS)
    if (lease) return { meeting, lease }
    if (Date.now() > until) throw directoryTaken(dataDir)
  }
}

async function leaseWithin(meeting: Meeting, patience: number): Promise<LeaseHeld | null> {
  const until = Date.now() + patience
  while (Date.now() < until) {
    const lease = await takeLease(meeting)
    if (lease) return lease
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return null
}

/** Starts the keeper apart from this process's terminal, so that Ctrl-C reaches only those who hold a lease. */
function startKeeper(dataDir: string): Promise<KeeperReport> {
  const log = openSync(path.join(dataDir, 'keeper.log'), 'a', 0o600)
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [KEEPER, path.resolve(dataDir)], {
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
    })
    closeSync(log)
    // `node --watch` has its children send messages of its own; only one of these is the keeper's.
    child.on('message', (message: KeeperReport | object) => {
      if (!('ready' in message)) return
      resolve(message)
      setImmediate(() => {
        child.disconnect()
        child.unref()
      })
    })
    child.once('error', (error) => resolve({ ready: false, error: error.message }))
    child.once('exit', (code, signal) =>
      resolve({ ready: false, error: `ended at start (${signal ?? code})` }),
    )
  })
}
