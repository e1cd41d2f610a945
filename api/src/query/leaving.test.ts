import { describe, expect, it } from 'vitest'
import type { MeasureId } from '@fengsui/domain/metrics/measures'
import type { Query } from './query.js'
import { tableOf } from './result.js'
import type { Row } from './run.js'
import type { Table, TableRow } from './table.js'
import { context, lists, planned } from './testing.js'

/** An answer that leaves, made from the engine's rows as the engine would give them. */
function leave(query: Partial<Query>, rows: readonly Row[]): Table {
  const plan = planned({ ...query, leaving: true })
  return tableOf(plan, rows, {
    lists,
    locale: 'zh',
    firstDay: context.firstDay,
    dataVersion: 'v',
    cases: 99,
    sources: [],
    behind: [],
  })
}

const counted = (
  level: number,
  codes: Record<string, string>,
  numbers: Record<string, number>,
  period = 0,
): Row => ({ level, period, ...codes, ...numbers })
const byIndustry = (received: Record<string, number>, period = 0): Row[] => [
  ...Object.entries(received).map(([industry1, received_n]) =>
    counted(0, { industry1 }, { received_n }, period),
  ),
  counted(1, { industry1: '' }, { received_n: Object.values(received).reduce((a, b) => a + b, 0) }, period),
]
const shown = ({ labels, values }: TableRow) =>
  [...labels, ...values.map(({ value, state }) => (state === 'suppressed' ? '×' : value))].join(' ')

describe('an answer that leaves the office', () => {
  it('hides numbers of one and two cases, and one more that the total would give them away by', () => {
    const table = leave({ dimensions: ['industry1'] }, byIndustry({ mine: 2, fire: 9, gas: 30 }))
    expect([...table.rows, table.total].map(shown)).toEqual(['矿山 ×', '消防 ×', '燃气 30', '合计 41'])
    expect(table.suppressed).toBe(2)
    expect(table.rows[0]?.values[0]).toMatchObject({ value: null, n: 0 })
    expect(table.footnotes.at(-1)).toContain('隐去')
  })

  it('shows zeros, and everything when nothing is small', () => {
    const table = leave({ dimensions: ['industry1'] }, byIndustry({ fire: 9, gas: 30 }))
    expect(table.rows.map(shown)).toEqual(['矿山 0', '消防 9', '燃气 30'])
    expect(table.suppressed).toBe(0)
  })

  it('protects what `top` leaves out: the rest of the total is a number too', () => {
    const table = leave({ dimensions: ['industry1'], top: 2 }, byIndustry({ mine: 1, fire: 9, gas: 30 }))
    expect(table.rows.map(shown)).toEqual(['燃气 30', '矿山 ×'])
  })

  it('ranks what it shows and puts what it hides behind, in the order of the list', () => {
    const orders = (['asc', 'desc'] as const).map((direction) => {
      const orderBy = { measure: 'received', direction } as const
      const rows = byIndustry({ mine: 9, fire: 2, gas: 30, '': 40 })
      return leave({ dimensions: ['industry1'], orderBy }, rows).rows.map(shown)
    })
    expect(orders).toEqual([
      ['燃气 30', '未知 40', '矿山 ×', '消防 ×'],
      ['未知 40', '燃气 30', '矿山 ×', '消防 ×'],
    ])
  })

  it('ranks lines the same way, by members of which no bucket is hidden', () => {
    const cell = (level: number, industry1: string, received_n: number, bucket = '2026-11-01') =>
      counted(level, { industry1, bucket }, { received_n })
    const rows = [
      cell(0, 'mine', 9),
      cell(1, 'mine', 9),
      cell(0, 'fire', 1),
      cell(1, 'fire', 1),
      cell(0, 'gas', 30),
      cell(1, 'gas', 30),
      cell(3, '', 40),
    ]
    const orderBy = { measure: 'received', direction: 'asc' } as const
    const table = leave({ dimensions: ['industry1'], grain: 'month', orderBy }, rows)
    expect(table.rows.map(shown)).toEqual(['燃气 30', '矿山 ×', '消防 ×'])
  })

  it('hides a single small number, the cases behind it, and what it is compared with', () => {
    const table = leave({}, [counted(0, {}, { received_n: 2 })])
    expect([shown(table.total), table.cases]).toEqual(['合计 ×', 0])
    const compared = leave({ comparisons: ['yearAgo'] }, [
      counted(0, {}, { received_n: 20 }),
      counted(0, {}, { received_n: 1 }, 1),
    ])
    expect(compared.total.values[0]).toMatchObject({
      value: 20,
      changes: [{ state: 'suppressed', value: null, n: 0, difference: null }],
    })
  })

  it('hides the change of a member whose earlier number is small, and protects it by another', () => {
    const rows = [
      ...byIndustry({ mine: 20, fire: 20, gas: 20 }),
      ...byIndustry({ mine: 1, fire: 30, gas: 40 }, 1),
    ]
    const table = leave({ dimensions: ['industry1'], comparisons: ['yearAgo'] }, rows)
    expect(table.rows.map(({ values }) => values[0]?.changes[0]?.state)).toEqual([
      'suppressed',
      'suppressed',
      'ok',
    ])
  })

  it('hides a rate that rests on one or two cases either way', () => {
    const measures: MeasureId[] = ['onTimeRate']
    const rate = (onTimeRate_n: number, onTimeRate_k: number) =>
      leave({ measures }, [counted(0, {}, { onTimeRate_n, onTimeRate_k })]).total.values[0]?.state
    expect([rate(2, 0), rate(9, 1), rate(9, 8), rate(9, 6), rate(9, 9), rate(9, 0)]).toEqual([
      'suppressed',
      'suppressed',
      'suppressed',
      'ok',
      'ok',
      'ok',
    ])
  })

  it('hides together what speaks of the same cases', () => {
    const row = { closed_n: 9, medianDays_n: 2, medianDays_value: 4 }
    const table = leave({ measures: ['closed', 'medianDays', 'received'] }, [
      counted(0, {}, { ...row, received_n: 50 }),
    ])
    expect(table.total.values.map(({ state }) => state)).toEqual(['suppressed', 'suppressed', 'ok'])
  })

  it('adds rows for the zeros of a two-way table that it had to hide', () => {
    const cell = (industry1: string, region1: string, received_n: number) =>
      counted(0, { industry1, region1 }, { received_n })
    const rows = [
      cell('mine', 'N', 1),
      cell('mine', 'S', 5),
      cell('fire', 'N', 9),
      counted(3, { industry1: '', region1: '' }, { received_n: 15 }),
    ]
    const table = leave({ dimensions: ['industry1', 'region1'] }, rows)
    expect(table.rows.map(shown)).toEqual(['矿山 北镇 ×', '矿山 南镇 ×', '消防 北镇 ×', '消防 南镇 ×'])
    const ordered = leave(
      { dimensions: ['industry1', 'region1'], orderBy: { measure: 'received', direction: 'desc' } },
      rows,
    )
    expect(ordered.rows.map(shown)).toEqual(table.rows.map(shown))
  })

  it('hides nothing from those who work with the cases', () => {
    const plan = planned({ dimensions: ['industry1'] })
    const table = tableOf(plan, byIndustry({ mine: 1 }), {
      lists,
      locale: 'zh',
      firstDay: context.firstDay,
      dataVersion: 'v',
      cases: 1,
      sources: [],
      behind: [],
    })
    expect(table.rows.map(shown)).toEqual(['矿山 1', '消防 0', '燃气 0'])
  })
})
