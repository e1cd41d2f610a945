import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { exportCases } from '../same-rows.js'
import type { CachedWarehouse } from '../warehouse-cache.js'

/** Debian's PostgreSQL, newest version first. */
const HOME = '/usr/lib/postgresql'
/** What a database of this size is given on a machine of this size. */
const SETTINGS = {
  shared_buffers: '1GB',
  work_mem: '128MB',
  maintenance_work_mem: '512MB',
  effective_cache_size: '4GB',
  max_parallel_workers_per_gather: '2',
  max_wal_size: '8GB',
  jit: 'off',
}
const INTEGERS = ['version', 'batch', 'row_no', 'extension_days', 'merged_reports', 'paused_days']
const AMOUNTS = ['reward_amount', 'fine_amount']
const FLAGS = ['contactable', 'fatal']

/** How a column of the cases is kept here: days end in `_on`, and what is nothing else is text. */
function definitionOf(column: string): string {
  if (column.endsWith('_on')) return `"${column}" date`
  if (INTEGERS.includes(column)) return `"${column}" integer`
  if (AMOUNTS.includes(column)) return `"${column}" numeric(14, 2)`
  return FLAGS.includes(column) ? `"${column}" boolean` : `"${column}" text NOT NULL`
}

/** An index for each way in which a screen finds and groups its cases, with what it reads of them. */
const INDEXES = [
  'received_on) INCLUDE (region_1, industry_1, issue_1, channel, source, department',
  'accepted_on) INCLUDE (result',
  'closed_on) INCLUDE (accepted_on, department',
  'verified_on) INCLUDE (result',
  'settled_on) INCLUDE (closed_on, due_on, department',
  'due_on) INCLUDE (closed_on, department',
]

/** A PostgreSQL server that is ours alone. */
export interface Cluster {
  readonly url: string
  stop(): void
}

/** Starts a server with the same rows; the first time they are loaded, which takes minutes for ten million. */
export async function startCluster(warehouse: CachedWarehouse): Promise<Cluster> {
  const version = existsSync(HOME) ? readdirSync(HOME).sort((a, b) => Number(b) - Number(a))[0] : undefined
  if (version === undefined)
    throw new Error('PostgreSQL is not installed here; leave it out: --without postgres')
  const program = (name: string): string => path.join(HOME, version, 'bin', name)
  const dir = `${warehouse.dir}-postgres`
  const [loaded, loading] = [path.join(dir, 'loaded'), path.join(dir, 'loading')]
  const port = 20_000 + (process.pid % 20_000)
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  const settings = Object.entries(SETTINGS).map(([name, value]) => `-c ${name}=${value}`)
  const serve = (cluster: string): void =>
    as(program('pg_ctl'), [
      ...['-D', cluster, '-w', '-t', '120', '-l', path.join(dir, 'log')],
      ...['-o', `"-p ${port} -h 127.0.0.1 -k ${dir} ${settings.join(' ')}"`, 'start'],
    ])
  const stop = (cluster: string): void => as(program('pg_ctl'), ['-D', cluster, '-m', 'fast', '-w', 'stop'])

  if (!existsSync(loaded)) {
    rmSync(dir, { recursive: true, force: true })
    mkdirSync(dir)
    // The server runs as another user than this process may.
    chmodSync(dir, 0o777)
    as(program('initdb'), ['-D', loading, '-A', 'trust', '-U', 'postgres', '--no-sync', '--locale=C.UTF-8'])
    serve(loading)
    try {
      await load(url, await exportCases(warehouse, 'csv'))
    } finally {
      stop(loading)
    }
    renameSync(loading, loaded)
  }
  serve(loaded)
  return { url, stop: () => stop(loaded) }
}

/** PostgreSQL refuses to run as root. */
function as(program: string, args: readonly string[]): void {
  const line = [program, ...args].join(' ')
  if (process.getuid?.() === 0)
    execFileSync('su', ['postgres', '-s', '/bin/sh', '-c', line], { stdio: 'pipe' })
  else execFileSync('/bin/sh', ['-c', line], { stdio: 'pipe' })
}

async function load(url: string, csv: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const columns = columnsOf(csv)
    await client.query(`CREATE TABLE cases (${columns.map(definitionOf).join(', ')})`)
    const names = columns.map((column) => `"${column}"`).join(', ')
    await client.query(`COPY cases (${names}) FROM '${csv}' WITH (FORMAT csv, HEADER, NULL '\\N')`)
    await client.query('ALTER TABLE cases ADD PRIMARY KEY (case_id)')
    for (const index of INDEXES) await client.query(`CREATE INDEX ON cases (${index})`)
    await client.query('VACUUM ANALYZE cases')
  } finally {
    await client.end()
  }
}

/** The columns that a file names in its first line. */
function columnsOf(csv: string): string[] {
  const start = Buffer.alloc(4096)
  const file = openSync(csv, 'r')
  readSync(file, start)
  closeSync(file)
  const [head = ''] = start.toString().split('\n', 1)
  return head.split(',').map((name) => name.trim().replaceAll('"', ''))
}
