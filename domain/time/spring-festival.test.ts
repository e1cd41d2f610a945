import { describe, expect, it } from 'vitest'
import { daysBetweenFestivals, springFestival } from './spring-festival.js'

/** As published in China. */
const PUBLISHED =
  `2004-01-22 2005-02-09 2006-01-29 2007-02-18 2008-02-07 2009-01-26 2010-02-14 2011-02-03 2012-01-23
  2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01
  2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-03`.split(/\s+/)

describe('springFestival', () => {
  it.each(PUBLISHED)('knows %s', (day) => expect(springFestival(Number(day.slice(0, 4)))).toBe(day))

  it('knows where the calendar of Node and its browsers is a day off', () => {
    expect([springFestival(1954), springFestival(2027), springFestival(2030)]).toEqual([
      '1954-02-03',
      '2027-02-06',
      '2030-02-03',
    ])
  })

  it('lies between 21 January and 21 February, twelve or thirteen moons after the one before', () => {
    for (let year = 1901; year <= 2100; year++) {
      const day = springFestival(year) ?? ''
      expect(day.slice(5) >= '01-21' && day.slice(5) <= '02-21', day).toBe(true)
      if (year === 1901 || year === 2100) continue
      const between = daysBetweenFestivals({ from: day, to: day }) ?? 0
      expect([353, 354, 355, 383, 384, 385], day).toContain(between)
    }
  })

  it('ends where the table does', () => {
    expect([springFestival(1900), springFestival(2101)]).toEqual([null, null])
  })
})
