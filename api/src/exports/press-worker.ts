import { constants, setPriority } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { parentPort } from 'node:worker_threads'
import { makeEdition } from './drawing/edition.js'
import type { Edition } from './paper.js'
import type { PressMessage } from './press.js'

// Linux counts a thread as a process of its own: clicks go before files. Elsewhere it would slow the whole process.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

const port = parentPort
if (!port) throw new Error('internal: the press worker was started as a program')
const say = (message: PressMessage, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer)

port.on('message', (edition: Edition) => {
  makeEdition(edition, async (papers) => {
    say({ kind: 'progress', papers })
    await setImmediate()
  }).then(
    ({ bytes, ending }) => {
      // What a library hands over may be a view of a larger buffer, which cannot be given away.
      const own = new Uint8Array(bytes)
      say({ kind: 'made', bytes: own, ending }, [own.buffer])
    },
    (error: unknown) =>
      say({ kind: 'failed', error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})
