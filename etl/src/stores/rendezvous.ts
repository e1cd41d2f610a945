import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import os from 'node:os'
import path from 'node:path'

/** Unix sockets have short paths (108 bytes on Linux, 104 elsewhere). */
const LONGEST_SOCKET_PATH = 100

/** Where the keeper of a data directory is met. The directory is its owner's alone: who can enter it may ask. */
export interface Meeting {
  readonly socketDir: string
  readonly clickhouse: string
  /** The name that PostgreSQL's clients derive from the directory. */
  readonly postgres: string
}

/** Makes the data directory and the directory of its sockets, both 0700. @throws the file system's error. */
export function meetingPlace(dataDir: string): Meeting {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const inside = path.join(dataDir, 'run')
  const digest = createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 16)
  const fits = Buffer.byteLength(path.join(inside, '.s.PGSQL.5432')) <= LONGEST_SOCKET_PATH
  const socketDir = fits ? inside : path.join(os.tmpdir(), `fengsui-${os.userInfo().uid}-${digest}`)
  mkdirSync(socketDir, { recursive: true, mode: 0o700 })
  return {
    socketDir,
    clickhouse: path.join(socketDir, 'clickhouse.sock'),
    postgres: path.join(socketDir, '.s.PGSQL.5432'),
  }
}

/** The keeper's process id as it wrote it down, or null. */
export function keeperPid(meeting: Meeting): number | null {
  try {
    return Number(readFileSync(path.join(meeting.socketDir, 'keeper.pid'), 'utf8')) || null
  } catch {
    return null
  }
}

/** A held place: while it is open the keeper stays. */
export interface LeaseHeld {
  /** Gives the place back and waits until the keeper has gone, if this was the last place. */
  release(): Promise<void>
}

/**
 * Asks the keeper for a place: an answer that never ends. When this process ends, however it ends, the operating
 * system closes the connection and the place is free; so no keeper outlives those who need it.
 *
 * @returns null when nobody answers.
 */
export function takeLease(meeting: Meeting): Promise<LeaseHeld | null> {
  return new Promise((resolve) => {
    const agent = new Agent()
    const asked = request({ socketPath: meeting.clickhouse, path: '/lease', agent }, (response) => {
      response.resume()
      response.once('error', () => undefined)
      resolve({
        release: async () => {
          const pid = keeperPid(meeting)
          asked.destroy()
          if (pid) await goneOrShared(meeting, pid)
        },
      })
      // The lease alone must not keep the process alive.
      response.socket.unref()
    })
    asked.once('error', () => resolve(null))
    asked.end()
  })
}

/** Number of places held, or null when the keeper does not answer any more. */
function places(meeting: Meeting): Promise<number | null> {
  return new Promise((resolve) => {
    const asked = request(
      { socketPath: meeting.clickhouse, path: '/places', agent: new Agent() },
      (response) => {
        let text = ''
        response.on('data', (chunk: Buffer) => (text += chunk.toString()))
        response.once('end', () => resolve(Number(text)))
        response.once('error', () => resolve(null))
      },
    )
    asked.once('error', () => resolve(null))
    asked.end()
  })
}

async function goneOrShared(meeting: Meeting, pid: number): Promise<void> {
  for (let waited = 0; waited < 5_000; waited += 25) {
    if (((await places(meeting)) ?? 0) > 0 || !alive(pid)) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
