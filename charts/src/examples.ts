import { modelOf, type Figure } from './figure.js'
import type { Change, Cluster, Member, Names, Row, Table } from './answer.js'
import type { ChartModel } from './model.js'
import type { Setting } from './prepare/mark.js'
import { names as district, against, row, table, value } from './testing.js'
import type { Translate } from './format.js'

/** How much there is to draw: as usual, nothing, one thing, more than anybody should show at once. */
export const SIZES = ['full', 'empty', 'tiny', 'huge'] as const
export type Size = (typeof SIZES)[number]

/** What some pictures show beside the usual. */
export type Special = 'filling' | 'fillingColumns' | 'clusters'

/** An example of one kind of picture at one size. */
export interface Example {
  readonly kind: Figure['kind'] | Special
  readonly size: Size
  readonly model: ChartModel
}

const MEMBERS: Readonly<Record<Size, number>> = { full: 8, empty: 0, tiny: 1, huge: 60 }
const BUCKETS: Readonly<Record<Size, number>> = { full: 13, empty: 0, tiny: 1, huge: 60 }
const DAYS: Readonly<Record<Size, number>> = { full: 200, empty: 0, tiny: 1, huge: 366 }
const NAMES = ['消防', '危化品', '建筑施工', '道路交通', '城镇燃气', '特种设备', '非煤矿山', '文化旅游']
const LONG = '应急管理部安全生产举报系统转办的其他重点行业领域'
const NOTE = '示意图，不作为划界依据'

const nameOf = (size: Size, at: number) =>
  size === 'huge' ? `${LONG}${at + 1}` : (NAMES[at] ?? `其他${at + 1}`)

/** Numbers that go up and down, the same in every run; some are missing, some are of few cases. */
const numberAt = (size: Size, at: number, when = 0) =>
  (((at * 37 + when * 53) % 89) + 2) * (size === 'huge' ? 12_345 : 1)

const changeAt = (size: Size, at: number): Change => against(numberAt(size, at + 3), (at % 5) - 2)

function valueAt(size: Size, at: number, when = 0) {
  if (size === 'full' && (at + when) % 11 === 7) return value(null)
  const number = numberAt(size, at, when)
  return value(number, { changes: [changeAt(size, at + when)] })
}

const rateAt = (at: number) => {
  const share = ((at * 29) % 60) / 100 + 0.4
  return value(share, {
    n: at % 4 === 3 ? 3 : 40 + at,
    state: at % 4 === 3 ? 'tooFew' : 'ok',
    lower: share - 0.12,
    upper: Math.min(1, share + 0.09),
  })
}

const range = (length: number) => Array.from({ length }, (_, at) => at)
const codes = (size: Size) => range(MEMBERS[size]).map((at) => String(at))

const monthAt = (at: number) => new Date(Date.UTC(2025, 9 + at, 1)).toISOString().slice(0, 10)
const months = (size: Size): Table['buckets'] =>
  range(BUCKETS[size]).map((at) => ({
    key: monthAt(at),
    to: new Date(Date.parse(monthAt(at + 1)) - 86_400_000).toISOString().slice(0, 10),
    label: monthAt(at).slice(0, 7),
    partial: size === 'full' && at === BUCKETS[size] - 1,
  }))
const days = (size: Size): Table['buckets'] =>
  range(DAYS[size]).map((at) => {
    const day = new Date(Date.UTC(2025, 10, 1 + at)).toISOString().slice(0, 10)
    return { key: day, to: day, label: day, partial: false }
  })

const COMPARED: Table['comparedPeriods'] = [
  {
    kind: 'yearAgo',
    label: '同比',
    period: { from: '2025-01-01', to: '2025-10-31', label: '2025年1月至10月' },
  },
]

const member = (size: Size, at: number, values: Row['values'], bucket: string | null = null) =>
  row([String(at)], [nameOf(size, at)], [...values], bucket)

const byMember = (size: Size): Table =>
  table({
    dimensions: ['industry1'],
    comparedPeriods: COMPARED,
    rows: range(MEMBERS[size]).map((at) => member(size, at, [valueAt(size, at)])),
  })

const byRate = (size: Size): Table =>
  table({
    measures: ['onTimeRate'],
    dimensions: ['department'],
    rows: range(MEMBERS[size]).map((at) => member(size, at, [rateAt(at)])),
    total: row([], [], [rateAt(5)]),
  })

/** A rate of units with few cases and with many. */
const byWorkload = (size: Size): Table =>
  table({
    measures: ['onTimeRate'],
    dimensions: ['department'],
    rows: range(MEMBERS[size]).map((at) => {
      const n = 3 + at * at * 4
      return member(size, at, [value(((at * 29) % 60) / 100 + 0.4, { n })])
    }),
    total: row([], [], [size === 'empty' ? value(null) : value(0.7, { n: 400 })]),
  })

/** Weeks of which the last three are still being entered. */
function fillingWeeks(size: Size): Table {
  const buckets = range(Math.min(26, BUCKETS[size])).map((at) => {
    const day = (days: number) => new Date(Date.UTC(2026, 4, 4 + days)).toISOString().slice(0, 10)
    return { key: day(7 * at), to: day(7 * at + 6), label: day(7 * at).slice(5), partial: false }
  })
  const known = [0.9, 0.7, 0.4]
  return table({
    buckets,
    rows: buckets.map(({ key }, when) => {
      const [all, part] = [numberAt(size, 0, when), known[when - buckets.length + 3] ?? 1]
      const [count, wide] = [Math.round(all * part), Math.round(2 * Math.sqrt(all) * (1 - part))]
      const nowcast =
        part < 1 ? { expected: all, lower: Math.max(count, all - wide), upper: all + wide } : null
      return row([], [], [value(count, { nowcast })], key)
    }),
  })
}

const overTime = (size: Size, buckets: Table['buckets'], measures = ['received']): Table =>
  table({
    measures,
    buckets,
    comparedPeriods: COMPARED,
    rows: buckets.map(({ key }, when) =>
      row(
        [],
        [],
        measures.map((_, at) => valueAt(size, at * 3, when)),
        key,
      ),
    ),
  })

function membersOverTime(size: Size): Table {
  const buckets = months(size)
  const rows = range(Math.min(8, MEMBERS[size])).flatMap((at) =>
    buckets.map(({ key }, when) => member(size, at, [valueAt(size, at, when)], key)),
  )
  return table({ dimensions: ['industry1'], buckets, comparedPeriods: COMPARED, rows })
}

const crossed = (size: Size): Table =>
  table({
    dimensions: ['industry1', 'region1'],
    rows: range(MEMBERS[size]).flatMap((at) =>
      range(Math.min(26, MEMBERS[size])).map((when) =>
        row(
          [String(at), String(when)],
          [nameOf(size, at), `${nameOf('full', when)}镇`],
          [valueAt(size, at, when)],
        ),
      ),
    ),
  })

const stagesOf = (size: Size): Table =>
  table({
    measures: ['received', 'accepted', 'closed'],
    total: row(
      [],
      [],
      [97, 80, 61].map((number) =>
        size === 'empty' ? value(null) : value(size === 'tiny' ? 1 : number * numberAt(size, 0)),
      ),
    ),
  })

const placesOf = (size: Size): readonly Member[] =>
  range(MEMBERS[size]).map((at) => ({
    code: String(at),
    name: size === 'huge' ? `第${at + 1}镇` : nameOf(size, at),
    parent: null,
    tile: { x: at % 9, y: Math.floor(at / 9) },
    seat: null,
  }))

const byPlace = (size: Size): Table => ({ ...byMember(size), dimensions: ['region1'] })

/** As many clusters as a map of some size has at most; the second is 关注. */
const clustersOf = (size: Size): readonly Cluster[] =>
  range({ full: 2, empty: 0, tiny: 1, huge: 12 }[size]).map((at) => ({
    ...{ id: String(at), title: `${nameOf(size, at * 3)}一带举报聚集` },
    ...(at % 2 === 0
      ? { level: 'alert' as const, levelLabel: '提醒' }
      : { level: 'watch' as const, levelLabel: '关注' }),
    ...{ from: '2026-10-12', to: '2026-10-25', regions: [at * 3, at * 3 + 1].map(String) },
    ...{ observed: 17, expected: 5.2, ratio: 3.3, lower: 1.9, upper: 5.2, p: 0.002 },
    chance: '仅凭偶然，全区约6年才会出现一次这样的情况。',
  }))

/** What is drawn, and of which answer. */
const FIGURES: readonly (readonly [Figure, (size: Size) => Table, Special?])[] = [
  [
    { kind: 'trend', measures: null, chosen: null },
    (size) => overTime(size, months(size), ['received', 'accepted', 'closed']),
  ],
  [{ kind: 'lines', measure: 'received' }, membersOverTime],
  [{ kind: 'bars', measure: 'received', most: 12 }, byMember],
  [{ kind: 'ranked', measure: 'onTimeRate', most: 12, onlyWithCases: false }, byRate],
  [{ kind: 'columns', measure: 'received' }, membersOverTime],
  [{ kind: 'matrix', measure: 'received' }, crossed],
  [{ kind: 'calendar', measure: 'received' }, (size) => overTime(size, days(size))],
  [{ kind: 'multiples', measure: 'received', most: 8 }, membersOverTime],
  [{ kind: 'slope', measure: 'received', most: 12 }, byMember],
  [{ kind: 'funnel', measure: 'onTimeRate' }, byWorkload],
  [{ kind: 'stages' }, stagesOf],
  [{ kind: 'map', measure: 'received', view: 'value', layout: 'tiles' }, byPlace],
  [{ kind: 'trend', measures: null, chosen: null }, fillingWeeks, 'filling'],
  [{ kind: 'columns', measure: 'received' }, fillingWeeks, 'fillingColumns'],
  [{ kind: 'map', measure: 'received', view: 'value', layout: 'tiles', clusters: true }, byPlace, 'clusters'],
]

/**
 * Every kind of picture at every size, from numbers that are made up and always the same: for the gallery and its
 * snapshots.
 */
export function examples(t: Translate): Example[] {
  return SIZES.flatMap((size) => {
    const names: Names = { ...district, members: (id) => (id === 'region1' ? placesOf(size) : []) }
    const settingOf = (of: Table): Setting => ({
      table: of,
      names,
      picked: (dimension) => (size === 'full' && dimension === 'industry1' ? codes(size).slice(1, 3) : []),
      t,
      ground: () => ({ boundaries: null, reviewNumber: '', schematic: NOTE }),
    })
    return FIGURES.map(([figure, of, special]) => ({
      kind: special ?? figure.kind,
      size,
      model: modelOf(figure, {
        ...settingOf(of(size)),
        ...(special === 'clusters' && { clusters: clustersOf(size) }),
      }),
    }))
  })
}
