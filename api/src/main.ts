import { type Stores, openStores } from '@fengsui/etl/stores/open'
import { loadSecret } from '@fengsui/etl/identity/secret'
import { loadOffice } from '@fengsui/prisma/office/load'
import { type Config, readConfig } from './config.js'
import { probePort } from './http/probe-port.js'
import type { Server } from './server.js'
import { startFault } from './start-fault.js'

/** A Ctrl-C that takes longer is no end. */
const PATIENCE_MS = 1900

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const log = (line: string): void => void process.stderr.write(`${new Date().toISOString()} ${line}\n`)

const stopping = new AbortController()
let stores: Stores | null = null
let server: Server | null = null

/** Ends everything that was started; a second signal, or two seconds, end it at once. */
async function stop(code: number): Promise<never> {
  const timer = setTimeout(() => process.exit(code), PATIENCE_MS)
  try {
    await server?.close()
    await stores?.close()
  } finally {
    clearTimeout(timer)
  }
  process.exit(code)
}

function onSignal(): void {
  if (stopping.signal.aborted) process.exit(1)
  stopping.abort(new Error('stopped'))
  say('正在关闭……')
  void stop(0)
}

async function start(config: Config): Promise<void> {
  const office = await loadOffice(config.office)
  // One that is given is judged before anything is begun; else one is made with the first load.
  if (config.secret !== undefined) await loadSecret(config.dataDir, { FENGSUI_SECRET: config.secret })
  await probePort(config.port, config.host)
  // The stores start in processes of their own; what this one has to read meanwhile it reads meanwhile.
  const opening = openStores(config, say)
  const modules = Promise.all([import('./server.js'), import('@fengsui/etl/run'), import('./start-demo.js')])
  stores = await opening
  const [{ startServer }, { recover }, { demoAllowed, awaitsDemo, loadDemo }] = await modules
  const left = await recover(stores)
  if (left && left.finished.length > 0) say(`上次中断的批次已补完：${left.finished.join('、')}`)
  if (left && left.undone.length > 0) say(`上次中断的批次已撤销：${left.undone.join('、')}`)
  if (demoAllowed(config, office) && (await awaitsDemo(stores, office))) {
    await loadDemo(config, stores, office, stopping.signal, say)
  }
  server = await startServer({ config, stores, office, log })
  await server.putFolderMaps()
  server.watchFlags()
  say('')
  say(`烽燧已启动：${config.publicUrl ?? server.url}    ${office.name}`)
  say(`一次性登录链接（24小时内有效）：${await server.signInLink()}`)
  say('按 Ctrl-C 关闭。')
}

let config: Config | null = null
process.on('SIGINT', onSignal)
process.on('SIGTERM', onSignal)
try {
  config = readConfig()
  await start(config)
} catch (error) {
  if (!stopping.signal.aborted) {
    const { sentence, detail } = startFault(error, config)
    if (detail !== null) log(detail)
    process.stderr.write(`${sentence}\n`)
    await stop(1)
  }
}
