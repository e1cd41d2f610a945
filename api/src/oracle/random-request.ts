import type { DimensionId } from '@fengsui/domain/metrics/dimensions'
import type { MeasureId } from '@fengsui/domain/metrics/measures'
import { COMPARISONS, type ComparisonKind, comparisonFits } from '@fengsui/domain/time/comparison'
import { addDays, addMonths, lengthInDays, monthEnd, monthStart } from '@fengsui/domain/time/day'
import { GRAINS, type Grain, bucketsOf } from '@fengsui/domain/time/grain'
import { PERIOD_PRESETS, type PeriodPreset } from '@fengsui/domain/time/period'
import type { Random } from '@fengsui/etl/demo/random'
import { availableDimensions, availableMeasures } from '../office/available.js'
import type { Asking } from './answer-shape.js'
import { type World, periodOf } from './naive-answer.js'
import { type Picked, membersOf } from './naive-members.js'

/** Which part of the space of requests is drawn from. */
export interface Drawing {
  /** Axes, time included, that a table may have. */
  readonly mostAxes: number
  /** As how many axes days, weeks and 旬 count: in many cases their rows are too many for one answer. */
  readonly axesOfFineGrain: number
  /** Totals of the whole office are asked for as well. */
  readonly reachesOffice: 'never' | 'anyhow' | 'totals'
  /** Numbers in one answer, about. */
  readonly mostNumbers: number
}

const keys = <T extends string>(of: Record<T, unknown>): T[] => Object.keys(of) as T[]
const MOST_BUCKETS = 400
const FINE: readonly Grain[] = ['day', 'week', 'tenDay']

/** Draws requests that the product answers: any of what it has, together as it may be. */
/** What decides which days a question is about. */
type InTime = Pick<Asking, 'period' | 'measures'>

export class RandomRequests {
  private readonly measures: readonly MeasureId[]
  private readonly dimensions: readonly DimensionId[]

  constructor(
    private readonly random: Random,
    private readonly world: World,
    private readonly drawing: Drawing,
  ) {
    this.measures = availableMeasures(world.office)
    this.dimensions = availableDimensions(world.office)
  }

  next(): Asking {
    const { random, drawing } = this
    const measures = this.some(this.measures, random.pick([1, 1, 2, 2, 3, 4]))
    const period = this.period()
    const grain = this.grain({ period, measures })
    const reach = drawing.reachesOffice !== 'never' && random.chance(0.15) ? 'office' : 'own'
    const isTotal = reach === 'office' && drawing.reachesOffice === 'totals'
    const ofTime = grain === null ? 0 : FINE.includes(grain) ? drawing.axesOfFineGrain : 1
    const most = Math.min(3, drawing.mostAxes - ofTime)
    const dimensions = isTotal
      ? []
      : this.some(this.dimensions, random.pick([0, 1, 1, 1, 2, 2, 3].filter((n) => n <= most)))
    const asking: Asking = {
      measures,
      dimensions,
      grain,
      period,
      filters: isTotal ? [] : this.filters(),
      comparisons: this.comparisons({ period, measures }),
      orderBy: null,
      top: null,
      others: false,
      reach,
      leaving: false,
    }
    return dimensions.length === 0 ? asking : this.cut(asking)
  }

  /** Order and top; a table that would be too long is cut. */
  private cut(asking: Asking): Asking {
    const { random } = this
    const { measures, comparisons, grain } = asking
    const most = asking.dimensions
      .map((id) => membersOf(this.world.office, id).length + 1)
      .reduce((product, members) => product * members, 1)
    const perMember = measures.length * (1 + comparisons.length) * (grain ? this.buckets(asking, grain) : 1)
    const isLong = Math.min(most, this.world.cases.length) * perMember > this.drawing.mostNumbers
    const longest = Math.max(1, Math.min(30, Math.floor(this.drawing.mostNumbers / perMember)))
    const top = isLong || random.chance(0.4) ? random.between(1, longest) : null
    const orderBy = random.chance(0.5)
      ? { measure: random.pick(measures), direction: random.pick(['asc', 'desc'] as const) }
      : null
    return { ...asking, top, orderBy, others: top !== null && random.chance(0.6) }
  }

  private some<T>(from: readonly T[], many: number): T[] {
    const left = [...from]
    return Array.from({ length: Math.min(many, left.length) }, () => {
      const [drawn] = left.splice(this.random.between(0, left.length - 1), 1)
      return drawn as T
    })
  }

  private period(): Asking['period'] {
    const { random } = this
    const { asOf, firstDay } = this.world
    if (random.chance(0.4)) return { preset: random.pick(keys<PeriodPreset>(PERIOD_PRESETS)) }
    const days = lengthInDays(firstDay, asOf)
    const from = addDays(asOf, -random.between(0, days + 30))
    const longest = random.pick([1, 10, 40, 200, 800, days])
    if (random.chance(0.5)) return { from, to: addDays(from, random.between(0, longest)) }
    const months = random.pick([1, 2, 3, 6, 12, 13, 24])
    const start = monthStart(from)
    return { from: start, to: monthEnd(addMonths(start, months - 1)) }
  }

  private buckets(asking: InTime, grain: Grain): number {
    return bucketsOf(periodOf(asking, this.world), grain, MOST_BUCKETS + 1).length
  }

  private grain(asking: InTime): Grain | null {
    if (this.random.chance(0.55)) return null
    return this.random.pick(
      keys<Grain>(GRAINS).filter((grain) => this.buckets(asking, grain) <= MOST_BUCKETS),
    )
  }

  private comparisons(asking: InTime): ComparisonKind[] {
    const base = periodOf(asking, this.world)
    const fitting = keys<ComparisonKind>(COMPARISONS).filter((kind) => comparisonFits(base, kind))
    return this.some(fitting, this.random.pick([0, 0, 0, 1, 1, 1, 2, 4]))
  }

  /** Codes of the lists, of a case that there is, and sometimes 未知. */
  private filters(): Picked[] {
    const { random } = this
    const { office, cases } = this.world
    return this.some(this.dimensions, random.pick([0, 0, 1, 1, 2, 3])).map((dimension) => {
      const listed = membersOf(office, dimension).map(({ code }) => code)
      const codes = this.some(listed, random.between(1, 4))
      const found = random.pick(cases).codes[dimension]
      if (found === '' || listed.includes(found)) codes.push(found)
      if (random.chance(0.15)) codes.push('')
      return { dimension, in: codes }
    })
  }
}
