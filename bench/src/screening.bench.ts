/**
 * A night's run of a district (26 areas, its issues and sectors) over five years of cases, as the product's thread does
 * it, from the warehouse to findings in words: seconds of the clock and of the processor. Once more with a reporter whom
 * the rules call abnormal, since then the day is screened a second time without him. It runs in the bench's own thread,
 * without a server beside it.
 *
 * `npm run bench -- screening [10k|1m]`
 */
import { FINDINGS, type Incidents } from '@fengsui/domain/flags/incidents'
import { screenDay } from '@fengsui/domain/flags/screening'
import { addDays, daysSince1970 } from '@fengsui/domain/time/day'
import { PROPOSED } from '@fengsui/domain/flags/thresholds'
import { compileIncidents } from '@fengsui/api/flags/compile'
import { Telling } from '@fengsui/api/flags/findings'
import { readIncidents } from '@fengsui/api/flags/read-incidents'
import { sectorsOf } from '@fengsui/api/flags/sectors'
import { SCREENING } from '@fengsui/etl/warehouse/limits'
import { loadOffice } from '@fengsui/prisma/office/load'
import { print } from './print.js'
import { AS_OF } from './synthetic-cases.js'
import { openWarehouse } from './warehouse-cache.js'

const GOAL_SECONDS = 60
/** So many of the latest cases are given to one reporter, none of them founded. */
const BY_ONE = 200

/** What something gives, and the seconds of the clock and of the processor that it takes. */
async function timed<T>(work: () => T | Promise<T>) {
  const [since, used] = [performance.now(), process.cpuUsage()]
  const value = await work()
  const { user, system } = process.cpuUsage(used)
  return { value, seconds: (performance.now() - since) / 1000, processor: (user + system) / 1e6 }
}

/** The same incidents, the latest as if one person had reported them all in vain. */
function withOneOfAll({ reporter, finding, ...incidents }: Incidents): Incidents {
  const [reporters, findings] = [Int32Array.from(reporter), finding.slice()]
  reporters.fill(2 ** 30, -BY_ONE)
  findings.fill(FINDINGS.unfounded, -BY_ONE)
  return { ...incidents, reporter: reporters, finding: findings }
}

const office = await loadOffice('wulong')
const { stores, rows } = await openWarehouse(office, process.argv[2] ?? '10k')
const warehouse = stores.warehouse(SCREENING)
const regions = office.lists.region.members.filter(({ level }) => level === 1)
try {
  const codes = regions.map(({ code }) => code)
  const query = compileIncidents(addDays(AS_OF, -6 * 366), AS_OF, null)
  const reading = await timed(() => readIncidents(warehouse.client, query, codes))
  const read = reading.value
  const points = read.regions.map((_, at) => {
    const { lon, lat } = regions[at - 1] ?? { lon: null, lat: null }
    return lon === null || lat === null ? null : { x: lon, y: lat }
  })
  const telling = new Telling(read)
  const screen = (incidents: Incidents) =>
    timed(() => {
      const made = screenDay(incidents, daysSince1970(AS_OF), { thresholds: PROPOSED, campaigns: [], points })
      return { made, told: telling.findings(made, sectorsOf(made.known, read)), tested: telling.tested(made) }
    })
  const once = await screen(read.incidents)
  const twice = await screen(withOneOfAll(read.incidents))
  const night = reading.seconds + twice.seconds
  print({
    bench: 'screening',
    size: `${rows} cases, ${read.regions.length - 1} areas, ${read.issues.length - 1} issues, ${read.industries.length - 1} sectors`,
    figures: {
      reading_s: reading.seconds,
      screening_s: once.seconds,
      screening_processor_s: once.processor,
      screening_with_abnormal_s: twice.seconds,
      screening_with_abnormal_processor_s: twice.processor,
      tests: once.value.made.tested.length,
      signals: once.value.told.signals.length,
      abnormal: twice.value.made.abnormal,
      heap_mb: process.memoryUsage().heapUsed / 2 ** 20,
    },
    against: {},
    ratio: night / GOAL_SECONDS,
    goal: `a night's run, with an abnormal reporter, in at most ${GOAL_SECONDS} s`,
    holds: night <= GOAL_SECONDS,
  })
} finally {
  await warehouse.close()
  await stores.close()
}
