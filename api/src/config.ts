import path from 'node:path'
import { z } from 'zod'

/** Everything that the process is told from outside, read once at its start. */
export interface Config {
  readonly port: number
  readonly host: string
  /** The address as browsers reach it, where that is not host and port. */
  readonly publicUrl: string | undefined
  readonly dataDir: string
  readonly office: string
  /** Load the synthetic demo into an empty warehouse; null = where the office allows it and nothing is remote. */
  readonly demo: boolean | null
  readonly clickhouseUrl: string | undefined
  readonly databaseUrl: string | undefined
  readonly cluster: string | undefined
  /** Given from outside; without it the pipeline makes one in the data directory. Its strength is judged there. */
  readonly secret: string | undefined
  /** For people who change the product: GraphQL introspection. */
  readonly dev: boolean
}

/** A setting that cannot be used; the message is one Chinese sentence. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

const optional = z
  .string()
  .optional()
  .transform((text) => text?.trim() || undefined)
const url = (name: string, ...schemes: readonly string[]) =>
  optional.refine(
    (text) => text === undefined || (URL.canParse(text) && schemes.includes(new URL(text).protocol)),
    {
      error: `${name} 不是有效的地址，应以 ${schemes.map((scheme) => `${scheme}//`).join(' 或 ')} 开头。`,
    },
  )

const schema = z.object({
  PORT: z.coerce
    .number({ error: 'PORT 应为 0 至 65535 的整数。' })
    .int('PORT 应为 0 至 65535 的整数。')
    .min(0, 'PORT 应为 0 至 65535 的整数。')
    .max(65535, 'PORT 应为 0 至 65535 的整数。')
    .default(3000),
  HOST: z.string().default('127.0.0.1'),
  FENGSUI_DATA: z.string().default('./data'),
  FENGSUI_OFFICE: z.string().default('wulong'),
  FENGSUI_DEMO: z.enum(['on', 'off'], { error: 'FENGSUI_DEMO 只能是 on 或 off。' }).optional(),
  FENGSUI_CLUSTER: optional,
  FENGSUI_DEV: optional,
  CLICKHOUSE_URL: url('CLICKHOUSE_URL', 'http:', 'https:'),
  DATABASE_URL: url('DATABASE_URL', 'postgres:', 'postgresql:'),
  FENGSUI_SECRET: optional,
  FENGSUI_URL: url('FENGSUI_URL', 'http:', 'https:'),
})

/**
 * Reads the settings. Empty variables count as not set.
 *
 * @throws ConfigError with the first thing that is wrong.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw new ConfigError(parsed.error.issues[0]?.message ?? '环境变量有误。')
  const { data } = parsed
  return {
    port: data.PORT,
    host: data.HOST,
    publicUrl: data.FENGSUI_URL,
    dataDir: path.resolve(data.FENGSUI_DATA),
    office: data.FENGSUI_OFFICE,
    demo: data.FENGSUI_DEMO === undefined ? null : data.FENGSUI_DEMO === 'on',
    clickhouseUrl: data.CLICKHOUSE_URL,
    databaseUrl: data.DATABASE_URL,
    cluster: data.FENGSUI_CLUSTER,
    secret: data.FENGSUI_SECRET,
    dev: data.FENGSUI_DEV !== undefined && data.FENGSUI_DEV !== '0',
  }
}

/**
 * Lets the library that draws pictures in dots have its memory in large pages and keep it from one picture to the next:
 * to be given 15 MB anew for every picture takes longer than to draw it. Its allocator (mimalloc) reads these when the
 * library is loaded; what is not used for so many milliseconds is given back.
 */
export function keepDrawingMemory(): void {
  process.env.MIMALLOC_ALLOW_LARGE_OS_PAGES ??= '1'
  process.env.MIMALLOC_PURGE_DELAY ??= '3000'
}
