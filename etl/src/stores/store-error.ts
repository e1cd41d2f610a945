/** A store cannot be opened or used; `message` is one Chinese sentence for the person who started the program. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
}

/** What the operating system's codes and the engine's texts mean for a data directory. */
const DIRECTORY_FAULTS: readonly (readonly [RegExp, string])[] = [
  [/ENOSPC|No space left|NOT_ENOUGH_SPACE|disk full/i, '磁盘已满，请清理空间后重新启动'],
  [/EROFS|Read-only file system/i, '所在磁盘是只读的，请换一个可写的目录（FENGSUI_DATA）'],
  [/EACCES|EPERM|Permission denied/i, '没有写入权限，请检查目录属主，或用 FENGSUI_DATA 指定别的目录'],
  [/ENOTDIR|EEXIST|Not a directory/i, '不是一个目录，请用 FENGSUI_DATA 指定别的目录'],
]

/** The sentence for a data directory that cannot be used, or null if the fault is none of a directory's. */
export function directoryFault(dataDir: string, cause: unknown): StoreError | null {
  const text =
    cause instanceof Error ? `${(cause as NodeJS.ErrnoException).code ?? ''} ${cause.message}` : String(cause)
  const fault = DIRECTORY_FAULTS.find(([pattern]) => pattern.test(text))
  return fault ? new StoreError(`数据目录 ${dataDir} ${fault[1]}。`, { cause }) : null
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
  return new StoreError(
    `无法连接 ${variable} 指定的服务器 ${withoutSecrets(url)}：${reason ?? '没有应答'}。请检查地址、账号和网络。`,
    {
      cause,
    },
  )
}

function withoutSecrets(url: string): string {
  if (!URL.canParse(url)) return '（地址格式不正确）'
  const { protocol, host, pathname } = new URL(url)
  return `${protocol}//${host}${pathname}`
}
