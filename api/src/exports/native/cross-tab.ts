import type { Unit } from '@fengsui/charts/answer'
import type {
  BarsModel,
  CalendarModel,
  ChartModel,
  ColumnsModel,
  FunnelModel,
  Mark,
  MultiplesModel,
  SlopeModel,
  StagesModel,
  TerritoryModel,
  TrendModel,
} from '@fengsui/charts/model'
import { LIGHT } from '@fengsui/charts/palette'
import { neutral } from '../neutral.js'

/** How a point differs from its series: 其他 and 未知 are no members, few cases are hatched, an unfinished bucket is hollow. */
export type Look = 'muted' | 'hatched' | 'hollow'

export interface Series {
  readonly name: string
  /** `#rrggbb`. */
  readonly colour: string
  readonly dashed: boolean
  /** Aligned with the categories, in the unit of the chart; null is a gap. */
  readonly values: readonly (number | null)[]
  readonly looks: readonly (Look | null)[]
  /** Ends of the intervals, aligned with the values; null without any. */
  readonly whiskers: {
    readonly lower: readonly (number | null)[]
    readonly upper: readonly (number | null)[]
  } | null
}

/** A chart as office programs have them: categories and series of numbers, which a person can go on editing. */
export interface CrossTab {
  readonly form: 'bars' | 'columns' | 'lines'
  readonly unit: Unit
  readonly categories: readonly string[]
  readonly series: readonly Series[]
}

/** Below this a rate or quantile is hatched, as on the screen. */
const FEW = 5
/** The accent as it is under an interval: the lines and the number have to be seen on it. */
const PALE = '#9fbbc2'

/**
 * The native form of a picture, with the numbers that it shows and no others. A matrix has none: it is a table. A map
 * becomes the bars of its places, the greatest first; a funnel plot those
 * of its members, a calendar becomes columns, little pictures and slopes
 * become lines.
 */
export function crossTabOf(model: ChartModel): CrossTab | null {
  switch (model.kind) {
    case 'bars':
      return ofBars(model)
    case 'columns':
      return ofColumns(model)
    case 'trend':
      return ofTrend(model)
    case 'territory':
      return ofTerritory(model)
    case 'calendar':
      return ofCalendar(model)
    case 'multiples':
      return ofMultiples(model)
    case 'funnel':
      return ofFunnel(model)
    case 'slope':
      return ofSlope(model)
    case 'stages':
      return ofStages(model)
    case 'matrix':
      return null
  }
}

function ofBars({ marks, unit, additive, measure }: BarsModel): CrossTab {
  const looks = marks.map((mark): Look | null => {
    if (mark.isOthers || mark.code === '') return 'muted'
    return !additive && mark.n < FEW ? 'hatched' : null
  })
  return { form: 'bars', unit, categories: marks.map(nameOf), series: [seriesOf(marks, measure, looks)] }
}

function ofTerritory({ marks, unit, measure }: TerritoryModel): CrossTab {
  const ranked = marks
    .map((mark) => ({ ...mark, value: mark.drawn }))
    .sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity))
  const looks = ranked.map(({ few }): Look | null => (few ? 'hatched' : null))
  return { form: 'bars', unit, categories: ranked.map(nameOf), series: [seriesOf(ranked, measure, looks)] }
}

function ofColumns({ categories, series, unit, filling }: ColumnsModel): CrossTab {
  const counted = series[0]?.values ?? []
  const more = filling?.points.map((point, at) => point && Math.max(0, point.expected - (counted[at] ?? 0)))
  return {
    form: 'columns',
    unit,
    categories: categories.map(({ label }) => neutral(label)),
    series: [
      ...series.map(({ name, colour, values }) => ({
        name: neutral(name),
        colour: LIGHT.series[colour],
        dashed: false,
        values,
        looks: values.map(() => null),
        whiskers: null,
      })),
      ...(filling && more
        ? [{ ...plain(filling.more, more, 0), looks: more.map(() => 'hatched' as const) }]
        : []),
    ],
  }
}

/** What the last points of a line grow to, with the interval as error bars; it holds no other point. */
function expectedOf(
  { values, filling, name, colour }: TrendModel['series'][number],
  several: boolean,
): Series[] {
  if (!filling) return []
  const end = (of: 'expected' | 'lower' | 'upper') => values.map((_, at) => filling.points[at]?.[of] ?? null)
  return [
    {
      name: neutral(several ? `${name} ${filling.name}` : filling.name),
      colour: LIGHT.series[colour],
      dashed: true,
      values: end('expected'),
      looks: values.map((_, at) => (filling.points[at] ? 'hollow' : null)),
      whiskers: { lower: end('lower'), upper: end('upper') },
    },
  ]
}

function ofTrend({ buckets, series, unit }: TrendModel): CrossTab {
  return {
    form: 'lines',
    unit,
    categories: buckets.map(({ label }) => neutral(label)),
    series: [
      ...series.map(({ name, dashed, colour, values, filling }) => ({
        name: neutral(name),
        colour: LIGHT.series[colour],
        dashed,
        values,
        looks: buckets.map(({ partial }, at) =>
          (partial || filling?.points[at]) && !dashed ? ('hollow' as const) : null,
        ),
        whiskers: null,
      })),
      ...series.flatMap((each) => expectedOf(each, series.filter(({ filling }) => filling).length > 1)),
    ],
  }
}

/** Day by day. */
function ofCalendar({ days, measure, unit }: CalendarModel): CrossTab {
  const values = days.map(({ value }) => value)
  return {
    form: 'columns',
    unit,
    categories: days.map(({ key }) => key),
    series: [plain(measure, values, 0)],
  }
}

/** The little lines in one picture, a series for each. */
function ofMultiples({ buckets, panes, unit }: MultiplesModel): CrossTab {
  return {
    form: 'lines',
    unit,
    categories: buckets.map(({ label }) => neutral(label)),
    series: panes.map(({ label, values }, at) => plain(label, values, at)),
  }
}

/** Two periods as categories, a series for each member. */
function ofSlope({ ends, marks, unit }: SlopeModel): CrossTab {
  return {
    form: 'lines',
    unit,
    categories: ends.map(neutral),
    series: marks.map((mark, at) => plain(nameOf(mark), [mark.before, mark.value], at)),
  }
}

/** The members as bars, those with the most cases first: office programs draw no limits of chance. */
function ofFunnel({ marks, measure }: FunnelModel): CrossTab {
  const ranked = [...marks].sort((a, b) => b.n - a.n)
  const looks = ranked.map(({ n }): Look | null => (n < FEW ? 'hatched' : null))
  return {
    form: 'bars',
    unit: 'percent',
    categories: ranked.map(nameOf),
    series: [seriesOf(ranked, measure, looks)],
  }
}

function ofStages({ stages, unit }: StagesModel): CrossTab {
  const values = stages.map(({ value }) => value)
  const categories = stages.map(({ label, share }) => neutral(share ? `${label} ${share}` : label))
  return { form: 'bars', unit, categories, series: [{ ...plain('', values, 0), colour: LIGHT.accent }] }
}

/** A series without anything special; there are more series than colours sometimes, then they begin again. */
const plain = (name: string, values: readonly (number | null)[], at: number): Series => ({
  name: neutral(name),
  colour: LIGHT.series[at % (LIGHT.series.length - 1)] ?? LIGHT.accent,
  dashed: false,
  values,
  looks: values.map(() => null),
  whiskers: null,
})

/** A gap says by the name of its category why it is one: there is nowhere else to say it. */
const nameOf = ({ label, value, text }: Mark): string =>
  neutral(value === null ? `${label}（${text}）` : label)

function seriesOf(marks: readonly Mark[], name: string, looks: readonly (Look | null)[]): Series {
  const withEnds = marks.some(({ lower }) => lower !== null)
  return {
    name: neutral(name),
    colour: withEnds ? PALE : LIGHT.accent,
    dashed: false,
    values: marks.map(({ value }) => value),
    looks,
    whiskers: withEnds
      ? { lower: marks.map(({ lower }) => lower), upper: marks.map(({ upper }) => upper) }
      : null,
  }
}
