import { describe, expect, it } from 'vitest'
import type { MeasureId } from '@fengsui/domain/metrics/measures'
import { WHOLE_SCOPE } from '../access/scope.js'
import type { Query } from './query.js'
import { arrange, planOthers, withOthers } from './arrangement.js'
import { tableOf } from './result.js'
import type { Table, TableRow } from './table.js'
import { type CountedRow, context, expected, factsFrom, lists, planned } from './testing.js'

const about = {
  id: 'id',
  lists,
  locale: 'zh',
  firstDay: context.firstDay,
  dataVersion: 'v',
  behind: [],
  watch: null,
} as const

/** An answer that leaves, made from what the engine could have counted. */
function leave(query: Partial<Query>, rows: readonly CountedRow[], others?: readonly CountedRow[]): Table {
  const plan = planned({ ...query, leaving: true })
  const facts = factsFrom(rows)
  const arrangement = expected(arrange(plan, facts, lists))
  const rest = planOthers(plan, arrangement)
  if (!rest || !others) return tableOf({ plan, facts, arrangement, others: null }, about)
  const counted = factsFrom(others)
  return tableOf(
    {
      plan,
      facts,
      arrangement: withOthers(plan, facts, arrangement, counted, lists),
      others: { plan: rest, facts: counted },
    },
    about,
  )
}

const row = (code: string, numbers: Record<string, number>, more: Partial<CountedRow> = {}): CountedRow => ({
  level: 'rows',
  codes: [code],
  numbers,
  ...more,
})
const total = (numbers: Record<string, number>, period = 0): CountedRow => ({
  level: 'total',
  numbers,
  period,
})
const byIndustry = (received: Record<string, number>, period = 0): CountedRow[] => [
  ...Object.entries(received).map(([code, received_n]) => row(code, { received_n }, { period })),
  total({ received_n: Object.values(received).reduce((a, b) => a + b, 0) }, period),
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
    const bucket = '2026-11-01'
    const member = (code: string, received_n: number) => [
      row(code, { received_n }, { bucket }),
      row(code, { received_n }, { level: 'members' }),
    ]
    const rows = [...member('mine', 9), ...member('fire', 1), ...member('gas', 30), total({ received_n: 40 })]
    const orderBy = { measure: 'received', direction: 'asc' } as const
    const table = leave({ dimensions: ['industry1'], grain: 'month', orderBy }, rows)
    expect(table.rows.map(shown)).toEqual(['燃气 30', '矿山 ×', '消防 ×'])
  })

  it('hides a single small number, the cases behind it, and what it is compared with', () => {
    const table = leave({}, [total({ received_n: 2 })])
    expect([shown(table.total), table.cases]).toEqual(['合计 ×', 0])
    const compared = leave({ comparisons: ['yearAgo'] }, [
      total({ received_n: 20 }),
      total({ received_n: 1 }, 1),
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
      leave({ measures }, [total({ onTimeRate_n, onTimeRate_k })]).total.values[0]?.state
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
    const numbers = { closed_n: 9, medianDays_n: 2, medianDays_value: 4, received_n: 50 }
    const table = leave({ measures: ['closed', 'medianDays', 'received'] }, [total(numbers)])
    expect(table.total.values.map(({ state }) => state)).toEqual(['suppressed', 'suppressed', 'ok'])
  })

  it('adds rows for the zeros of a two-way table that it had to hide', () => {
    const cell = (industry: string, region: string, received_n: number) =>
      row('', { received_n }, { codes: [industry, region] })
    const rows = [cell('mine', 'N', 1), cell('mine', 'S', 5), cell('fire', 'N', 9), total({ received_n: 15 })]
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
    const facts = factsFrom(byIndustry({ mine: 1 }))
    const table = tableOf(
      { plan, facts, arrangement: expected(arrange(plan, facts, lists)), others: null },
      about,
    )
    expect(table.rows.map(shown)).toEqual(['矿山 1', '消防 0', '燃气 0'])
  })

  it('hides from those whose scope says so, on the screen too', () => {
    const plan = planned({ dimensions: ['industry1'] }, { scope: { ...WHOLE_SCOPE, smallCells: 'always' } })
    const facts = factsFrom(byIndustry({ mine: 1, fire: 9 }))
    const table = tableOf(
      { plan, facts, arrangement: expected(arrange(plan, facts, lists)), others: null },
      about,
    )
    expect(table.rows.map(shown)).toEqual(['矿山 ×', '消防 ×', '燃气 0'])
  })

  it('hides 其他 where the total would give away by it what is hidden above', () => {
    const query = { dimensions: ['industry1'], top: 2, others: true } as const
    const rows = byIndustry({ mine: 2, fire: 9, gas: 30 })
    const table = leave(query, rows, [
      { level: 'rows', numbers: { received_n: 9 } },
      { level: 'total', numbers: { received_n: 9 } },
    ])
    expect([...table.rows, ...table.others, table.total].map(shown)).toEqual([
      '燃气 30',
      '矿山 ×',
      '其他 ×',
      '合计 41',
    ])
  })

  it('gives hidden numbers neither share nor place nor running sum, and leaves no gap in the places', () => {
    const table = leave({ dimensions: ['industry1'] }, byIndustry({ mine: 2, fire: 9, gas: 30, '': 7 }))
    expect(table.rows.map(({ values: [value] }) => [value?.share === null, value?.rank])).toEqual([
      [true, null],
      [false, 2],
      [false, 1],
      [true, null],
    ])
  })

  it('refuses a table that is too large to hide anything in, and says what to choose', () => {
    const members = Array.from({ length: 60 }, (_, i) => String(i))
    const rows = members.flatMap((a) => members.map((b) => row('', { received_n: 9 }, { codes: [a, b] })))
    const plan = planned({ dimensions: ['industry1', 'region1'], leaving: true })
    expect(arrange(plan, factsFrom(rows), lists)).toMatchObject({
      code: 'queryTooLarge',
      message: { zh: expect.stringContaining('3600格') },
    })
  })
})
