/**
 * The space-time permutation scan by the number of areas and of cases: 300 areas whole, and 3,000 areas with circles of at
 * most 5 % of the cases and an early end for fields without a cluster (Besag, Clifford 1991). One thread.
 *
 * `npm run bench -- scan`
 */
import { seeded } from '@fengsui/domain/statistics/random'
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
  { name: 'areas_300', areas: 300, cases: 6000, fraction: 0.5 },
  { name: 'areas_300_cases_12000', areas: 300, cases: 12_000, fraction: 0.5 },
  { name: 'areas_1000_fraction_5', areas: 1000, cases: 6000, fraction: 0.05 },
  { name: 'areas_3000_fraction_5', areas: 3000, cases: 6000, fraction: 0.05 },
  { name: 'areas_3000_fraction_5_stop_50', areas: 3000, cases: 6000, fraction: 0.05, stopAfter: 50 },
  {
    ...{ name: 'areas_3000_fraction_5_stop_50_cluster', areas: 3000, cases: 6000, fraction: 0.05 },
    ...{ stopAfter: 50, planted: 25 },
  },
]

/** Seconds of a scan, and the p of its first cluster. */
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
  const began = performance.now()
  const found = permutationScan({ places, metric: 'plane', fraction }, placed, DURATION, {
    count: REPLICATIONS,
    random,
    ...(stopAfter !== undefined && { stopAfter }),
  })
  return { seconds: (performance.now() - began) / 1000, p: found[0]?.p ?? 1 }
}

const timed = SHAPES.map((shape) => ({ ...shape, ...scan(shape) }))
for (const { name, seconds, p } of timed) console.log(`${name}: ${seconds.toFixed(1)} s, p ${p}`)
const goal = timed.filter(({ name }) => ['areas_300', 'areas_3000_fraction_5_stop_50'].includes(name))
const worst = Math.max(...goal.map(({ seconds }) => seconds))
print({
  bench: 'scan',
  size: `90 days, windows of at most 14, ${REPLICATIONS} replications`,
  figures: Object.fromEntries(timed.map(({ name, seconds }) => [`${name}_s`, seconds])),
  against: {},
  ratio: worst / GOAL_SECONDS,
  goal: `300 areas, and 3,000 with an early end, in at most ${GOAL_SECONDS} s`,
  holds: worst <= GOAL_SECONDS,
})
