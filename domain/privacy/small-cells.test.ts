import { describe, expect, it } from 'vitest'
import { suppressSmallCells } from './small-cells.js'

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

/** A repeatable source of numbers, so that a failure can be seen again. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return state / 2 ** 32
  }
}

type Table = readonly (readonly number[])[]

/**
 * The attacker: every table of whole numbers that agrees with all that is shown and with the totals he may ask for.
 * Written without the code under test: plain enumeration.
 */
function possibleTables(
  table: Table,
  hidden: Table | readonly (readonly boolean[])[],
  totalHidden: boolean,
): number[][] {
  const cells = table.flat()
  const masked = hidden.flat().map(Boolean)
  const floor = cells.some((value, i) => masked[i] && value === 0) ? 0 : 1
  const total = sum(cells)
  const rows = table.map((row) => sum(row))
  const columns = (table[0] ?? []).map((_, j) => sum(table.map((row) => row[j] ?? 0)))
  const known = (totals: number[]): boolean[] =>
    table.length > 1 && columns.length > 1
      ? suppressSmallCells(totals.map((value) => [value])).cells.map((cell) => !cell[0])
      : totals.map(() => false)
  const knownRows = known(rows)
  const knownColumns = known(columns)
  const limit = totalHidden ? total + 2 : total
  const found: number[][] = []
  const guess = [...cells]
  const fits = (): boolean =>
    (totalHidden || sum(guess) === total) &&
    rows.every(
      (value, i) => !knownRows[i] || sum(guess.slice(i * columns.length, (i + 1) * columns.length)) === value,
    ) &&
    columns.every(
      (value, j) => !knownColumns[j] || sum(guess.filter((_, k) => k % columns.length === j)) === value,
    )
  const tryFrom = (i: number): void => {
    if (i === cells.length) {
      if (fits()) found.push([...guess])
      return
    }
    if (!masked[i]) return tryFrom(i + 1)
    for (let value = floor; value <= limit; value++) {
      guess[i] = value
      if (sum(guess.filter((_, k) => k <= i)) <= limit) tryFrom(i + 1)
    }
    guess[i] = cells[i] ?? 0
  }
  tryFrom(0)
  return found
}

/** Asserts that no hidden cell has the same value in all possible tables. */
function expectSafe(table: Table): void {
  const { cells, total } = suppressSmallCells(table)
  const context = JSON.stringify({ table, cells, total })
  const flat = table.flat()
  const masked = cells.flat()
  flat.forEach((value, i) => {
    if (value === 1 || value === 2) expect(masked[i], context).toBe(true)
  })
  if (sum(flat) === 1 || sum(flat) === 2) expect(total, context).toBe(true)
  if (!masked.includes(true)) return
  const possible = possibleTables(table, cells, total)
  expect(possible.length, context).toBeGreaterThan(0)
  masked.forEach((hidden, i) => {
    if (hidden && flat[i] !== 0)
      expect(new Set(possible.map((guess) => guess[i])).size, `${context} cell ${i}`).toBeGreaterThan(1)
  })
}

describe('suppressSmallCells', () => {
  const hiddenOf = (values: number[]): number[] => {
    const { cells } = suppressSmallCells(values.map((value) => [value]))
    return cells.flatMap((row, i) => (row[0] ? [i] : []))
  }

  it('leaves a table alone in which nothing is small', () => {
    expect(
      suppressSmallCells([
        [3, 0],
        [10, 7],
      ]),
    ).toEqual({
      cells: [
        [false, false],
        [false, false],
      ],
      total: false,
    })
  })

  it('hides a second cell beside a single small one, the smallest, so that the total does not tell', () => {
    expect(hiddenOf([2, 40, 9, 12, 0])).toEqual([0, 2])
  })

  it('hides a third where two cells of one case would be told by their sum', () => {
    expect(hiddenOf([1, 1, 8, 20])).toEqual([0, 1, 2])
  })

  it('hides zeros only where nothing else is left', () => {
    expect(hiddenOf([1, 1, 1, 0])).toEqual([0, 1, 2, 3])
  })

  it('hides a total of one or two cases', () => {
    expect(suppressSmallCells([[2], [0]])).toEqual({ cells: [[true], [false]], total: true })
  })

  it('keeps cells hidden that another number of theirs hides, and protects them too', () => {
    const { cells } = suppressSmallCells([[50], [9], [30]], [[true]])
    expect(cells).toEqual([[true], [true], [false]])
  })

  it('keeps the large numbers of a sparse table by hiding its zeros with its small ones', () => {
    const table = [
      [22, 18, 1, 0, 0, 1],
      [26, 1, 0, 0, 1, 0],
      [1, 0, 9, 1, 0, 0],
      [0, 1, 0, 1, 0, 14],
    ]
    const { cells } = suppressSmallCells(table)
    const shown = table.flatMap((row, i) => row.filter((_, j) => !cells[i]?.[j]))
    expect(shown.sort((a, b) => a - b)).toEqual([9, 14, 18, 22, 26])
  })

  it('protects a small cell of a table along its row and its column', () => {
    const { cells } = suppressSmallCells([
      [1, 10, 20],
      [30, 11, 40],
      [50, 60, 70],
    ])
    expect(cells).toEqual([
      [true, true, false],
      [true, true, false],
      [false, false, false],
    ])
  })

  it('is safe against an attacker who enumerates all lists', () => {
    const next = random(1)
    for (let run = 0; run < 400; run++) {
      const length = 1 + Math.floor(next() * 5)
      expectSafe(Array.from({ length }, () => [Math.floor(next() ** 2 * 8)]))
    }
  })

  it('is safe against an attacker who enumerates all tables and asks for their row and column totals', () => {
    const next = random(2)
    for (let run = 0; run < 250; run++) {
      const columns = 2 + Math.floor(next() * 2)
      const row = (): number[] => Array.from({ length: columns }, () => Math.floor(next() ** 2 * 6))
      expectSafe(Array.from({ length: 2 + Math.floor(next() * 2) }, row))
    }
  })
})
