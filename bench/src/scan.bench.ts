/**
 * The space-time permutation scan by the number of areas and of cases: circles of at most half, or 5 %, of the cases, all
 * 999 replications where there is a cluster, and an early end where there is none (Besag, Clifford 1991); of the best cluster
 * alone, as the screening asks. One thread. What else runs on the machine slows everything: seconds are those of the
 * processor, and beside them stands how long the same run needs to throw 6,000 cases about 999 times.
 *
 * `npm run bench -- scan`
 */
import { seeded } from '@fengsui/domain/statistics/random'
import { shuffle } from '@fengsui/domain/statistics/scan/monte-carlo'
import { permutationScan } from '@fengsui/domain/statistics/scan/scan'
import { print } from './print.js'

const GOAL_SECONDS = 10
const DURATION = { periods: 90, longest: 14, isProspective: true }
const REPLICATIONS = 999

interface Shape {
  readonly name: string
  readonly areas: number
  readonly cases: number
  readonly fraction: number
  readonly stopAfter?: number
  /** Cases that are put together in the middle in the last days. */
  readonly planted?: number
}
const SHAPES: readonly Shape[] = [
  { name: 'areas_100', areas: 100, cases: 6000, fraction: 0.5 },
  { name: 'areas_300', areas: 300, cases: 6000, fraction: 0.5 },
  { name: 'areas_300_cases_3000', areas: 300, cases: 3000, fraction: 0.5 },
  { name: 'areas_300_cases_12000', areas: 300, cases: 12_000, fraction: 0.5 },
  { name: 'areas_1000_fraction_5', areas: 1000, cases: 6000, fraction: 0.05 },
  { name: 'areas_3000_fraction_5', areas: 3000, cases: 6000, fraction: 0.05 },
  { name: 'areas_3000_fraction_5_stop_50', areas: 3000, cases: 6000, fraction: 0.05, stopAfter: 50 },
  {
    ...{ name: 'areas_3000_fraction_5_cluster', areas: 3000, cases: 6000, fraction: 0.05 },
    ...{ stopAfter: 50, planted: 25 },
  },
]
const GOALS = ['areas_300', 'areas_3000_fraction_5_stop_50', 'areas_3000_fraction_5_cluster']

/** Seconds of the processor that something takes. */
function seconds(work: () => void): number {
  const began = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1e6
}

/** Seconds of a scan, and the p of its best cluster. */
function scan({ areas, cases, fraction, stopAfter, planted = 0 }: Shape): { seconds: number; p: number } {
  const random = seeded(areas + cases)
  const across = Math.ceil(Math.sqrt(areas))
  const places = Array.from({ length: areas }, (_, at) => ({ x: at % across, y: Math.floor(at / across) }))
  const placed = Array.from({ length: cases }, () => ({
    place: Math.floor(areas * random() ** 1.5),
    period: Math.floor(DURATION.periods * random()),
    count: 1,
  }))
  const middle = Math.floor(areas / 2)
  for (let at = 0; at < planted; at++)
    placed.push({ place: middle + (at % 3), period: DURATION.periods - 1 - (at % 5), count: 1 })
  let p = 1
  const taken = seconds(() => {
    const found = permutationScan({ places, metric: 'plane', fraction }, placed, DURATION, {
      ...{ count: REPLICATIONS, random, bestOnly: true },
      ...(stopAfter !== undefined && { stopAfter }),
    })
    p = found[0]?.p ?? 1
  })
  return { seconds: taken, p }
}

const reference = seconds(() => {
  const [slots, random] = [new Int32Array(6000), seeded(1)]
  for (let at = 0; at < REPLICATIONS; at++) shuffle(slots, random)
})
const timed = SHAPES.map((shape) => ({ ...shape, ...scan(shape) }))
for (const each of timed) console.log(`${each.name}: ${each.seconds.toFixed(1)} s, p ${each.p}`)
const worst = Math.max(...timed.filter(({ name }) => GOALS.includes(name)).map((each) => each.seconds))
print({
  bench: 'scan',
  size: `90 days, windows of at most 14, ${REPLICATIONS} replications`,
  figures: Object.fromEntries(timed.map((each) => [`${each.name}_s`, each.seconds])),
  against: { throwing_6000_cases_about_999_times_s: reference },
  ratio: worst / GOAL_SECONDS,
  goal: `300 areas, and 3,000 with an early end or a cluster, in at most ${GOAL_SECONDS} s`,
  holds: worst <= GOAL_SECONDS,
})
