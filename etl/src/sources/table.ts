/** One row as it stands in the file, every cell as text. */
export interface SourceRow {
  /** 1 = the first row below the heads; blank rows are not counted. */
  readonly rowNo: number
  readonly cells: readonly string[]
}

/** A file opened for reading: its heads are known, its rows come as they are asked for. */
export interface SourceTable {
  readonly heads: readonly string[]
  /** Reads on. A fault of the file (not of a row) is thrown as LoadRefused. */
  readonly rows: AsyncIterable<SourceRow>
  /** Lets go of the file, read to the end or not. */
  close(): void
}

/** Whether no cell holds anything: such a row is no row. */
export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')
