import { expect, it } from 'vitest'
import type { Table } from '../../query/table.js'
import type { Edition, Paper } from '../paper.js'
import { csvText } from './csv.js'
import { sheetOf } from './sheet.js'
import { spokenIn } from './spoken.js'

const DAYS = ['2026-11-04', '2026-11-05', '2026-11-06']
const value = { value: 4, n: 4, lower: null, upper: null, state: 'ok', changes: [] }
const line = (bucket: string | null) => ({ keys: [], labels: [], bucket, values: [value] })
const TABLE = {
  period: { from: '2026-11-04', to: '2026-11-06', label: '2026-11-04至2026-11-06' },
  comparedPeriods: [],
  measures: ['received'],
  dimensions: [],
  buckets: DAYS.map((day) => ({ key: day, to: day, label: day, partial: false })),
  rows: DAYS.map(line),
  others: [],
  total: line(null),
  cases: 12,
  suppressed: 0,
  leftOut: 0,
  asOf: '2026-11-24',
  sources: [],
  footnotes: [],
} as unknown as Table
const PAPER: Paper = {
  table: TABLE,
  figure: { kind: 'columns', measure: 'received' },
  name: '走势',
  title: null,
  sides: [],
  filters: '',
  clusters: [],
}
const EDITION: Edition = {
  format: 'csv',
  title: '走势',
  locale: 'zh',
  office: { name: '某区', demo: false, mapNote: '' },
  catalogue: {
    measures: {
      received: {
        ...{ label: '接报量', unit: 'cases', better: 'neither', additive: true },
        ...{ formula: '件数', basis: '通知' },
      },
    },
    dimensions: {},
    members: {},
    grounds: {},
  },
  mark: { who: '安委办', at: '2026-11-25 09:30', number: '0000-0000' },
  annotations: [
    { kind: 'dataGap', kindLabel: '数据缺口', from: '2026-11-05', to: '2026-11-06', text: '=停机' },
    { kind: 'policy', kindLabel: '政策', from: '2020-01-01', to: '2020-01-01', text: '很久以前' },
  ],
  list: null,
  papers: [PAPER],
}

it('says in a file what happened, at the days that it touches, and draws it', () => {
  const spoken = spokenIn(EDITION)
  const sheet = sheetOf(PAPER, EDITION, spoken)
  const lines = csvText(sheet, spoken.t).split('\r\n')
  const of = (day: string) => lines.find((text) => text.startsWith(`${day},`))
  expect(lines.find((text) => text.startsWith('时间'))).toMatch(/,标注$/)
  expect(of('2026-11-04')).toBe('2026-11-04,4,')
  expect(of('2026-11-05')).toBe('2026-11-05,4,〔数据缺口〕=停机（2026-11-05 — 2026-11-06）')
  expect(lines.join()).not.toContain('很久以前')
  expect(sheet.model).toMatchObject({ notes: [{ kind: 'dataGap', first: 1, last: 2 }] })
})

it('has no column for it where nothing happened', () => {
  const quiet = { ...EDITION, annotations: [] }
  const { grid, model } = sheetOf(PAPER, quiet, spokenIn(quiet))
  expect(grid.columns.map(({ label }) => label)).toEqual(['时间', '接报量'])
  expect(model).toMatchObject({ notes: [] })
})
