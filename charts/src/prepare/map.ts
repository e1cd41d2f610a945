import type { Member } from '../answer.js'
import type { TerritoryModel } from '../model.js'
import { groundNote, type Ground } from '../territory/ground.js'
import { type Layout, type LayoutKind, layoutOf, layoutsOf } from '../territory/layout.js'
import type { View } from '../territory/scale.js'
import type { Setting } from './mark.js'
import { prepareTerritory } from './territory.js'

const NOWHERE: Ground = { boundaries: null, reviewNumber: '', schematic: '' }
const EMPTY: Layout = { kind: 'list', outlines: [], box: [0, 0, 1, 1] }

/**
 * A map of the first dimension of an answer.
 *
 * @param wanted how the areas are laid out, if they can be like this; null: the best that can be drawn.
 */
export function prepareMap(
  setting: Setting,
  measure: string,
  view: View,
  wanted: LayoutKind | null,
): TerritoryModel {
  const ground = groundOf(setting)
  const regions = regionsOf(setting)
  const possible = layoutsOf(regions, ground.boundaries !== null)
  const kind = possible.find((each) => each === wanted) ?? possible[0] ?? 'list'
  const layout = layoutOf(kind, regions, ground.boundaries) ?? EMPTY
  return prepareTerritory(setting, layout, { measure, view, note: groundNote(kind, ground) })
}

/** Can the first dimension be drawn as more than a list? */
export const isPlaced = (setting: Pick<Setting, 'table' | 'names' | 'ground'>): boolean =>
  layoutsOf(regionsOf(setting), groundOf(setting).boundaries !== null)[0] !== 'list'

const groundOf = ({ table, ground }: Pick<Setting, 'table' | 'ground'>): Ground =>
  ground?.(table.dimensions[0] ?? '') ?? NOWHERE

/** The members of the dimension; of a lower level those beside the ones that the answer speaks of, cases or not. */
function regionsOf({ table, names }: Pick<Setting, 'table' | 'names'>): readonly Member[] {
  const members = names.members(table.dimensions[0] ?? '').filter(({ code }) => code !== '')
  const answered = new Set(table.rows.map(({ keys }) => keys[0]))
  const parents = new Set(members.filter(({ code }) => answered.has(code)).map(({ parent }) => parent))
  return parents.size === 0 ? members : members.filter(({ parent }) => parents.has(parent))
}
