import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { type ClickHouseAddress, openClient } from '@fengsui/etl/warehouse/client'
import { SCREENING } from '@fengsui/etl/warehouse/limits'
import type { ScreeningMessage } from './screener.js'
import { type ScreeningOrder, screenDays } from './screening-work.js'

// Linux counts a thread as a process of its own: clicks and files go before it. Elsewhere it would slow the whole process.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW)

const port = parentPort
if (!port) throw new Error('internal: the screening worker was started as a program')
const { address, order } = workerData as { address: ClickHouseAddress; order: ScreeningOrder }
const say = (message: ScreeningMessage): void => port.postMessage(message)

const client = openClient(address, SCREENING)
screenDays(client, order, (screened) => say({ kind: 'day', screened }))
  .then(
    () => say({ kind: 'done' }),
    (error: unknown) =>
      say({ kind: 'failed', error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
  .finally(() => void client.close())
