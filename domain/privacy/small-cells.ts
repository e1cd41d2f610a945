import { canVary } from './attacker.js'
import { type Cell, type Grid, gridOf } from './grid.js'

/** From this many cases on a number may leave the office; 1 and 2 point at a person. */
export const SMALLEST_SHOWN = 3

const isSmall = (value: number): boolean => value > 0 && value < SMALLEST_SHOWN

export interface Suppression {
  /** Same shape as the table: true where the number must not leave. */
  readonly cells: readonly (readonly boolean[])[]
  /** The total of the table must not leave either. */
  readonly total: boolean
}

/**
 * Decides which numbers of a table of case counts are hidden before it leaves the office: those of 1 and 2 cases, and
 * as many others as it takes that no total gives them away (primary and complementary cell suppression; L. H. Cox,
 * JASA 75 (1980) 377–385). The reader is taken to know every shown cell, the total, the totals of every row and column
 * (he can ask for them), that numbers are whole, and that a hidden cell is not 0 unless zeros were hidden. For him no
 * hidden number is then determined exactly.
 *
 * Zeros are shown as long as that costs no number worth reading. In a sparse table it does: there all that is below 3
 * is hidden alike, zeros too, and the large numbers stay.
 *
 * @param counts rows of one or more columns, all of one length; absent combinations are 0. One column is a list.
 * @param hidden cells that are hidden for another reason already (another number of the same cell was small).
 */
export function suppressSmallCells(
  counts: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[] = [],
): Suppression {
  const grid = gridOf(counts)
  const showingZeros = hide(grid, (cell) => isSmall(cell.value) || isHidden(hidden, cell))
  const lost = valueHidden(showingZeros)
  if (lost === 0 || !isTable(grid)) return described(grid, counts, showingZeros)
  const hidingZeros = hide(grid, (cell) => cell.value < SMALLEST_SHOWN || isHidden(hidden, cell))
  return described(grid, counts, valueHidden(hidingZeros) < lost ? hidingZeros : showingZeros)
}

const isTable = (grid: Grid): boolean => grid.rows > 1 && grid.columns > 1

const isHidden = (hidden: readonly (readonly boolean[])[], cell: Cell): boolean =>
  hidden[cell.row]?.[cell.column] ?? false

/** The cases in hidden numbers that are not small themselves: what the reader loses for the sake of others. */
function valueHidden(suppressed: ReadonlySet<Cell>): number {
  return [...suppressed].reduce((sum, { value }) => sum + (value >= SMALLEST_SHOWN ? value : 0), 0)
}

/** Hides the totals that are small, the cells that are `primary`, and what it takes beside them. */
function hide(grid: Grid, primary: (cell: Cell) => boolean): Set<Cell> {
  const suppressed = new Set<Cell>()
  if (isTable(grid)) hideTotals(grid, suppressed)
  if (isSmall(grid.total.value)) suppressed.add(grid.total)
  for (const cell of grid.inner) if (primary(cell)) suppressed.add(cell)
  complement(grid, suppressed)
  return suppressed
}

const described = (
  grid: Grid,
  counts: readonly (readonly number[])[],
  suppressed: ReadonlySet<Cell>,
): Suppression => ({
  cells: counts.map((row, i) => row.map((_, j) => suppressed.has(grid.at(i, j)))),
  total: suppressed.has(grid.total),
})

/** Totals of rows and columns that the reader would not be told if he asked for them. */
function hideTotals(grid: Grid, suppressed: Set<Cell>): void {
  const rows = suppressSmallCells(grid.rowTotals.map((cell) => [cell.value]))
  const columns = suppressSmallCells(grid.columnTotals.map((cell) => [cell.value]))
  grid.rowTotals.forEach((cell, i) => rows.cells[i]?.[0] && suppressed.add(cell))
  grid.columnTotals.forEach((cell, j) => columns.cells[j]?.[0] && suppressed.add(cell))
}

/** Hides further cells, one at a time, until the reader can determine none of the hidden ones. */
function complement(grid: Grid, suppressed: Set<Cell>): void {
  for (;;) {
    const floor = floorOf(grid, suppressed)
    const exposed = grid.inner.find(
      (cell) => cell.value > 0 && suppressed.has(cell) && !canVary(grid, suppressed, cell, floor),
    )
    if (!exposed) return
    const helpers = rectangleOf(grid, suppressed, exposed) ?? helperOf(grid, suppressed, exposed)
    for (const cell of helpers ?? [...grid.inner, grid.total]) suppressed.add(cell)
    if (!helpers) return
  }
}

/** Zeros are hidden only where nothing else helps; from then on the reader must reckon with them. */
function floorOf(grid: Grid, suppressed: ReadonlySet<Cell>): 0 | 1 {
  const uncertain = (cell: Cell): boolean =>
    cell.value === 0 && suppressed.has(cell) && canVary(grid, suppressed, cell, 0)
  return grid.inner.some(uncertain) ? 0 : 1
}

/** What hiding a cell costs the reader; hiding a zero only helps where nothing else does. */
const cost = (cell: Cell): number => (cell.value === 0 ? Infinity : cell.value)

/** The cheapest three cells that make a rectangle with an exposed one: they cover its row and its column at once. */
function rectangleOf(grid: Grid, suppressed: ReadonlySet<Cell>, exposed: Cell): Cell[] | null {
  if (grid.rowTotals.length === 0) return null
  let best: Cell[] | null = null
  let least = Infinity
  for (const far of grid.inner) {
    if (far.row === exposed.row || far.column === exposed.column) continue
    const corners = [far, grid.at(exposed.row, far.column), grid.at(far.row, exposed.column)]
    const open = corners.filter((cell) => !suppressed.has(cell))
    const price = open.length === 0 ? Infinity : open.reduce((sum, cell) => sum + cost(cell), 0)
    if (price < least) [best, least] = [open, price]
  }
  return best
}

/** The cheapest single cell to hide with an exposed one: on the line that hides least. */
function helperOf(grid: Grid, suppressed: ReadonlySet<Cell>, exposed: Cell): Cell[] | null {
  const open = (cell: Cell): boolean =>
    !suppressed.has(cell) && cell.row < grid.rows && cell.column < grid.columns
  const cheapest = (cells: readonly Cell[]): Cell | undefined =>
    cells
      .filter(open)
      .reduce<Cell | undefined>((best, cell) => (best && cost(best) <= cost(cell) ? best : cell), undefined)
  const hiddenOn = (cells: readonly Cell[]): number => cells.filter((cell) => suppressed.has(cell)).length
  const lines = exposed.lines.map((line) => line.cells).sort((a, b) => hiddenOn(a) - hiddenOn(b))
  const helpers = [...lines, grid.inner].map(cheapest).filter((cell) => cell !== undefined)
  const helper = helpers.find((cell) => cell.value > 0) ?? helpers[0]
  return helper ? [helper] : null
}
