/**
 * Past days of a real city screened one after the other, each with what had happened by then, and the strongest things that
 * were found: does what the rules say make sense beside what is known of those months?
 *
 * `npm run bench -- backfill <complaints.csv.gz> [from] [to] [days between]`
 */
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { PROPOSED } from '@fengsui/domain/flags/thresholds'
import { addDays } from '@fengsui/domain/time/day'
import type { FoundSignal } from '@fengsui/api/flags/findings'
import { screenDays } from '@fengsui/api/flags/screening-work'
import { sentenceOf } from '@fengsui/api/flags/sentence'
import { MemberLists } from '@fengsui/api/office/member-lists'
import { loadFiles } from '@fengsui/etl/run'
import { openStores } from '@fengsui/etl/stores/open'
import { SCREENING } from '@fengsui/etl/warehouse/limits'
import { loadOffice } from '@fengsui/prisma/office/load'
import { print } from './print.js'

const STRONGEST = 10

const [file, from = '2018-01-07', to = '2025-12-28', every = '7'] = process.argv.slice(2)
if (!file) throw new Error('npm run bench -- backfill <complaints.csv.gz> [from] [to] [days between]')
const dir = await mkdtemp(path.join(os.tmpdir(), 'fengsui-backfill-'))
const office = await loadOffice('nyc-council')
const stores = await openStores({ dataDir: dir, office: 'nyc-council' })
const warehouse = stores.warehouse(SCREENING)
try {
  const secret = 'a-secret-of-the-bench-0123456789-abcd'
  await loadFiles(stores, office, [path.resolve(file)], { dataDir: dir, secret, today: '2026-11-25' })
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, Number(every))) days.push(day)
  const regions = office.lists.region.members
    .filter(({ level }) => level === 1)
    .map(({ code, lon, lat }) => ({ code, x: lon, y: lat }))
  /** What goes on is told once: at its strongest. */
  const episodes = new Map<string, { first: string; last: string; signal: FoundSignal; day: string }>()
  const counts = { alert: 0, watch: 0, note: 0 }
  const began = performance.now()
  const order = { days, through: null, thresholds: PROPOSED, campaigns: [], regions }
  await screenDays(warehouse.client, order, ({ day, findings }) => {
    for (const signal of findings.signals) {
      if (signal.p === null || signal.rule === 'disproportion') continue
      const open = episodes.get(signal.key)
      const goesOn = open !== undefined && open.last >= addDays(day, -45)
      if (goesOn && (open.signal.perYear ?? 1) <= (signal.perYear ?? 1)) open.last = day
      else {
        if (open && !goesOn) episodes.set(`${signal.key} ${open.first}`, open)
        if (!goesOn) counts[signal.level]++
        episodes.set(signal.key, { first: goesOn ? open.first : day, last: day, signal, day })
      }
    }
  })
  const seconds = (performance.now() - began) / 1000
  const lists = new MemberLists(office)
  const strongest = [...episodes.values()]
    .sort(
      (a, b) => (a.signal.perYear ?? 1) - (b.signal.perYear ?? 1) || b.signal.observed - a.signal.observed,
    )
    .slice(0, STRONGEST)
  for (const { first, last, signal } of strongest) {
    console.log(`${first} – ${last} [${signal.rule}] ${sentenceOf(signal, lists, 'zh')}`)
    console.log(`  ${sentenceOf(signal, lists, 'en')}`)
  }
  print({
    bench: 'backfill',
    size: `${days.length} days from ${from} to ${to}`,
    figures: { seconds_a_day: seconds / days.length, alerts: counts.alert, watches: counts.watch },
    against: {},
    ratio: seconds / days.length / 60,
    goal: 'a day in at most 60 s',
    holds: seconds / days.length <= 60,
  })
} finally {
  await warehouse.close()
  await stores.close()
  await rm(dir, { recursive: true, force: true })
}
