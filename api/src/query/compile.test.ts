import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { MEASURES, type MeasureId } from '@fengsui/domain/metrics/measures'
import { describe, expect, it } from 'vitest'
import { compileEvidence, compileMetrics } from './compile.js'
import type { Query } from './query.js'
import { type BoundQuery, param, sql, toQuery } from './sql.js'
import { planned } from './testing.js'

const GOLDEN = new URL('golden/', import.meta.url)

/** A statement as it is kept for review: text, then values. */
const written = ({ text, params }: BoundQuery): string =>
  `${text}\n${Object.entries(params)
    .map(([name, value]) => `-- ${name} = ${JSON.stringify(value)}\n`)
    .join('')}`

const CASES: Record<string, Partial<Query>> = {
  ...Object.fromEntries(
    (Object.keys(MEASURES) as MeasureId[]).map((id) => [`measure-${id}`, { measures: [id] }]),
  ),
  cards: { measures: ['received', 'onTimeRate', 'medianDays'], comparisons: ['yearAgo', 'previous'] },
  trend: { grain: 'month', period: { preset: 'last13Months' }, comparisons: ['yearAgo'] },
  'weekly-top': {
    dimensions: ['industry1'],
    grain: 'week',
    top: 3,
    orderBy: { measure: 'received', direction: 'desc' },
  },
  matrix: {
    measures: ['received', 'verifiedShareOfChecked'],
    dimensions: ['industry1', 'region1'],
    filters: [{ dimension: 'channel', in: ['web', ''] }],
  },
}

describe('compileMetrics', () => {
  it.each(Object.entries(CASES))(
    'sends the reviewed SQL for %s; UPDATE_GOLDEN=1 rewrites it',
    async (name, query) => {
      const plan = planned(query)
      const text = `${written(compileMetrics(plan))}\n${written(compileEvidence(plan))}`
      const file = new URL(`${name}.sql`, GOLDEN)
      if (process.env.UPDATE_GOLDEN === '1') {
        await mkdir(GOLDEN, { recursive: true })
        await writeFile(file, text)
      }
      expect(text).toBe(await readFile(file, 'utf8'))
    },
  )

  it('never lets a value of the request into the text', () => {
    const evil = "x') OR 1=1 --"
    const plan = {
      ...planned({}),
      conditions: [{ kind: 'in', dimension: 'region1', codes: [evil] }] as const,
    }
    const { text, params } = compileMetrics(plan)
    expect(text).not.toContain('OR 1=1')
    expect(Object.values(params)).toContainEqual([evil])
  })

  it('reads nothing for a scope that shows nothing', () => {
    const { text } = compileMetrics(planned({}, { scope: { kind: 'nothing' } }))
    expect(text).toMatch(/AND false/)
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
