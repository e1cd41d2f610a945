import { formatNumber } from '../format.js'
import type { Change, Row, Unit, Value } from '../answer.js'
import type { Mark, TerritoryModel } from '../model.js'
import type { Layout } from '../territory/layout.js'
import { type Scale, type View, scaleOf } from '../territory/scale.js'
import { clusterMarks } from './clusters.js'
import { linesOf, markOf, type Setting, silentMarkOf } from './mark.js'

/** What of an answer is shown on a map. */
export interface Shown {
  readonly measure: string
  readonly view: View
  /** 审图号, or that the map is 示意图. */
  readonly note: string
}

/** Fewer cases than this say little; the area is hatched. */
const FEW = 5
/** Areas with names and numbers in them; more are told by the tooltip and the table. */
const MOST_LABELLED = 80

/** The numbers that an answer puts on a map, so that several answers can have one scale. */
export const drawnNumbers = (setting: Asking, shown: Pick<Shown, 'measure' | 'view'>): (number | null)[] =>
  setting.table.rows.filter((row) => row.keys[0] !== '').map((row) => drawnOf(row, setting, shown).drawn)

/** One number on a map: what the colour says, what stands in the area, and whether it is of few cases. */
interface Drawn {
  readonly drawn: number | null
  /** '' where it is the number as it is printed everywhere. */
  readonly text: string
  /** How the answer says the change; '' where none is drawn. */
  readonly change: string
  readonly few: boolean
}

type Asking = Pick<Setting, 'table' | 'names'>
const NOTHING: Drawn = { drawn: null, text: '', change: '', few: false }

function drawnOf(
  row: Row,
  { table, names }: Asking,
  { measure, view }: Pick<Shown, 'measure' | 'view'>,
): Drawn {
  const at = table.measures.indexOf(measure)
  const value = row.values[at]
  const entry = names.measure(measure)
  if (!value || value.value === null) return NOTHING
  if (view === 'value') return { ...NOTHING, drawn: value.value, few: isFew(value, entry.additive) }
  if (view === 'share') {
    const whole = table.total.values[at]?.value
    if (!whole) return NOTHING
    const share = value.value / whole
    return { ...NOTHING, drawn: share, text: formatNumber(share, 'percent'), few: isFew(value, true) }
  }
  const change = value.changes[table.comparedPeriods.findIndex(({ kind }) => kind === view)]
  if (!change || change.difference === null) return NOTHING
  const { difference, text } = change
  return {
    drawn: difference,
    text: signed(difference, entry.unit),
    change: text,
    few: isFewChange(value, change),
  }
}

/** A difference with its sign; one of percentages is in points, as the legend says. */
function signed(difference: number, unit: Unit): string {
  const size = Math.abs(difference)
  const text = unit === 'percent' ? (size * 100).toFixed(1) : formatNumber(size, unit)
  return difference === 0 ? text : `${difference > 0 ? '+' : '-'}${text}`
}

const isFew = ({ value, n, state }: Value, additive: boolean): boolean =>
  state === 'tooFew' || (additive ? value !== null && value > 0 && value < FEW : n > 0 && n < FEW)

const isFewChange = (value: Value, change: Change): boolean =>
  value.state === 'tooFew' || (value.n + change.n > 0 && Math.min(value.n, change.n) < FEW)

/**
 * A map of an answer over regions. An area without a row is not a zero: the answer says nothing of it, because the
 * viewer does not see it or it was no more in the period.
 *
 * @param scale that of several pictures together; absent, this one's own.
 */
export function prepareTerritory(
  setting: Setting,
  layout: Layout,
  shown: Shown,
  scale?: Scale,
): TerritoryModel {
  const { table, t, names } = setting
  const rows = new Map(table.rows.map((row) => [row.keys[0] ?? '', row]))
  const dimension = table.dimensions[0] ?? ''
  const picked = setting.picked(dimension)
  const clusters = clusterMarks(setting, layout)
  /** Which clusters an area is in. */
  const inside = (at: number): string[] =>
    clusters.filter(({ places }) => places.includes(at)).map(({ text }) => text)
  const marks = layout.outlines.map(({ code, name }, at): TerritoryModel['marks'][number] => {
    const row = rows.get(code)
    const faded = picked.length > 0 && !picked.includes(code)
    if (!row) {
      const lines = [name, table.period.label, t('chart.notSeen'), ...inside(at)]
      const none = { value: null, n: 0, state: 'noData' as const, change: '', lower: null, upper: null }
      return {
        ...none,
        code,
        label: name,
        text: t('state.noData'),
        lines,
        faded,
        isOthers: false,
        drawn: null,
        few: false,
      }
    }
    const mark = silentMarkOf(row, setting, shown.measure)
    const { drawn, text, change, few } = drawnOf(row, setting, shown)
    return {
      ...mark,
      ...{ label: name, drawn, few, text: text || mark.text, change: change || mark.change },
      get lines() {
        return [...linesOf(row, setting), ...inside(at)]
      },
    }
  })
  return {
    kind: 'territory',
    measure: names.measure(shown.measure).label,
    layout,
    marks,
    scale: scale ?? scaleOf(shown.view, drawnNumbers(setting, shown)),
    labelled: marks.length <= MOST_LABELLED,
    unit: unitOf(shown, names.measure(shown.measure).unit),
    note: shown.note,
    clusters,
  }
}

/** In what the ends of the scale are written. */
function unitOf({ view }: Shown, unit: TerritoryModel['unit']): TerritoryModel['unit'] {
  return view === 'share' ? 'percent' : unit
}

/** What the answer has beside the areas of the map: 未知, and regions that the map does not have. Nothing of none is left out. */
export function offTheMap(setting: Setting, measure: string, { outlines }: Layout): readonly Mark[] {
  const placed = new Set(outlines.map(({ code }) => code))
  return setting.table.rows
    .filter((row) => !placed.has(row.keys[0] ?? ''))
    .map((row) => markOf(row, setting, measure))
    .filter(({ value }) => value !== 0)
}
