import { formatNumber } from '../format.js'
import type { Change, Row, Value } from '../answer.js'
import type { TerritoryModel } from '../model.js'
import type { Layout } from '../territory/layout.js'
import { type Scale, type View, scaleOf } from '../territory/scale.js'
import { markOf, type Setting } from './mark.js'

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
export const drawnNumbers = (
  setting: Pick<Setting, 'table'>,
  shown: Pick<Shown, 'measure' | 'view'>,
): (number | null)[] =>
  setting.table.rows.filter((row) => row.keys[0] !== '').map((row) => drawnOf(row, setting, shown).drawn)

/** One number on a map: what the colour says, what stands in the area, and whether it is of few cases. */
interface Drawn {
  readonly drawn: number | null
  readonly text: string
  readonly few: boolean
}

function drawnOf(
  row: Row,
  { table, ...rest }: Pick<Setting, 'table'> & Partial<Setting>,
  { measure, view }: Pick<Shown, 'measure' | 'view'>,
): Drawn {
  const at = table.measures.indexOf(measure)
  const value = row.values[at]
  const nothing = { drawn: null, text: '', few: false }
  if (!value || value.value === null) return nothing
  if (view === 'value')
    return { drawn: value.value, text: '', few: isFew(value, rest.names?.measure(measure).additive ?? true) }
  if (view === 'share') {
    const whole = table.total.values[at]?.value
    if (!whole) return nothing
    const share = value.value / whole
    return { drawn: share, text: formatNumber(share, 'percent'), few: value.value > 0 && value.value < FEW }
  }
  const change = value.changes[table.comparedPeriods.findIndex(({ kind }) => kind === view)]
  if (!change || change.difference === null) return nothing
  return { drawn: change.difference, text: change.text, few: isFewChange(value, change) }
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
  const marks = layout.outlines.map(({ code, name }): TerritoryModel['marks'][number] => {
    const row = rows.get(code)
    const faded = picked.length > 0 && !picked.includes(code)
    if (!row) {
      const lines = [name, table.period.label, t('chart.notSeen')]
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
    const mark = markOf(row, setting, shown.measure)
    const { drawn, text, few } = drawnOf(row, setting, shown)
    return { ...mark, label: name, drawn, few, text: text || mark.text }
  })
  return {
    kind: 'territory',
    layout,
    marks,
    scale: scale ?? scaleOf(shown.view, drawnNumbers(setting, shown)),
    labelled: marks.length <= MOST_LABELLED,
    unit: unitOf(shown, names.measure(shown.measure).unit),
    note: shown.note,
  }
}

/** In what the ends of the scale are written. */
function unitOf({ view }: Shown, unit: TerritoryModel['unit']): TerritoryModel['unit'] {
  return view === 'share' ? 'percent' : unit
}
