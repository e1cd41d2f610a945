import { describe, expect, it } from 'vitest'
import { againstRest, againstThen } from './contrast.js'

// Reference values: SciPy 1.17.1, hypergeom.cdf and .sf, binomtest; the smaller one-sided tail, doubled.

describe('against the rest', () => {
  it.each([
    [40, 60, 60, 303, 5.686207122854354e-12],
    [3, 7, 20, 80, 0.6375598723646223],
    [0, 12, 60, 140, 0.02386523304284853],
  ])('%i of those here, %i of the others', (here, there, own, other, p) => {
    const [found] = againstRest([{ here, there }], { here: own, there: other })
    expect(found?.p).toBeCloseTo(p, 12)
    expect(found?.q).toBe(found?.p)
    expect(found?.expected).toBeCloseTo(((here + there) * own) / (own + other), 12)
  })

  it('finds nothing where the shares are the same, and knows no order', () => {
    const pairs = [
      { here: 10, there: 30 },
      { here: 20, there: 60 },
      { here: 30, there: 10 },
    ]
    const totals = { here: 60, there: 100 }
    const found = againstRest(pairs, totals)
    expect(againstRest([...pairs].reverse(), totals)).toEqual([...found].reverse())
    expect(againstRest([{ here: 15, there: 25 }], totals)[0]).toMatchObject({ ratio: 1, p: 1 })
    for (const { p, q } of found) expect(q).toBeGreaterThanOrEqual(p)
  })

  it('has no ratio to what there is none of', () => {
    const [found] = againstRest([{ here: 4, there: 0 }], { here: 10, there: 50 })
    expect(found).toMatchObject({ ratio: null, lower: null, upper: null })
  })
})

describe('against another time', () => {
  it.each([
    [40, 10, 31, 30, 3.914337858598764e-5],
    [3, 3, 30, 30, 1],
    [0, 7, 30, 30, 0.015625],
  ])('%i now, %i then', (here, there, now, then, p) => {
    const [found] = againstThen([{ here, there }], { here: now, there: then })
    expect(found?.p).toBeCloseTo(p, 12)
    expect(found?.expected).toBeCloseTo((there * now) / then, 12)
  })

  it('has a ratio only where there was something', () => {
    const [none, gone] = againstThen(
      [
        { here: 5, there: 0 },
        { here: 0, there: 5 },
      ],
      { here: 30, there: 30 },
    )
    expect(none).toMatchObject({ ratio: null, lower: null })
    expect(gone).toMatchObject({ ratio: 0, lower: null })
  })
})
