import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { DIMENSIONS } from '@fengsui/domain/metrics/dimensions'
import { MEASURES } from '@fengsui/domain/metrics/measures'
import { COMPARISONS } from '@fengsui/domain/time/comparison'
import { GRAINS } from '@fengsui/domain/time/grain'
import { Random } from '@fengsui/etl/demo/random'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Answered, Asking } from './answer-shape.js'
import { type AskedServer, Asker, demoDistrict, startAsked } from './asked-server.js'
import { differences } from './differences.js'
import { type World, naiveAnswer } from './naive-answer.js'
import { NAIVE_MEASURES, isAdditive } from './naive-measures.js'
import { RandomRequests } from './random-request.js'
import { batched, firstDayOf } from './rounds.js'

/** Random questions to the demonstration; `ORACLE_REQUESTS` asks more. */
const REQUESTS = Number(process.env.ORACLE_REQUESTS ?? 2_200)
const SEED = Number(process.env.ORACLE_SEED ?? 20_261_031)

let dir: string
let asked: AskedServer
let world: World
beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'fengsui-oracle-'))
  const { office, files } = await demoDistrict(dir)
  asked = await startAsked(office, files)
  const cases = await asked.exported()
  world = { office, cases, asOf: files[0]?.asOf ?? '', firstDay: firstDayOf(cases), sees: 'all' }
})
afterAll(async () => {
  await asked.close()
  await rm(dir, { recursive: true })
})

/** What may be added adds up: members and 其他 to the total, buckets to the member's. */
function unequalSums({ measures, dimensions, grain, top, others }: Asking, answer: Answered): string[] {
  const isWhole = top === null || others
  return measures.flatMap((id, m) => {
    if (!isAdditive(NAIVE_MEASURES[id]) || !isWhole || (dimensions.length === 0 && grain === null)) return []
    const rows = [...answer.rows, ...answer.others]
    const sum = rows.reduce((total, { values }) => total + (values[m]?.value ?? 0), 0)
    const total = answer.total.values[m]?.value ?? 0
    return Math.abs(sum - total) < 1e-6 * Math.max(1, total)
      ? []
      : [`${id}: ${sum} in all, ${total} in the total`]
  })
}

it(
  `${REQUESTS} random questions are answered as a person with a spreadsheet would answer them`,
  { timeout: 600_000 },
  async () => {
    const random = new Random(SEED)
    const requests = new RandomRequests(random, world, {
      mostAxes: 4,
      reachesOffice: 'anyhow',
      mostNumbers: 2_500,
    })
    const askings = Array.from({ length: REQUESTS }, () => requests.next())
    const asker = new Asker(asked.server.url, () => asked.server.signInLink())
    const wrong: string[] = []
    let count = 0
    for await (const [asking, answer] of batched(askings, random, asker)) {
      const lines = [...differences(naiveAnswer(asking, world), answer), ...unequalSums(asking, answer)]
      if (lines.length > 0) wrong.push(`${JSON.stringify(asking)}\n  ${lines.slice(0, 8).join('\n  ')}`)
      count += 1
    }
    expect(count).toBe(REQUESTS)
    expect(asked.logged).toEqual([])
    expect(wrong.slice(0, 10).join('\n')).toBe('')

    const times = (
      ids: readonly string[],
      of: (asking: Asking) => readonly unknown[],
    ): Record<string, number> =>
      Object.fromEntries(ids.map((id) => [id, askings.filter((asking) => of(asking).includes(id)).length]))
    const asks = {
      ...times(Object.keys(MEASURES), ({ measures }) => measures),
      ...times(Object.keys(DIMENSIONS), ({ dimensions }) => dimensions),
      ...times(Object.keys(COMPARISONS), ({ comparisons }) => comparisons),
      ...times(Object.keys(GRAINS), ({ grain }) => [grain]),
    }
    expect(Object.entries(asks).filter(([, many]) => many < 30)).toEqual([])
  },
)
