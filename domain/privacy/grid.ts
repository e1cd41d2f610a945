/** One number of a table, or one of its totals. */
export interface Cell {
  /** Index of its row and column; the totals of the columns stand in row `rows`, those of the rows in column `columns`. */
  readonly row: number
  readonly column: number
  readonly value: number
  /** The equations in which it stands: a row and a column of the table with its totals. */
  readonly lines: readonly Line[]
}

/**
 * One equation: the parts add up to their total. A cell counts +1 as a part and −1 as a total (and the total of all
 * +1 in both its lines), so that every line sums to 0.
 */
export interface Line {
  readonly kind: 'row' | 'column'
  readonly cells: Cell[]
}

/** A table with its totals. A list (one column) has only the equation of its total. */
export interface Grid {
  readonly rows: number
  readonly columns: number
  /** The cells of the table itself. */
  readonly inner: readonly Cell[]
  readonly rowTotals: readonly Cell[]
  readonly columnTotals: readonly Cell[]
  readonly total: Cell
  at(row: number, column: number): Cell
}

/** Is the cell a total in the sense of `Line`: does it count −1? */
export const isTotal = (grid: Grid, cell: Cell): boolean =>
  (cell.row === grid.rows) !== (cell.column === grid.columns) || (isList(grid) && cell === grid.total)

const isList = (grid: Grid): boolean => grid.rowTotals.length === 0

/** Builds the table with its totals; a table of one row is turned into a list of its cells. */
export function gridOf(counts: readonly (readonly number[])[]): Grid {
  const width = counts[0]?.length ?? 0
  if (counts.some((row) => row.length !== width)) throw new RangeError('rows of different lengths')
  const rows = counts.length
  return rows > 1 && width > 1 ? tableOf(counts, rows, width) : listOf(counts, rows, width)
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

/** Indexes cells by place. */
function finder(cells: readonly Cell[]): (row: number, column: number) => Cell {
  const byPlace = new Map(cells.map((cell) => [`${cell.row}/${cell.column}`, cell]))
  return (row, column) => {
    const cell = byPlace.get(`${row}/${column}`)
    if (!cell) throw new RangeError(`no cell ${row}/${column}`)
    return cell
  }
}

function listOf(counts: readonly (readonly number[])[], rows: number, columns: number): Grid {
  const line: Line = { kind: 'column', cells: [] }
  const put = (row: number, column: number, value: number): Cell => {
    const cell = { row, column, value, lines: [line] }
    line.cells.push(cell)
    return cell
  }
  const inner = counts.flatMap((values, row) => values.map((value, column) => put(row, column, value)))
  const total = put(rows, columns, sum(counts.flat()))
  return { rows, columns, inner, rowTotals: [], columnTotals: [], total, at: finder(inner) }
}

function tableOf(counts: readonly (readonly number[])[], rows: number, columns: number): Grid {
  const extended = [
    ...counts.map((values) => [...values, sum(values)]),
    [
      ...Array.from({ length: columns }, (_, j) => sum(counts.map((values) => values[j] ?? 0))),
      sum(counts.flat()),
    ],
  ]
  const rowLines = extended.map((): Line => ({ kind: 'row', cells: [] }))
  const columnLines = Array.from({ length: columns + 1 }, (): Line => ({ kind: 'column', cells: [] }))
  const cells = extended.flatMap((values, row) =>
    values.map((value, column) => {
      const lines = [rowLines[row], columnLines[column]].filter((line) => line !== undefined)
      const cell: Cell = { row, column, value, lines }
      for (const line of lines) line.cells.push(cell)
      return cell
    }),
  )
  const at = finder(cells)
  return {
    rows,
    columns,
    inner: cells.filter((cell) => cell.row < rows && cell.column < columns),
    rowTotals: cells.filter((cell) => cell.row < rows && cell.column === columns),
    columnTotals: cells.filter((cell) => cell.row === rows && cell.column < columns),
    total: at(rows, columns),
    at,
  }
}
