import type { Member } from '../answer.js'
import type { Mark, TilesModel } from '../model.js'
import { markOf, type Setting } from './mark.js'

/**
 * A schematic map: every member stands on its place of the grid. One without a row is not a zero: the answer says
 * nothing of it, because the viewer does not see it or it was no more in the period.
 */
export function prepareTiles(
  setting: Setting,
  measure: string,
  members: readonly Member[],
  note: string,
): TilesModel {
  const { table, t } = setting
  const { label, unit } = setting.names.measure(measure)
  const rows = new Map(table.rows.map((row) => [row.keys[0] ?? '', row]))
  const dimension = table.dimensions[0]
  const picked = dimension ? setting.picked(dimension) : []
  const absent = (member: Member): Mark => ({
    code: member.code,
    label: member.name,
    value: null,
    n: 0,
    state: 'noData',
    text: t('state.noData'),
    change: '',
    lower: null,
    upper: null,
    lines: [member.name, table.period.label, t('chart.notSeen')],
    faded: picked.length > 0 && !picked.includes(member.code),
    isOthers: false,
  })
  const marks = members.flatMap((member) => {
    if (!member.tile) return []
    const row = rows.get(member.code)
    const mark = row ? markOf(row, setting, measure) : absent(member)
    return [{ ...mark, label: member.name, x: member.tile.x, y: member.tile.y }]
  })
  return {
    kind: 'tiles',
    measure: label,
    unit,
    map: `tiles-${dimension ?? ''}-${marks.length}`,
    marks,
    max: Math.max(0, ...marks.map((mark) => mark.value ?? 0)),
    note,
    noData: t('state.noData'),
  }
}

/** Rows that have no place on the grid: 未知, and members without a tile. */
export function offTheMap(setting: Setting, measure: string, members: readonly Member[]): Mark[] {
  const placed = new Set(members.flatMap((member) => (member.tile ? [member.code] : [])))
  return setting.table.rows
    .filter((row) => !placed.has(row.keys[0] ?? ''))
    .map((row) => markOf(row, setting, measure))
}
