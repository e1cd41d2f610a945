import type { Config } from './config.js'

/** Errors whose message is one sentence for the person who starts the program. */
const SENTENCES = new Set([
  'ConfigError',
  'OfficeError',
  'StoreError',
  'SecretRefused',
  'LoadRefused',
  'AccountingBroken',
])

/** What the person who started the program is told, and what only the log needs. */
export interface StartFault {
  /** One Chinese sentence that says what to do. */
  readonly sentence: string
  /** The stack of an error that nobody expected. */
  readonly detail: string | null
}

/** Says why the program cannot start or go on. @param config null when it could not even be read. */
export function startFault(error: unknown, config: Pick<Config, 'host' | 'port'> | null): StartFault {
  const said = error instanceof Error ? sentenceOf(error, config) : null
  if (said !== null) return { sentence: said, detail: null }
  return {
    sentence: '启动时发生意外错误，请重新运行；如仍出错，请把上面的日志交给维护人员。',
    detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }
}

function sentenceOf(error: Error, config: Pick<Config, 'host' | 'port'> | null): string | null {
  if (SENTENCES.has(error.name)) return error.message
  const where = `${config?.host ?? ''}:${config?.port ?? ''}`
  const { code = '' } = error as NodeJS.ErrnoException
  const sentences: Readonly<Record<string, string>> = {
    EADDRINUSE: `端口 ${where} 已被占用，请关闭占用它的程序，或换一个端口：PORT=3001 npm start`,
    EACCES: `没有权限监听 ${where}，请换一个 1024 以上的端口（PORT）。`,
    EADDRNOTAVAIL: `本机没有地址 ${where}，请检查 HOST。`,
    ENOTFOUND: `本机没有地址 ${where}，请检查 HOST。`,
    ENOSPC: '磁盘已满，请清理数据目录所在磁盘后重新启动。',
  }
  return sentences[code] ?? null
}
