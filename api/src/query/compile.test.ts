import { describe, expect, it } from 'vitest'
import { NO_SCOPE } from '../access/scope.js'
import { compileReading } from './compile.js'
import type { Plan } from './plan.js'
import { readTogether } from './scans.js'
import { param, sql, toQuery } from './sql.js'
import { planned } from './testing.js'

const compiled = (...plans: Plan[]) => compileReading(readTogether(plans))

describe('compileReading', () => {
  it('never lets a value of the request into the text', () => {
    const evil = "x') OR 1=1 --"
    const plan = {
      ...planned({}),
      conditions: [
        { kind: 'in', dimension: 'region1', codes: [evil] },
        { kind: 'notThese', dimensions: ['channel'], members: [[evil]] },
      ] as const,
    }
    const { text, params } = compiled(plan)
    expect(text).not.toContain('OR 1=1')
    expect(Object.values(params)).toContainEqual([evil])
    expect(Object.values(params)).toContainEqual([[evil]])
  })

  it('reads nothing for a scope that shows nothing', () => {
    const { text } = compiled(planned({}, { scope: NO_SCOPE }))
    expect(text.match(/AND false/g)).toHaveLength(2)
  })

  it('reads once what the panels of a screen have in common', () => {
    const parts = ['region1', 'industry1', 'channel'] as const
    const plans = parts.map((part) => planned({ dimensions: [part], comparisons: ['yearAgo'] }))
    const reading = readTogether([...plans, planned({ measures: ['received', 'closed'] })])
    expect(reading.scans.map(({ role, sets }) => [role, sets.length])).toEqual([
      ['received', 4],
      ['closed', 1],
    ])
    expect(reading.evidence).toHaveLength(1)
    expect(reading.evidence[0]?.bases).toHaveLength(2)
  })

  it('counts the buckets of all periods with the totals, and reads apart what is no sum of its days', () => {
    const comparisons = ['yearAgo', 'sameWeekdays'] as const
    const measures = ['closed', 'medianDays'] as const
    const plans = [
      planned({ measures, comparisons, grain: 'month', period: { preset: 'yearToDate' } }),
      planned({ measures, comparisons, dimensions: ['department'], period: { preset: 'yearToDate' } }),
    ]
    const { scans } = readTogether(plans)
    expect(scans.map(({ spans, sets, cuts }) => [spans.length, sets.length, cuts.length])).toEqual([
      [3, 3, 33],
      ...Array.from({ length: 3 }, () => [1, 1, 11]),
      [3, 2, 0],
    ])
    expect(compiled(...plans).text.match(/quantilesExactInclusiveIf/g)).toHaveLength(6)
  })

  it('keeps apart what stands under other conditions', () => {
    const filters = [{ dimension: 'channel', in: ['web'] }] as const
    expect(readTogether([planned({}), planned({ filters })]).scans).toHaveLength(2)
  })

  it('answers as of an earlier batch from the versions that were there, the batch bound', () => {
    const { text, params } = compiled(planned({}, { through: 7 }))
    expect(text).toContain('case_versions')
    expect(text).not.toMatch(/FROM cases\b/)
    expect(Object.values(params)).toContain(7)
  })
})

describe('sql', () => {
  it('numbers values in order and gives equal ones the same number', () => {
    const part = sql`opened >= ${param('2026-01-01', 'Date32')}`
    expect(toQuery(sql`${part} AND x IN ${param(['a'], 'Array(String)')} AND ${part}`)).toEqual({
      text: 'opened >= {p0: Date32} AND x IN {p1: Array(String)} AND opened >= {p0: Date32}',
      params: { p0: '2026-01-01', p1: ['a'] },
    })
  })

  it('does not take a plain text', () => {
    // @ts-expect-error a text would become SQL
    expect(() => toQuery(sql`SELECT ${'1; DROP TABLE cases'}`)).toThrow()
  })
})
