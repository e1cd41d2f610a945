/**
 * Rows per second of a load through the whole pipeline (contract, mapping, identity, accounting, current state),
 * against the engine's own INSERT … SELECT FROM file of the same file into a table of its columns, in the same run.
 *
 * `npm run bench -- load [file.csv.gz]`: by default the complaints of the council of New York.
 */
import { loadFiles, todayIn } from '@fengsui/etl/run'
import { openTestStores } from '@fengsui/etl/stores/testing'
import { LOAD } from '@fengsui/etl/warehouse/limits'
import { loadOffice } from '@fengsui/prisma/office/load'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { print } from './print.js'

const REAL = path.resolve(process.env['FENGSUI_SHARED'] ?? '../shared/data', 'nyc-council-complaints.csv.gz')
const file = path.resolve(process.argv[2] ?? REAL)
if (!existsSync(file)) throw new Error(`no such file: ${file}`)

const office = await loadOffice('nyc-council')
const stores = await openTestStores()
try {
  const { client } = stores.warehouse({ ...LOAD, priority: 1 })
  const columns = `unique_key String, account LowCardinality(String), opendate Date, closedate Nullable(Date),
    complaint_type LowCardinality(String), descriptor LowCardinality(String), zip String, borough LowCardinality(String),
    city String, council_dist LowCardinality(String), community_board LowCardinality(String)`
  await client.command({
    query: `CREATE TABLE peer (${columns}) ENGINE = MergeTree ORDER BY (opendate, unique_key)`,
  })
  const peerBegan = performance.now()
  await client.command({
    query: `INSERT INTO peer SELECT * FROM file('${file.replaceAll("'", "''")}', 'CSVWithNames', '${columns}')`,
  })
  const peerSeconds = (performance.now() - peerBegan) / 1000

  const began = performance.now()
  const [report] = await loadFiles(stores, office, [file], {
    dataDir: stores.dataDir,
    secret: 'a secret of a measurement, 0123456789',
    today: todayIn(office.timeZone, new Date()),
    source: office.sources[0]?.id,
  })
  const seconds = (performance.now() - began) / 1000
  if (!report) throw new Error('nothing was loaded')
  const peerRate = report.rowsIn / peerSeconds
  const rate = report.rowsIn / seconds
  print({
    bench: 'load',
    size: `${report.rowsIn} rows`,
    figures: { seconds, rows_per_s: rate, peak_rss_mb: process.resourceUsage().maxRSS / 1024 },
    against: { engine_insert_seconds: peerSeconds, engine_insert_rows_per_s: peerRate },
    ratio: rate / peerRate,
    goal: 'every row accounted for; at least 20,000 rows/s',
    holds: report.rowsIn === report.loaded + report.quarantined + report.duplicates && rate >= 20_000,
  })
} finally {
  await stores.close()
}
