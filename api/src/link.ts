import 'reflect-metadata'
import { parseArgs } from 'node:util'
import { todayIn } from '@fengsui/etl/run'
import { openStores } from '@fengsui/etl/stores/open'
import { loadOffice } from '@fengsui/prisma/office/load'
import { isDemonstration } from './access/demonstration.js'
import { Personas } from './access/personas.js'
import { SignIn } from './access/sign-in.js'
import { type Config, ConfigError, readConfig } from './config.js'
import { addressOf, signInAddress } from './http/address.js'
import { MemberLists } from './office/member-lists.js'
import { startFault } from './start-fault.js'

// `npm run link -- --persona town:500156101`: prints a new link that signs in once; the server may be running or not.
let config: Config | null = null
try {
  config = readConfig()
  const office = await loadOffice(config.office)
  const persona = personaAsked()
  const personas = new Personas(new MemberLists(office), () => todayIn(office.timeZone, new Date()))
  const stores = await openStores(config)
  try {
    const { metadata } = stores
    const mayChoose = (): Promise<boolean> => isDemonstration(metadata, office)
    const token = await new SignIn({ metadata, personas, mayChoose }).makeLink(persona)
    if (token === null) throw new ConfigError(personas.possible(persona))
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

/** @throws ConfigError for arguments that are not understood. */
function personaAsked(): string {
  try {
    return parseArgs({ options: { persona: { type: 'string', default: 'office' } } }).values.persona
  } catch {
    throw new ConfigError('参数有误，用法：npm run link -- --persona town:500156101（不写时为 office）。')
  }
}
