import type { MatrixModel } from '../model.js'

/** A pair of members and how much more often it occurs than its parts say. */
export interface Pair {
  readonly row: string
  readonly rowLabel: string
  readonly column: string
  readonly columnLabel: string
  readonly value: number
  readonly text: string
  readonly lines: readonly string[]
}

/** Pairs as a matrix: rows and columns in the order in which they come first, so that the strongest stands in the corner. */
export function prepareRankedMatrix(pairs: readonly Pair[]): MatrixModel {
  const rows = new Map(pairs.map(({ row, rowLabel }) => [row, rowLabel]))
  const columns = new Map(pairs.map(({ column, columnLabel }) => [column, columnLabel]))
  const [rowCodes, columnCodes] = [[...rows.keys()], [...columns.keys()]]
  return {
    kind: 'matrix',
    unit: 'cases',
    rows: [...rows].map(([code, label]) => ({ code, label })),
    columns: [...columns].map(([code, label]) => ({ code, label })),
    cells: pairs.map(({ row, column, columnLabel, value, text, lines }) => ({
      ...{ code: column, label: columnLabel, value, n: value, state: 'ok' as const, text, change: '', lines },
      ...{ lower: null, upper: null, faded: false, isOthers: false, rowCode: row },
      column: columnCodes.indexOf(column),
      row: rowCodes.indexOf(row),
    })),
    max: Math.max(0, ...pairs.map(({ value }) => value)),
  }
}
