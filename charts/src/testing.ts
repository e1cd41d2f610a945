import type { Change, MeasureEntry, Member, Names, Row, Table, Value } from './answer.js'
import { translator } from './words/translate.js'

/** The Chinese texts, as tests read them. */
export const t = translator('zh')

const measures: Readonly<Record<string, MeasureEntry>> = {
  received: { label: '接报量', unit: 'cases', better: 'neither', additive: true },
  accepted: { label: '受理量', unit: 'cases', better: 'neither', additive: true },
  closed: { label: '办结量', unit: 'cases', better: 'neither', additive: true },
  overdue: { label: '超期件', unit: 'cases', better: 'lower', additive: true },
  onTimeRate: { label: '按期办结率', unit: 'percent', better: 'higher', additive: false },
  medianDays: { label: '办理时长中位数', unit: 'days', better: 'lower', additive: false },
}
const dimensions: Readonly<Record<string, string>> = {
  region1: '乡镇',
  industry1: '行业',
  department: '单位',
}
const towns: readonly Member[] = [
  { code: 'A', name: '甲镇', parent: null, tile: { x: 0, y: 0 }, seat: null },
  { code: 'B', name: '乙镇', parent: null, tile: { x: 1, y: 0 }, seat: null },
  { code: 'C', name: '丙镇', parent: null, tile: null, seat: null },
  { code: '', name: '未知', parent: null, tile: null, seat: null },
]

/** The catalogue of a district of three towns. */
export const names: Names = {
  measure: (id) => {
    const entry = measures[id]
    if (!entry) throw new Error(`The catalogue lacks ${id}`)
    return entry
  },
  dimension: (id) => {
    const label = dimensions[id]
    return label === undefined ? null : { label }
  },
  members: (id) => (id === 'region1' ? towns : []),
}

export const value = (number: number | null, more: Partial<Value> = {}): Value => ({
  value: number,
  n: number ?? 0,
  lower: null,
  upper: null,
  state: number === null ? 'noData' : 'ok',
  share: null,
  rank: null,
  cumulative: null,
  changes: [],
  ...more,
})

/** A change against a base, as the API words it. */
export const against = (base: number, difference: number): Change => ({
  value: base,
  n: base,
  difference,
  ratio: base ? difference / base : null,
  state: 'ok',
  text: difference > 0 ? `增加${difference}件` : `减少${-difference}件`,
})

export const row = (
  keys: string[],
  labels: string[],
  values: Value[],
  bucket: string | null = null,
): Row => ({ keys, labels, bucket, values })

export const table = (more: Partial<Table>): Table => ({
  period: { from: '2026-01-01', to: '2026-10-31', label: '2026年1月至10月' },
  comparedPeriods: [],
  measures: ['received'],
  dimensions: [],
  buckets: [],
  rows: [],
  others: [],
  total: row([], [], [value(100)]),
  cases: 100,
  ...more,
})
