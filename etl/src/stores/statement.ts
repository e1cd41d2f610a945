/** What a request of ClickHouse's HTTP interface asks of the engine, ready to be run. */
export interface Statement {
  readonly sql: string
  readonly format: string
  /** Settings to hold during this statement only. */
  readonly settings: Readonly<Record<string, string>>
  /** Values of `{name: Type}` placeholders, in the escaped form in which HTTP carries them. */
  readonly params: Readonly<Record<string, string>>
  readonly readonly: boolean
  readonly priority: number
  /** Seconds after which the engine's own limit has failed and its process is ended; 0 = none. */
  readonly maxSeconds: number
}

/** A request that the engine would refuse, with ClickHouse's code, in ClickHouse's words. */
export class StatementRefused extends Error {
  constructor(
    readonly code: number,
    message: string,
    type: string,
  ) {
    super(`Code: ${code}. DB::Exception: ${message}. (${type})`)
  }
}

/** Parameters of the transport; the embedded engine has no use for them. */
const TRANSPORT = new Set([
  'query',
  'query_id',
  'database',
  'session_id',
  'session_timeout',
  'session_check',
  'default_format',
  'user',
  'password',
  'role',
  'compress',
  'decompress',
  'wait_end_of_query',
  'buffer_size',
  'enable_http_compression',
  'send_progress_in_http_headers',
  'http_headers_progress_interval_ms',
  'http_write_exception_in_output_format',
  'cancel_http_readonly_queries_on_client_close',
  'readonly',
  'priority',
])

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/
const READS = /^\s*(?:\(|SELECT\b|WITH\b|SHOW\b|DESC\b|DESCRIBE\b|EXISTS\b|EXPLAIN\b)/i
/** chDB answers a SELECT into a file even when it is read-only; the word stands in no statement of ours, values are bound. */
const WRITES_FILE = /\bOUTFILE\b/i
const TRAILING_FORMAT = /\s+FORMAT\s+([A-Za-z][A-Za-z0-9]*)\s*$/i
const PLACEHOLDER = /\{\s*([A-Za-z_][A-Za-z0-9_]*)\s*:/g

/** A text as ClickHouse writes it in a query. */
export const quoted = (text: string): string => `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`

/**
 * Reads a request of ClickHouse's HTTP interface.
 *
 * @param url the request's query parameters: the statement (unless in the body), settings, `param_*` values.
 * @param body the statement, when it is not in `url`; null when the body is data to insert.
 * @throws StatementRefused for a missing parameter, a bad setting name, or a change over a read-only connection.
 */
export function readStatement(url: URLSearchParams, body: string | null): Statement {
  const text = [url.get('query'), body]
    .filter(Boolean)
    .join('\n')
    .trim()
    .replace(/;+\s*$/, '')
  const written = TRAILING_FORMAT.exec(text)
  const sql = written ? text.slice(0, written.index) : text
  const settings: Record<string, string> = {}
  const params: Record<string, string> = {}
  for (const [key, value] of url) {
    if (key.startsWith('param_')) params[key.slice('param_'.length)] = value
    else if (!TRANSPORT.has(key)) settings[key] = value
  }
  for (const name of [...Object.keys(settings), ...Object.keys(params)]) {
    if (!NAME.test(name)) throw new StatementRefused(115, `Unknown setting '${name}'`, 'UNKNOWN_SETTING')
  }
  for (const [, name] of sql.matchAll(PLACEHOLDER)) {
    if (name && !(name in params)) {
      throw new StatementRefused(456, `Substitution \`${name}\` is not set`, 'UNKNOWN_QUERY_PARAMETER')
    }
  }
  const readonly = ['1', '2'].includes(url.get('readonly') ?? '')
  if (readonly && (!READS.test(sql) || WRITES_FILE.test(sql))) {
    throw new StatementRefused(164, 'Cannot execute query in readonly mode', 'READONLY')
  }
  return {
    sql,
    format: written?.[1] ?? url.get('default_format') ?? 'TabSeparated',
    settings,
    params,
    readonly,
    priority: Number(url.get('priority') ?? 0) || Number.MAX_SAFE_INTEGER,
    maxSeconds: Number(settings['max_execution_time'] ?? 0),
  }
}
