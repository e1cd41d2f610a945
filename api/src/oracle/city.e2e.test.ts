import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type { Day } from '@fengsui/domain/time/day'
import { Random } from '@fengsui/etl/demo/random'
import { loadOffice } from '@fengsui/prisma/office/load'
import { describe, expect, it } from 'vitest'
import { Asker, startAsked } from './asked-server.js'
import { differences } from './differences.js'
import { type World, naiveAnswer } from './naive-answer.js'
import { RandomRequests } from './random-request.js'
import { batched } from './rounds.js'

/** A real city's file that is no part of the project. */
const SHARED =
  process.env.FENGSUI_SHARED || fileURLToPath(new URL('../../../../shared/data', import.meta.url))
const FILE = path.join(SHARED, 'nyc-council-complaints.csv.gz')
const isThere = existsSync(FILE)
if (!isThere) console.warn(`Skipped: the real file is not at ${FILE} (FENGSUI_SHARED).`)

const REQUESTS = Number(process.env.ORACLE_CITY_REQUESTS ?? 24)
/** A usual run loads the newest of them; ORACLE_CITY_ROWS=341299 is the whole file. */
const ROWS = Number(process.env.ORACLE_CITY_ROWS ?? 60_000)
const SEED = Number(process.env.ORACLE_SEED ?? 341_299)

/** The first rows of the file, in one of the same name. No field has a line break in it. */
async function firstRows(dir: string): Promise<string> {
  const lines = gunzipSync(await readFile(FILE))
    .toString()
    .split('\n')
  const file = path.join(dir, path.basename(FILE, '.gz'))
  await writeFile(file, `${lines.slice(0, ROWS + 1).join('\n')}\n`)
  return file
}

describe.skipIf(!isThere)('the complaints of a city', () => {
  it(
    `${REQUESTS} random questions are answered as walking over all cases answers them`,
    { timeout: 900_000 },
    async () => {
      const dir = await mkdtemp(path.join(tmpdir(), 'fengsui-city-'))
      const file = await firstRows(dir)
      const asked = await startAsked(await loadOffice('nyc-council'), [{ path: file }])
      try {
        const asker = new Asker(asked.server.url, () => asked.server.signInLink())
        const { office } = await asker.ask<{ office: { asOf: Day; firstDay: Day } }>(
          '{ office { asOf firstDay } }',
          {},
          0,
        )
        const world: World = {
          office: asked.office,
          cases: await asked.exported(),
          ...office,
          sees: 'all',
        }
        // A few rows of the file are there twice.
        expect(world.cases.length).toBeGreaterThan(0.99 * ROWS)
        expect(world.cases.length).toBeLessThanOrEqual(ROWS)
        const random = new Random(SEED)
        const requests = new RandomRequests(random, world, {
          mostAxes: 3,
          axesOfFineGrain: 2,
          reachesOffice: 'anyhow',
          mostNumbers: 2_500,
        })
        const askings = Array.from({ length: REQUESTS }, () => requests.next())
        const wrong: string[] = []
        for await (const [asking, answer] of batched(askings, random, asker)) {
          const lines = differences(naiveAnswer(asking, world), answer)
          if (lines.length > 0) wrong.push(`${JSON.stringify(asking)}\n  ${lines.slice(0, 8).join('\n  ')}`)
        }
        expect(asked.logged).toEqual([])
        expect(wrong.slice(0, 10).join('\n')).toBe('')
      } finally {
        await asked.close()
        await rm(dir, { recursive: true })
      }
    },
  )
})
