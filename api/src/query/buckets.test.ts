import { addDays, lengthInDays } from '@fengsui/domain/time/day'
import { GRAINS, type Grain, bucketsOf } from '@fengsui/domain/time/grain'
import { openTestStores } from '@fengsui/etl/stores/testing'
import { CLICK, LOAD } from '@fengsui/etl/warehouse/limits'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compileMetrics } from './compile.js'
import { isRejection } from './rejection.js'
import { runQuery } from './run.js'
import { planned } from './testing.js'

/** Days at the ends of what the engine's types hold, a leap day, and days of every length of 旬. */
const SPANS = [
  ['1900-01-01', '1900-12-31'],
  ['1969-06-15', '1970-02-10'],
  ['2023-11-01', '2024-04-15'],
  ['2149-05-20', '2149-07-20'],
  ['2299-05-01', '2299-12-31'],
] as const

let stores: Awaited<ReturnType<typeof openTestStores>>
beforeAll(async () => {
  stores = await openTestStores()
  const values = SPANS.flatMap(([from, to]) =>
    Array.from({ length: lengthInDays(from, to) }, (_, i) => addDays(from, i)),
  ).map((day) => ({ case_id: day, source: 'cq', received_on: day }))
  await stores.warehouse(LOAD).client.insert({ table: 'cases', format: 'JSONEachRow', values })
})
afterAll(() => stores.close())

describe('the buckets of the engine', () => {
  it.each(Object.keys(GRAINS) as Grain[])('are those of the calendar, by %s', async (grain) => {
    for (const [from, to] of SPANS) {
      const plan = planned({ grain, period: { from, to } }, { asOf: '2299-12-31', firstDay: '1900-01-01' })
      const rows = await runQuery(stores.warehouse(CLICK).client, compileMetrics(plan))
      if (isRejection(rows)) throw new Error(rows.message.en)
      // One case a day: a bucket holds as many cases as days.
      expect(
        rows
          .filter(({ level }) => Number(level) === 0)
          .map(({ bucket, received_n }) => [bucket, Number(received_n)]),
      ).toEqual(
        bucketsOf({ from, to }, grain).map((bucket) => [bucket.key, lengthInDays(bucket.from, bucket.to)]),
      )
    }
  })
})
