import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Engine, EngineAnswer } from './engine.js'
import { quoted, readStatement, type Statement, StatementRefused } from './statement.js'

const INSERT_INTO = /^\s*INSERT\s+INTO\s/i
const MAX_STATEMENT_BYTES = 4 * 1024 * 1024
/** Parameters travel in the address; so much of it ClickHouse takes by default (http_max_uri_size). */
const MAX_ADDRESS_BYTES = 1024 * 1024

/**
 * ClickHouse's HTTP interface in front of the embedded engine, as far as `@clickhouse/client` uses it: statements,
 * settings, parameters, data to insert, formats, exceptions. A caller who leaves stops his statement.
 *
 * @param spoolDir where the data of an INSERT is kept until the engine has read it.
 */
export function clickhouseHttp(engine: Engine, spoolDir: string): Server {
  const server = createServer({ maxHeaderSize: MAX_ADDRESS_BYTES }, (request, response) => {
    void answer(engine, spoolDir, request, response).catch((error: unknown) => {
      const text = error instanceof Error ? error.message : String(error)
      if (!response.headersSent) fail(response, `Code: 1002. DB::Exception: ${text}. (UNKNOWN_EXCEPTION)`)
      else response.destroy()
    })
  })
  server.keepAliveTimeout = 120_000
  return server
}

async function answer(engine: Engine, spoolDir: string, request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? '/', 'http://localhost')
  if (url.pathname === '/ping') return void response.end('Ok.\n')
  const left = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) left.abort()
  })
  const inUrl = url.searchParams.get('query')
  const insertsBody = inUrl !== null && INSERT_INTO.test(inUrl) && !/\s(?:SELECT|VALUES)\b/i.test(inUrl)
  const spool = insertsBody ? path.join(spoolDir, randomUUID()) : null
  try {
    const statement = spool
      ? insertFrom(await save(request, spool), readStatement(url.searchParams, null))
      : readStatement(url.searchParams, await bodyText(request))
    const result = await engine.run(statement, left.signal)
    if (!left.signal.aborted) reply(response, statement, result)
  } catch (error) {
    if (error instanceof StatementRefused) fail(response, error.message)
    else throw error
  } finally {
    if (spool) await Promise.all([rm(spool, { force: true }), rm(`${spool}.gz`, { force: true })])
  }
}

/** Writes the request's body to disk as it comes: the engine reads files faster than it is fed, and memory stays flat. */
async function save(request: IncomingMessage, spool: string): Promise<string> {
  const file = request.headers['content-encoding'] === 'gzip' ? `${spool}.gz` : spool
  await pipeline(request, createWriteStream(file, { mode: 0o600 }))
  return file
}

const insertFrom = (file: string, statement: Statement): Statement => ({
  ...statement,
  sql: `${statement.sql} FROM INFILE ${quoted(file)} FORMAT ${statement.format}`,
  format: 'TabSeparated',
})

async function bodyText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_STATEMENT_BYTES) throw new StatementRefused(62, 'Max query size exceeded', 'SYNTAX_ERROR')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function reply(response: ServerResponse, statement: Statement, result: EngineAnswer): void {
  if (!result.ok) return fail(response, result.error)
  const summary = {
    read_rows: String(result.rows),
    result_rows: String(result.rows),
    elapsed_ns: String(Math.round(result.seconds * 1e9)),
  }
  response.writeHead(200, {
    'content-type': 'text/plain; charset=UTF-8',
    'x-clickhouse-format': statement.format,
    'x-clickhouse-summary': JSON.stringify(summary),
  })
  response.end(result.bytes)
}

function fail(response: ServerResponse, message: string): void {
  const code = /Code:\s*(\d+)/.exec(message)?.[1] ?? '1002'
  // An insert that is refused early leaves a body behind; the connection is not used again.
  response.writeHead(500, {
    'content-type': 'text/plain; charset=UTF-8',
    'x-clickhouse-exception-code': code,
    connection: 'close',
  })
  response.end(message)
}
