import { describe, expect, it } from 'vitest'
import { expectedLines, type Expected } from './expected-lines'

const SENTENCES: readonly Expected[] = [
  { letters: 110, whole: true },
  { letters: 58 },
  { letters: 100 },
  { letters: 85 },
  { letters: 115 },
]

describe('the lines that are kept for sentences', () => {
  it.each([
    // What Chromium made of sentences of 88, 54, 97, 77 and 111 letters: width of their list, columns, lines.
    [342, 1, 4 + 2 + 4 + 3 + 5],
    [704, 1, 2 + 1 + 2 + 2 + 2],
    [960, 2, 2 + 3 + 3],
    [1140, 2, 1 + 3 + 3],
    [1300, 2, 1 + 2 + 2],
    [1780, 2, 1 + 2 + 2],
  ] as const)('in %i px and %i columns are %i, or up to one a sentence more', (width, columns, taken) => {
    const lines = expectedLines(SENTENCES, { width, columns, locale: 'zh' })
    expect(lines).toBeGreaterThanOrEqual(taken)
    expect(lines).toBeLessThanOrEqual(taken + SENTENCES.length)
  })

  it('are more in English, and fewer the wider the list', () => {
    const inEnglish = expectedLines(SENTENCES, { width: 342, columns: 1, locale: 'en' })
    expect(inEnglish).toBeGreaterThan(expectedLines(SENTENCES, { width: 342, columns: 1, locale: 'zh' }))
    const widths = [100, 342, 704, 1300, 1780, 3000]
    const lines = widths.map((width) => expectedLines(SENTENCES, { width, columns: 1, locale: 'zh' }))
    expect(lines).toEqual([...lines].sort((a, b) => b - a))
    expect(expectedLines([], { width: 342, columns: 1, locale: 'zh' })).toBe(0)
  })

  it('a row of two columns is as high as the longer of the two', () => {
    const stand = { width: 500, columns: 2, locale: 'zh' } as const
    const long = expectedLines([{ letters: 100 }], stand)
    expect(expectedLines([{ letters: 5 }, { letters: 100 }, { letters: 5 }], stand)).toBe(long + 1)
  })
})
