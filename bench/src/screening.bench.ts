/**
 * A nightly screening of a district (26 areas, its issues and sectors) over five years of cases, from the warehouse to
 * findings: seconds, and what of them is reading. It runs in the bench's own thread, without a server beside it.
 *
 * `npm run bench -- screening [10k|1m]`
 */
import { screenDay } from '@fengsui/domain/flags/screening'
import { addDays, daysSince1970 } from '@fengsui/domain/time/day'
import { PROPOSED } from '@fengsui/domain/flags/thresholds'
import { compileIncidents } from '@fengsui/api/flags/compile'
import { readIncidents } from '@fengsui/api/flags/read-incidents'
import { SCREENING } from '@fengsui/etl/warehouse/limits'
import { loadOffice } from '@fengsui/prisma/office/load'
import { print } from './print.js'
import { AS_OF } from './synthetic-cases.js'
import { openWarehouse } from './warehouse-cache.js'

const GOAL_SECONDS = 60
const DAYS = 3

const office = await loadOffice('wulong')
const { stores, rows } = await openWarehouse(office, process.argv[2] ?? '10k')
const warehouse = stores.warehouse(SCREENING)
const regions = office.lists.region.members.filter(({ level }) => level === 1)
const seconds = (since: number): number => (performance.now() - since) / 1000
try {
  const began = performance.now()
  const query = compileIncidents(addDays(AS_OF, -6 * 366), AS_OF, null)
  const read = await readIncidents(
    warehouse.client,
    query,
    regions.map(({ code }) => code),
  )
  const reading = seconds(began)
  const points = read.regions.map((_, at) => {
    const { lon, lat } = regions[at - 1] ?? { lon: null, lat: null }
    return lon === null || lat === null ? null : { x: lon, y: lat }
  })
  const since = performance.now()
  const made = Array.from({ length: DAYS }, (_, ago) =>
    screenDay(read.incidents, daysSince1970(AS_OF) - ago, { thresholds: PROPOSED, campaigns: [], points }),
  )
  const screening = seconds(since) / DAYS
  print({
    bench: 'screening',
    size: `${rows} cases, ${read.regions.length - 1} areas, ${read.issues.length - 1} issues, ${read.industries.length - 1} sectors`,
    figures: {
      reading_s: reading,
      screening_s: screening,
      tests: made[0]?.tested.length ?? 0,
      heap_mb: process.memoryUsage().heapUsed / 2 ** 20,
    },
    against: {},
    ratio: (reading + screening) / GOAL_SECONDS,
    goal: `a night's run in at most ${GOAL_SECONDS} s`,
    holds: reading + screening <= GOAL_SECONDS,
  })
} finally {
  await warehouse.close()
  await stores.close()
}
