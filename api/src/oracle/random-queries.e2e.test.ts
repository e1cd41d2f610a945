import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { DIMENSIONS, type DimensionId } from '@fengsui/domain/metrics/dimensions'
import { MEASURES } from '@fengsui/domain/metrics/measures'
import { COMPARISONS } from '@fengsui/domain/time/comparison'
import { GRAINS, bucketsOf } from '@fengsui/domain/time/grain'
import { Random } from '@fengsui/etl/demo/random'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answered, Asking } from './answer-shape.js'
import { type AskedServer, Asker, type LoadedFile, demoDistrict, startAsked } from './asked-server.js'
import { changedExport } from './changed-export.js'
import { differences, differencesOfShown } from './differences.js'
import { type World, naiveAnswer, periodOf } from './naive-answer.js'
import { idsBehind } from './naive-cases.js'
import { NAIVE_MEASURES, isAdditive } from './naive-measures.js'
import { membersOf } from './naive-members.js'
import { seenBy } from './persona-sight.js'
import { type Drawing, RandomRequests } from './random-request.js'
import { batched, firstDayOf } from './rounds.js'

/** No list of cases is picked by the kind of reporter. */
const isPickedByReporter = ({ dimensions, filters }: Asking): boolean =>
  [...dimensions, ...filters.map(({ dimension }) => dimension)].includes('reporterKind')

/** Random questions to the demonstration, and those of each persona; set to ask more. */
const REQUESTS = Number(process.env.ORACLE_REQUESTS ?? 250)
const OF_A_PERSONA = Number(process.env.ORACLE_PERSONA_REQUESTS ?? 40)
const SEED = Number(process.env.ORACLE_SEED ?? 20_261_031)

const ANY: Drawing = { mostAxes: 4, axesOfFineGrain: 1, reachesOffice: 'anyhow', mostNumbers: 2_500 }
const LONG = { timeout: 900_000 }

let dir: string
let files: readonly LoadedFile[]
let asked: AskedServer
let world: World
const random = new Random(SEED)

beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'fengsui-oracle-'))
  const district = await demoDistrict(dir)
  files = district.files
  asked = await startAsked(district.office, files)
  world = await worldNow()
}, 300_000)
afterAll(async () => {
  await asked.close()
  await rm(dir, { recursive: true })
})

async function worldNow(): Promise<World> {
  const { office } = asked
  const cases = await asked.exported()
  return { office, cases, asOf: files[0]?.asOf ?? '', firstDay: firstDayOf(cases), sees: 'all' }
}

const askerAs = (persona: string): Asker =>
  new Asker(asked.server.url, () => asked.server.signInLink(persona))

function draw(many: number, of: World, drawing: Drawing): Asking[] {
  const requests = new RandomRequests(random, of, drawing)
  return Array.from({ length: many }, () => requests.next())
}

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

/** Asks everything and says what is wrong, ten answers at most. */
/** Tables in which small cells are hidden have a largest size; those from which filters pick are such tables too. */
function isModest(asking: Asking, of: World): boolean {
  const sizes = (dimensions: readonly DimensionId[]): number =>
    dimensions.reduce((size, dimension) => size * (membersOf(of.office, dimension).length + 1), 1)
  const buckets = asking.grain ? bucketsOf(periodOf(asking, of), asking.grain).length : 1
  const filtered = asking.filters.map(({ dimension }) => dimension)
  return Math.max(sizes(asking.dimensions) * buckets, sizes(filtered.slice(0, 2))) <= 2_900
}

async function wrongAnswers(
  askings: readonly Asking[],
  asker: Asker,
  check: (asking: Asking, answer: Answered) => readonly string[],
): Promise<string> {
  const wrong: string[] = []
  let count = 0
  for await (const [asking, answer] of batched(askings, random, asker)) {
    const lines = check(asking, answer)
    if (lines.length > 0) wrong.push(`${JSON.stringify(asking)}\n  ${lines.slice(0, 8).join('\n  ')}`)
    count += 1
  }
  expect(count).toBe(askings.length)
  expect(asked.logged).toEqual([])
  return wrong.slice(0, 10).join('\n')
}

it(
  `${REQUESTS} random questions are answered as a person with a spreadsheet would answer them`,
  LONG,
  async () => {
    const askings = draw(REQUESTS, world, ANY)
    const wrong = await wrongAnswers(askings, askerAs('office'), (asking, answer) => [
      ...differences(naiveAnswer(asking, world), answer),
      ...unequalSums(asking, answer),
    ])
    expect(wrong).toBe('')

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
    expect(Object.entries(asks).filter(([, many]) => many < REQUESTS * 0.015)).toEqual([])
  },
)

describe('a persona is answered from the cases it sees', () => {
  const ownAndTotals: Drawing = { ...ANY, reachesOffice: 'totals' }
  it.each<[string, Drawing]>([
    ['leader', ANY],
    ['intake', ANY],
    ['town:500156101', ownAndTotals],
    ['town:500156001', ownAndTotals],
    ['department:YJ', ownAndTotals],
    ['department:ZJ', ownAndTotals],
    ['assessor', { ...ANY, mostAxes: 2 }],
    ['admin', { ...ANY, mostAxes: 2, reachesOffice: 'never' }],
  ])('%s', LONG, async (persona, drawing) => {
    const own: World = { ...world, sees: seenBy(persona, world.office) }
    const drawn = draw(OF_A_PERSONA, own, drawing)
    const askings = persona === 'assessor' ? drawn.filter((each) => isModest(each, own)) : drawn
    const wrong = await wrongAnswers(askings, askerAs(persona), (asking, answer) => {
      const hidesSmall = persona === 'assessor' || (asking.reach === 'office' && own.sees !== 'all')
      if (!hidesSmall) return differences(naiveAnswer(asking, own), answer)
      const uncut = { ...asking, top: null, orderBy: null, others: false }
      const isRate = asking.measures.map((id) => NAIVE_MEASURES[id].making.kind === 'ratio')
      return differencesOfShown(naiveAnswer(uncut, own), answer, isRate)
    })
    expect(wrong).toBe('')
  })
})

interface Origin {
  readonly cases: number
  readonly isCurrent: boolean
  readonly batches: readonly { readonly cases: number }[]
}

const TELL =
  'query ($id: ID!) { provenance(id: $id) { ... on Provenance { cases isCurrent batches { cases } } } }'
const LIST = `query ($of: NumberInput!, $after: String) { cases(of: $of, first: 7, after: $after) {
  ... on CasePage { total endCursor nodes { id } } ... on Rejection { code } } }`

interface Listed {
  readonly cases: {
    readonly total: number
    readonly endCursor: string | null
    readonly nodes: { id: string }[]
  }
}

describe('a number proves itself', () => {
  const answers: [Asking, Answered][] = []
  let asker: Asker
  beforeAll(async () => {
    asker = askerAs('office')
    for await (const pair of batched(draw(80, world, ANY), random, asker)) answers.push([...pair])
  }, 600_000)

  it('its origin counts the cases and their batches, and asked again it is the same', LONG, async () => {
    for (const [asking, answer] of answers) {
      const { provenance } = await asker.ask<{ provenance: Origin }>(TELL, { id: answer.id }, 1)
      expect(provenance.cases).toBe(naiveAnswer(asking, world).cases)
      expect(provenance.batches.reduce((sum, { cases }) => sum + cases, 0)).toBe(provenance.cases)
      expect(provenance.isCurrent).toBe(true)
      expect(await asker.again(answer.id)).toEqual(answer)
    }
  })

  it('the cases behind it are those that a person would pick', LONG, async () => {
    const wrong: unknown[] = []
    for (const [asking, answer] of answers.filter(([each]) => !isPickedByReporter(each)).slice(0, 50)) {
      const row = answer.rows[random.between(0, Math.max(0, answer.rows.length - 1))] ?? answer.total
      const measure = random.pick(asking.measures)
      const comparison = random.pick([null, ...answer.comparedPeriods.map(({ kind }) => kind)])
      const isRate = ['ratio', 'rate'].includes(NAIVE_MEASURES[measure].making.kind)
      const which = isRate ? random.pick(['all', 'property'] as const) : 'all'
      const of = { answer: answer.id, measure, keys: row.keys, bucket: row.bucket, comparison, which }
      const ids: string[] = []
      let after: string | null = null
      do {
        const { cases }: Listed = await asker.ask<Listed>(LIST, { of, after }, 1)
        ids.push(...cases.nodes.map(({ id }) => id))
        after = cases.endCursor
      } while (after !== null && ids.length < 300)
      const naive = idsBehind(asking, world, of)
      const isWhole = after === null
      const isRight = isWhole ? ids.toSorted().join() === naive.join() : ids.every((id) => naive.includes(id))
      if (!isRight || new Set(ids).size < ids.length) wrong.push([asking, of, naive.length, ids.length])
    }
    expect(wrong).toEqual([])
  })

  it('when more has been loaded, the old answers stay and the new ones are new', LONG, async () => {
    const ministry = files.find(({ source }) => source === 'mem')
    if (!ministry) throw new Error('the ministry has no export')
    await asked.load(await changedExport(ministry))
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    const later = await worldNow()
    let changed = 0
    for (const [asking, answer] of answers.slice(0, 100)) {
      expect(await asker.again(answer.id)).toEqual(answer)
      const [now] = await asker.tables([asking])
      if (!now) throw new Error('no answer')
      expect(differences(naiveAnswer(asking, later), now)).toEqual([])
      expect(now.id).not.toBe(answer.id)
      if (differences(answer, now).length > 0) changed += 1
    }
    expect(changed).toBeGreaterThan(10)
  })
})
