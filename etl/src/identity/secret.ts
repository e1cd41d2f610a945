import { hkdfSync, randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The secret cannot be used; `message` is one Chinese sentence. */
export class SecretRefused extends Error {
  override readonly name = 'SecretRefused'
}

const MIN_LENGTH = 32
const MIN_DIFFERENT = 10
const KNOWN =
  /change.?me|secret.?key|your.?secret|example|password|default|test.?secret|0123456789abcdef0123456789abcdef|abcdefghijklmnopqrstuvwxyz/i

/**
 * The installation's secret: FENGSUI_SECRET, else the file `secret` in the data directory, which is made (0600) at first.
 *
 * @throws SecretRefused for a secret that is short, known or repetitive.
 */
export async function loadSecret(
  dataDir: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const given = env['FENGSUI_SECRET']
  if (given !== undefined && given !== '') return checked(given.trim(), '环境变量 FENGSUI_SECRET')
  const file = join(dataDir, 'secret')
  const found = await readFile(file, 'utf8').catch(ifAbsent)
  return checked((found ?? (await create(dataDir, file))).trim(), `密钥文件 ${file} `)
}

/** A key for one purpose; keys of different purposes tell nothing of each other. */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'fengsui', purpose, 32))
}

function checked(secret: string, where: string): string {
  if (secret.length < MIN_LENGTH)
    throw new SecretRefused(`${where}太短（至少 ${MIN_LENGTH} 个字符），请换成随机生成的密钥。`)
  if (KNOWN.test(secret) || new Set(secret).size < MIN_DIFFERENT) {
    throw new SecretRefused(`${where}太容易猜到，请换成随机生成的密钥，例如 openssl rand -hex 32 的输出。`)
  }
  return secret
}

/** Two processes may start at once: whoever links first decides, the other reads. */
async function create(dataDir: string, file: string): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const mine = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  await writeFile(mine, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true })
  try {
    await link(mine, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(mine, { force: true })
  }
  return readFile(file, 'utf8')
}

function ifAbsent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
