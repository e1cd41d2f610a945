/**
 * The process in which ClickHouse runs (chDB). It opens one data directory and answers one statement at a time;
 * that is all it does, so that it can be killed at any moment and started again.
 */
import { Session } from 'chdb'
import type { EngineMessage, EngineTask } from './engine.js'

const [, , dataDir] = process.argv
if (!dataDir || !process.send) throw new Error('engine-worker is started by the keeper')

const send = (message: EngineMessage): void => {
  process.send?.(message)
}
const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

let session: Session
try {
  session = new Session(dataDir)
  await session.queryAsync('CREATE DATABASE IF NOT EXISTS fengsui')
  await session.queryAsync('USE fengsui')
  // Parameters are set by a statement here; on a server their size is not the statement's.
  await session.queryAsync('SET max_query_size = 4194304')
  send({ kind: 'ready' })
} catch (error) {
  send({ kind: 'unopened', error: textOf(error) })
  process.exit(1)
}

async function perform(task: EngineTask): Promise<EngineMessage> {
  try {
    if (task.before) await session.queryAsync(task.before)
    const result = await session.queryAsync(task.sql, { format: task.format })
    const { elapsed, rowsRead } = result
    return { kind: 'done', id: task.id, bytes: result.bytes(), seconds: elapsed, rows: rowsRead }
  } catch (error) {
    return { kind: 'failed', id: task.id, error: textOf(error) }
  } finally {
    if (task.after) await session.queryAsync(task.after)
  }
}

process.on('message', (task: EngineTask) => {
  void perform(task).then(send, (error: unknown) => {
    send({ kind: 'failed', id: task.id, error: textOf(error) })
  })
})
// Without the keeper there is nobody to answer; the directory must be free for the next one.
process.on('disconnect', () => process.exit(0))
