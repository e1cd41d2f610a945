import type { MappedRow } from '../map/row-mapper.js'
import type { SourceRow, SourceTable } from '../sources/table.js'
import type { StageFile } from './stage-file.js'

/** What was staged. */
interface StagedRows {
  readonly rows: number
  /** The latest day on which something happened in the file; null if no row became a fact. */
  readonly latestDay: string | null
}

/** Maps every row of a table into the stage file. `onRows` hears the count after every block. */
export async function stageRows(
  table: SourceTable,
  map: (row: SourceRow) => MappedRow,
  stage: StageFile,
  options: { readonly signal: AbortSignal; readonly onRows: (rows: number) => void },
): Promise<StagedRows> {
  let rows = 0
  let latestDay: string | null = null
  for await (const block of table.rows) {
    for (const row of block) {
      const mapped = map(row)
      const written = stage.write(mapped)
      if (written) await written
      rows += 1
      if (mapped.fact !== null && (latestDay === null || mapped.stateDay > latestDay))
        latestDay = mapped.stateDay
    }
    options.signal.throwIfAborted()
    options.onRows(rows)
  }
  options.signal.throwIfAborted()
  await stage.finish()
  return { rows, latestDay }
}
