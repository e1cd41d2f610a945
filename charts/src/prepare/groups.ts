import type { Row } from '../answer.js'
import type { SeriesColour } from '../model.js'
import type { Setting } from './mark.js'

/** Members of one dimension that are drawn as series, and what is drawn together as 其他. */
interface Groups {
  readonly members: readonly {
    readonly code: string
    readonly label: string
    readonly colour: SeriesColour
  }[]
  /** How many members more the answer has. */
  readonly beyond: number
}

const COLOURS: readonly SeriesColour[] = [0, 1, 2, 3, 4]

/** The first members of a dimension in the order of the answer, as many as there are colours. */
export function groupsOf({ table, t }: Setting, keyAt: number): Groups {
  const labels = new Map(
    table.rows.map((row) => [row.keys[keyAt] ?? '', row.labels[keyAt] || t('chart.unknown')]),
  )
  const all = [...labels].map(([code, label]) => ({ code, label }))
  const members = all.flatMap((member, nth) => {
    const colour = COLOURS[nth]
    return colour === undefined ? [] : [{ ...member, colour }]
  })
  return { members, beyond: all.length - members.length }
}

/** The value of a measure in a row; a bucket or combination without a row is zero of what may be added, else a gap. */
export function valueIn(row: Row | undefined, { table, names }: Setting, id: string): number | null {
  if (!row) return names.measure(id).additive ? 0 : null
  return row.values[table.measures.indexOf(id)]?.value ?? null
}
