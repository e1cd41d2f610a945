import type { Incidents } from './incidents.js'

/** What a series is of; the order is that of the screening, from the whole down. */
export const FAMILIES = ['office', 'industry', 'region', 'issue', 'industryIssue', 'regionIssue'] as const
export type Family = (typeof FAMILIES)[number]

/** Positions in the lists of the incidents; 0 is every one of them. */
export interface Place {
  readonly region: number
  readonly industry: number
  readonly issue: number
}

export const EVERYWHERE: Place = { region: 0, industry: 0, issue: 0 }

const AXES = {
  office: [],
  industry: ['industry'],
  region: ['region'],
  issue: ['issue'],
  industryIssue: ['industry', 'issue'],
  regionIssue: ['region', 'issue'],
} as const satisfies Record<Family, readonly (keyof Place)[]>

/** What makes one cell of a family: one axis, two, or none. */
export const axesOf = (family: Family): readonly (keyof Place)[] => AXES[family]

const WIDTH = 1 << 16

/** The number of the cell that an incident lies in; -1 where one of its members is not known. */
export function cellOf(family: Family, incidents: Incidents, row: number): number {
  let key = 0
  for (const axis of AXES[family]) {
    const member = incidents[axis][row] ?? 0
    if (member === 0) return -1
    key = key * WIDTH + member
  }
  return key
}

/** The members of a cell. */
export function placeOf(family: Family, cell: number): Place {
  const axes: readonly (keyof Place)[] = AXES[family]
  const place = { region: 0, industry: 0, issue: 0 }
  axes.forEach((axis, at) => {
    place[axis] = Math.floor(cell / WIDTH ** (axes.length - 1 - at)) % WIDTH
  })
  return place
}

/** The cell of a family that has these members; the others are not looked at. */
export const cellAt = (family: Family, place: Place): number =>
  AXES[family].reduce((key, axis) => key * WIDTH + place[axis], 0)

/** Does an incident lie within a place? */
export const isWithin = (incidents: Incidents, row: number, { region, industry, issue }: Place): boolean =>
  (region === 0 || incidents.region[row] === region) &&
  (industry === 0 || incidents.industry[row] === industry) &&
  (issue === 0 || incidents.issue[row] === issue)

/** The rows that lie in each cell, in their order. */
export function rowsOfCells(family: Family, incidents: Incidents, rows: Int32Array): Map<number, number[]> {
  const cells = new Map<number, number[]>()
  for (const row of rows) {
    const cell = cellOf(family, incidents, row)
    if (cell < 0) continue
    const own = cells.get(cell)
    if (own) own.push(row)
    else cells.set(cell, [row])
  }
  return cells
}

/** How many rows lie in each cell. */
export function countCells(family: Family, incidents: Incidents, rows: Int32Array): Map<number, number> {
  const counts = new Map<number, number>()
  for (const row of rows) {
    const cell = cellOf(family, incidents, row)
    if (cell >= 0) counts.set(cell, (counts.get(cell) ?? 0) + 1)
  }
  return counts
}
