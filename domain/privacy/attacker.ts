import { type Cell, type Grid, type Line, isTotal } from './grid.js'

/**
 * Could a hidden number be another one, as far as a reader knows who sees all that is not hidden? It could if it can
 * go up or down by one while other hidden numbers make up for it on every line: a closed path through the rows and
 * columns of the table. Because the equations of a table with totals are those of a network, such a path exists
 * whenever any other whole-number solution does.
 *
 * @param floor the smallest value that a hidden number of the table itself can have, as the reader knows.
 */
export function canVary(grid: Grid, suppressed: ReadonlySet<Cell>, cell: Cell, floor: number): boolean {
  return canMove(grid, suppressed, cell, 1, floor) || canMove(grid, suppressed, cell, -1, floor)
}

/** May the cell's signed value (a total counts negative) move by `step`? */
function mayMove(grid: Grid, cell: Cell, step: number, floor: number): boolean {
  const change = isTotal(grid, cell) ? -step : step
  const least = cell.row < grid.rows && cell.column < grid.columns ? floor : 0
  return change > 0 || cell.value > least
}

function canMove(
  grid: Grid,
  suppressed: ReadonlySet<Cell>,
  cell: Cell,
  step: number,
  floor: number,
): boolean {
  if (!mayMove(grid, cell, step, floor)) return false
  const [goal, start] = cell.lines.length === 2 ? [cell.lines[0], cell.lines[1]] : [undefined, cell.lines[0]]
  if (start === undefined) return true
  // Lines of the start's kind are put right by a move against `step`, lines of the goal's kind by one along it.
  const seen = new Set<Line>([start])
  const queue: Line[] = [start]
  for (let line = queue.shift(); line; line = queue.shift()) {
    const needed = line.kind === start.kind ? -step : step
    for (const other of line.cells) {
      if (other === cell || !suppressed.has(other) || !mayMove(grid, other, needed, floor)) continue
      const next = other.lines.find((candidate) => candidate !== line)
      if (next === goal) return true
      if (next && !seen.has(next)) {
        seen.add(next)
        queue.push(next)
      }
    }
  }
  return false
}
