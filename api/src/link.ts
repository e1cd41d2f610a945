import 'reflect-metadata'
import { openStores } from '@fengsui/etl/stores/open'
import { loadOffice } from '@fengsui/prisma/office/load'
import { SignIn } from './access/sign-in.js'
import { type Config, readConfig } from './config.js'
import { addressOf, signInAddress } from './http/address.js'
import { startFault } from './start-fault.js'

// `npm run link`: prints a new link that signs in once; the server may be running or not.
let config: Config | null = null
try {
  config = readConfig()
  await loadOffice(config.office)
  const stores = await openStores(config)
  try {
    const token = await new SignIn(stores.metadata).makeLink('office')
    const base = config.publicUrl ?? addressOf(config.host, config.port)
    process.stdout.write(`一次性登录链接（24小时内有效）：${signInAddress(base, token)}\n`)
  } finally {
    await stores.close()
  }
} catch (error) {
  const { sentence, detail } = startFault(error, config)
  if (detail !== null) process.stderr.write(`${detail}\n`)
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
}
