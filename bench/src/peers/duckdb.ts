import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { existsSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { exportCases } from '../same-rows.js'
import { SPANS, type Spans } from '../screen-numbers.js'
import { AS_OF } from '../synthetic-cases.js'
import type { CachedWarehouse } from '../warehouse-cache.js'
import type { Peer } from './peer.js'
import { KEYS, RECEIVED_SETS, type Row, type ScreenTables, numbersOfTables } from './screen-tables.js'

/** Columns of few values: DuckDB groups by an ENUM faster than by a text. */
const ENUMS = [
  'region_1',
  'industry_1',
  'issue_1',
  'channel',
  'source',
  'department',
  'result',
  'state',
  'report_class',
  'reporter_kind',
]

const within = (day: string, span: string): string => `${day} BETWEEN $${span}_from AND $${span}_to`
const inAny = (day: string): string => `(${SPANS.map((span) => within(day, span)).join(' OR ')})`
const each = (day: string, value: string, condition = ''): string =>
  SPANS.map(
    (span) => `${value} FILTER (WHERE ${within(day, span)}${condition && ` AND (${condition})`})`,
  ).join(', ')
const counts = (day: string, condition?: string): string => each(day, 'count(*)', condition)

const isVerified = "result IN ('true', 'partly')"
const isMature = 'accepted_on <= $as_of - 90'
const wasHandled = 'closed_on >= accepted_on'
const isSettled = 'closed_on <= due_on OR due_on < $as_of'
const monthOf = (day: string): string => `date_trunc('month', ${day})::DATE`
const sets = Object.values(RECEIVED_SETS).map((keys) => `(${keys.join(', ')})`)

const STATEMENTS: Readonly<Record<keyof ScreenTables, string>> = {
  received: `SELECT grouping(${KEYS.join(', ')}), ${KEYS.join(', ')}, ${counts('received_on')}
    FROM (SELECT *, ${monthOf('received_on')} AS month FROM cases) WHERE ${inAny('received_on')}
    GROUP BY GROUPING SETS (${sets.join(', ')})`,
  accepted: `SELECT ${monthOf('accepted_on')} AS month, ${counts('accepted_on')}, ${counts('accepted_on', isMature)},
      ${counts('accepted_on', `${isMature} AND ${isVerified}`)}
    FROM cases WHERE ${inAny('accepted_on')} GROUP BY month`,
  closed: `SELECT grouping(department), department, ${counts('closed_on')}, ${counts('closed_on', wasHandled)},
      ${each('closed_on', 'quantile_cont(closed_on - accepted_on, [0.5, 0.75, 0.9])', wasHandled)}
    FROM cases WHERE ${inAny('closed_on')} GROUP BY GROUPING SETS ((), (department))`,
  closedByMonth: `SELECT ${monthOf('closed_on')} AS month, ${counts('closed_on')}
    FROM cases WHERE ${inAny('closed_on')} GROUP BY month`,
  verified: `SELECT ${counts('verified_on', "result IN ('true', 'partly', 'false', 'unclear')")}, ${counts('verified_on', isVerified)}
    FROM cases WHERE ${inAny('verified_on')}`,
  settled: `SELECT department, ${counts('settled_on', isSettled)}, ${counts('settled_on', 'closed_on <= due_on')}
    FROM cases WHERE ${inAny('settled_on')} GROUP BY department`,
  due: `SELECT department, ${counts('due_on', 'closed_on > due_on OR (closed_on IS NULL AND due_on < $as_of)')}
    FROM cases WHERE ${inAny('due_on')} GROUP BY department`,
}

/** DuckDB in this process, on a file of its own with the same rows. */
export async function duckdb(warehouse: CachedWarehouse): Promise<Peer> {
  const file = path.join(warehouse.dir, 'cases.duckdb')
  if (!existsSync(file)) await load(file, await exportCases(warehouse, 'parquet'))
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' })
  const connection = await instance.connect()
  return {
    name: 'duckdb',
    ask: async (spans) => {
      const tables: Partial<Record<keyof ScreenTables, Row[]>> = {}
      for (const [name, text] of Object.entries(STATEMENTS))
        tables[name as keyof ScreenTables] = await rowsOf(connection, text, spans)
      return () => numbersOfTables(tables as ScreenTables)
    },
    close: () => {
      connection.closeSync()
      instance.closeSync()
      return Promise.resolve()
    },
  }
}

/** Days are bound as texts; the statement casts them. A statement may be given only what stands in it. */
async function rowsOf(connection: DuckDBConnection, text: string, spans: Spans): Promise<Row[]> {
  const values: Record<string, string> = { as_of: AS_OF }
  for (const span of SPANS) {
    values[`${span}_from`] = spans[span].from
    values[`${span}_to`] = spans[span].to
  }
  const named = Object.fromEntries(Object.entries(values).filter(([name]) => text.includes(`$${name}`)))
  const asDates = text.replace(/\$\w+/g, (name) => `CAST(${name} AS DATE)`)
  const reader = await connection.runAndReadAll(asDates, named)
  return reader.getRowsJson()
}

async function load(file: string, parquet: string): Promise<void> {
  const unfinished = `${file}.unfinished`
  rmSync(unfinished, { force: true })
  const instance = await DuckDBInstance.create(unfinished)
  const connection = await instance.connect()
  const source = `read_parquet('${parquet.replaceAll("'", "''")}')`
  for (const column of ENUMS)
    await connection.run(
      `CREATE TYPE ${column}_code AS ENUM (SELECT DISTINCT ${column} FROM ${source} ORDER BY ALL)`,
    )
  const replaced = ENUMS.map((column) => `${column}::${column}_code AS ${column}`).join(', ')
  await connection.run(
    `CREATE TABLE cases AS SELECT * REPLACE (${replaced}) FROM ${source} ORDER BY received_on, case_id`,
  )
  connection.closeSync()
  instance.closeSync()
  renameSync(unfinished, file)
}
