import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs'
import path from 'node:path'

/** A store cannot be opened or used; `message` is one Chinese sentence for the person who started the program. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
}

/** Below this the embedded stores cannot even be created. */
const LEAST_FREE_BYTES = 128 * 1024 * 1024
const FULL = '磁盘已满（剩余不足128 MB），请清理空间后重新启动'
const READ_ONLY = '所在磁盘是只读的，请换一个可写的目录（FENGSUI_DATA）'
const FORBIDDEN = '没有写入权限，请检查目录属主，或用 FENGSUI_DATA 指定别的目录'
const NO_DIRECTORY = '不是一个目录，请用 FENGSUI_DATA 指定别的目录'

/**
 * Looks at a data directory (or, if it does not exist, at the nearest existing one above it) before it is used, or
 * after it could not be: the engines say little about disks.
 *
 * @returns the sentence for what is wrong with it, or null.
 */
export function directoryFault(dataDir: string): StoreError | null {
  let nearest = path.resolve(dataDir)
  while (!existsSync(nearest) && path.dirname(nearest) !== nearest) nearest = path.dirname(nearest)
  const fault = faultOf(nearest)
  return fault ? new StoreError(`数据目录 ${dataDir} ${fault}。`) : null
}

function faultOf(directory: string): string | null {
  if (!statSync(directory).isDirectory()) return NO_DIRECTORY
  try {
    accessSync(directory, constants.W_OK | constants.X_OK)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EROFS' ? READ_ONLY : FORBIDDEN
  }
  const { blocks, bavail, bsize } = statfsSync(directory)
  // A file system without blocks is none for data (/proc, /sys).
  if (blocks === 0) return READ_ONLY
  return bavail * bsize < LEAST_FREE_BYTES ? FULL : null
}

/** The sentence for a data directory that another program holds. */
export function directoryTaken(dataDir: string): StoreError {
  return new StoreError(
    `数据目录 ${dataDir} 正被另一个程序占用，请先关闭它，或用 FENGSUI_DATA 指定别的目录。`,
  )
}

/** The sentence for a server that does not answer; the address is shown without its password. */
export function unreachable(
  variable: 'CLICKHOUSE_URL' | 'DATABASE_URL',
  url: string,
  cause: unknown,
): StoreError {
  const reason =
    cause instanceof Error ? cause.message || (cause as NodeJS.ErrnoException).code : String(cause)
  const where = withoutSecrets(url)
  return new StoreError(
    `无法连接 ${variable} 指定的服务器 ${where}：${reason ?? '没有应答'}。请检查地址、账号和网络。`,
    { cause },
  )
}

function withoutSecrets(url: string): string {
  if (!URL.canParse(url)) return '（地址格式不正确）'
  const { protocol, host, pathname } = new URL(url)
  return `${protocol}//${host}${pathname}`
}

/** Did it fail for want of room: said by the system, by the engine (code 243), or by the engine of the system. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as NodeJS.ErrnoException
  return (
    code === 'ENOSPC' ||
    code === '243' ||
    /ENOSPC|No space left on device|NOT_ENOUGH_SPACE/.test(error.message)
  )
}
