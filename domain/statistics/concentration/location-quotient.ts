import type { Interval } from '../wilson.js'

export interface LocationQuotient extends Interval {
  /** (cell ÷ row) ÷ (column ÷ all): how many times the share that is common. */
  readonly quotient: number
}

const Z = 1.959963984540054

/**
 * How many times as large a share something has here as everywhere, with its 95 % interval
 * exp(ln LQ ± 1.96 √(1 ÷ cell − 1 ÷ row + 1 ÷ column − 1 ÷ all)). S. Moineddin, J. Beyene, E. Boyle, Canadian Studies
 * in Population 30 (2003); D. Katz et al., Biometrics 34 (1978) 469–474 (ratio of proportions).
 *
 * @param cell cases of this kind here; row: all cases here; column: this kind everywhere; all: everything.
 * @returns bounds are null where the cell is empty; all are null where row or column is.
 */
export function locationQuotient(
  cell: number,
  row: number,
  column: number,
  all: number,
): { readonly quotient: number | null; readonly lower: number | null; readonly upper: number | null } {
  if (row === 0 || column === 0) return { quotient: null, lower: null, upper: null }
  const quotient = cell / row / (column / all)
  if (cell === 0) return { quotient, lower: null, upper: null }
  const factor = Math.exp(Z * Math.sqrt(Math.max(0, 1 / cell - 1 / row + 1 / column - 1 / all)))
  return { quotient, lower: quotient / factor, upper: quotient * factor }
}
