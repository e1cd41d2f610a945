/** One row as it stands in the file, every cell as text. */
export interface SourceRow {
  /** Where a person finds the row in the file: the row of the worksheet, or the line on which the CSV record begins. */
  readonly rowNo: number
  readonly cells: readonly string[]
}

/** A file opened for reading: its heads are known, its rows come as they are asked for. */
export interface SourceTable {
  readonly heads: readonly string[]
  /** Reads on, many rows at a time: a step per row would cost more than the row. A fault of the file is thrown as LoadRefused. */
  readonly rows: AsyncIterable<readonly SourceRow[]>
  /** Lets go of the file, read to the end or not. */
  close(): void
}

/** Whether no cell holds anything: such a row is no row. */
export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')
