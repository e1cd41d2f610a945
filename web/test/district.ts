import { catalogueOf } from '../src/catalogue/catalogue'
import type { Row, Table, Value } from '../src/graphql/answer'
import type { BootQuery, MeasureId } from '../src/graphql/generated/graphql'
import { zh } from '../src/locales/zh'
import { zhInquiry } from '../src/locales/zh-inquiry'

type Entry = BootQuery['catalogue']['measures'][number]

const entry = (id: MeasureId, label: string, unit: Entry['unit'], better: Entry['better']): Entry => ({
  id,
  label,
  description: label,
  formula: label,
  unit,
  better,
  additive: unit === 'cases',
  proportion: unit === 'percent',
  basis: '通知',
  denominator: unit === 'percent' ? '办结或到期的举报' : null,
  timeLabel: id === 'closed' || unit !== 'cases' ? '办结日期' : '接报日期',
  unitLabel: { cases: '件', days: '天', percent: '%', yuan: '元', per10k: '件/万人', per100: '件/百家' }[
    unit
  ],
})
const member = (code: string, name: string, tile: { x: number; y: number } | null = null) => ({
  code,
  name,
  kind: '',
  parent: null,
  tile,
  seat: null,
  validTo: null,
})

/** A district of three towns, two industries and two departments. */
export const BOOT: BootQuery = {
  viewer: {
    persona: 'office',
    unit: null,
    name: '安委办',
    mayChoose: true,
    sees: [],
    may: {
      loads: true,
      listCases: true,
      seeEnterprise: true,
      export: true,
      officeTotals: true,
      annotate: true,
      supervise: true,
      answerUrges: true,
      ranking: true,
      assess: true,
      object: false,
      screenPast: true,
      manage: true,
    },
  },
  maps: [],
  office: {
    id: 'test',
    name: '某区',
    demo: true,
    timeZone: 'Asia/Shanghai',
    asOf: '2026-10-31',
    firstDay: '2021-11-01',
    dataVersion: '1',
    defaultPeriod: 'yearToDate',
    mapNote: '示意图',
    above: null,
  },
  catalogue: {
    measures: [
      entry('received', '接报量', 'cases', 'neither'),
      entry('accepted', '受理量', 'cases', 'neither'),
      entry('closed', '办结量', 'cases', 'neither'),
      entry('onTimeRate', '按期办结率', 'percent', 'higher'),
      entry('overdue', '超期件', 'cases', 'lower'),
      entry('medianDays', '办理时长中位数', 'days', 'lower'),
    ],
    dimensions: (['region1', 'region2', 'industry1', 'department', 'source', 'channel'] as const).map(
      (id) => ({
        id,
        label: {
          region1: '乡镇',
          region2: '村',
          industry1: '行业',
          department: '单位',
          source: '来源',
          channel: '渠道',
        }[id],
        description: '',
        hierarchy: id.replace(/\d/, ''),
        level: id.endsWith('2') ? 2 : 1,
      }),
    ),
    comparisons: [
      { id: 'yearAgo', label: '同比', description: '与上一年的相同日期比' },
      { id: 'previous', label: '环比', description: '与紧接在前的同类时段比' },
      { id: 'springFestival', label: '同比（春节对齐）', description: '限半年以内的时段' },
    ],
    grains: [
      { id: 'month', label: '月' },
      { id: 'quarter', label: '季度' },
    ],
    periods: [
      { id: 'lastMonth', label: '上月' },
      { id: 'lastQuarter', label: '上季度' },
      { id: 'yearToDate', label: '今年以来' },
      { id: 'all', label: '全部' },
    ],
  },
  region1: [
    member('A', '甲镇', { x: 0, y: 0 }),
    member('B', '乙镇', { x: 1, y: 0 }),
    member('C', '丙镇'),
    member('', '未知'),
  ],
  region2: [],
  industry1: [member('03', '危化品'), member('10', '消防')],
  industry2: [],
  issue1: [],
  issue2: [],
  channel: [member('tel', '电话'), member('web', '网页')],
  source: [member('', '未知')],
  department: [member('YJ', '区应急管理局'), member('XF', '区消防救援局')],
  reportClass: [],
  hazardLevel: [],
  reporterKind: [],
  result: [],
  state: [],
}

export const catalogue = catalogueOf(BOOT)

/** The Chinese texts as the screen prints them. */
export function t(key: string, named: Record<string, unknown> = {}): string {
  const found = key
    .split('.')
    .reduce<unknown>((tree, part) => (tree as Record<string, unknown> | undefined)?.[part], {
      ...zh,
      ...zhInquiry,
    })
  if (typeof found !== 'string') throw new Error(`No text ${key}`)
  return found.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(named[name]))
}

export const value = (number: number | null, more: Partial<Value> = {}): Value => ({
  value: number,
  n: number ?? 0,
  k: null,
  lower: null,
  upper: null,
  share: null,
  rank: null,
  cumulative: null,
  state: number === null ? 'noData' : 'ok',
  changes: [],
  nowcast: null,
  ...more,
})

/** A change against a base, as the API words it. */
export const against = (base: number, difference: number): Value['changes'][number] => ({
  value: base,
  n: base,
  difference,
  ratio: base ? difference / base : null,
  state: base ? 'ok' : 'baseZero',
  text: difference > 0 ? `增加${difference}件` : `减少${-difference}件`,
})

export const row = (
  keys: string[],
  labels: string[],
  values: Value[],
  bucket: string | null = null,
): Row => ({
  keys,
  labels,
  bucket,
  values,
})

export const table = (more: Partial<Table>): Table => ({
  __typename: 'MetricsTable',
  id: 'answer',
  period: { from: '2026-01-01', to: '2026-10-31', label: '2026年1月至10月' },
  comparedPeriods: [],
  measures: ['received'],
  dimensions: [],
  buckets: [],
  rows: [],
  others: [],
  total: row([], [], [value(100)]),
  leftOut: 0,
  suppressed: 0,
  asOf: '2026-10-31',
  dataVersion: '1',
  cases: 100,
  sources: [],
  footnotes: [],
  arrival: null,
  ...more,
})
