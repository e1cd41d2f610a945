import { binomialQuantile } from '@fengsui/domain/statistics/distributions/discrete'
import { funnelLimits } from '@fengsui/domain/statistics/fairness/funnel'
import { formatInterval, formatNumber, type Translate } from '../format.js'
import type { FunnelModel, Mark } from '../model.js'
import { markOf, type Setting } from './mark.js'

/** Where one member in twenty, and one in five hundred, would lie outside by chance alone. */
const WARNING = 0.95
const ALARM = 0.998
/** Places at which the limits are drawn. */
const STEPS = 48
/** Room to the right of the member with the most cases. */
const ROOM = 1.05

/**
 * A rate of each member against the number of its cases, and how far from the rate of all of them chance alone may take
 * it. D. Spiegelhalter, Statistics in Medicine 24 (2005) 1185–1202.
 *
 * @param measure one whose numbers are parts of a whole, 0–1.
 */
export function prepareFunnel(setting: Setting, measure: string): FunnelModel {
  const { table, t } = setting
  const entry = setting.names.measure(measure)
  const target = table.total.values[table.measures.indexOf(measure)]?.value ?? null
  const hasLimits = target !== null && target > 0 && target < 1
  const marks = table.rows.flatMap((row) => {
    const mark = markOf(row, setting, measure)
    const { value } = mark
    if (value === null || mark.n < 1) return []
    return [target !== null && hasLimits ? placed({ ...mark, value }, target, t) : within({ ...mark, value })]
  })
  const most = Math.ceil(Math.max(0, ...marks.map(({ n }) => n)) * ROOM)
  return {
    kind: 'funnel',
    measure: entry.label,
    better: entry.better,
    target,
    lineNames: {
      target: t('chart.funnelTarget', { text: formatNumber(target ?? 0, 'percent') }),
      warning: t('chart.funnelWithin', { range: '95%' }),
      alarm: t('chart.funnelWithin', { range: '99.8%' }),
    },
    across: t('chart.funnelAcross'),
    marks,
    limits: hasLimits
      ? placesUpTo(most).map((n) => ({
          n,
          warning: funnelLimits(n, target, WARNING),
          alarm: funnelLimits(n, target, ALARM),
        }))
      : [],
  }
}

type Point = FunnelModel['marks'][number]
type Known = Mark & { readonly value: number }

const within = (mark: Known): Point => ({ ...mark, side: 'within', far: false })

/**
 * Where a member lies beside its limits, also said in words. A number of cases is whole: what is still within are the
 * counts between two quantiles, while the drawn limits run smoothly between them.
 */
function placed(mark: Known, target: number, t: Translate): Point {
  const [warning, alarm] = [countsWithin(mark.n, target, WARNING), countsWithin(mark.n, target, ALARM)]
  const count = Math.round(mark.value * mark.n)
  const outside = count < warning.lower ? 'below' : 'within'
  const side = count > warning.upper ? 'above' : outside
  const range = formatInterval({ lower: warning.lower / mark.n, upper: warning.upper / mark.n }, 'percent')
  return {
    ...mark,
    side,
    far: count > alarm.upper || count < alarm.lower,
    lines: [...mark.lines, t('chart.funnelRange', { range }), t(`chart.funnel.${side}`)],
  }
}

/** The counts of `n` cases that chance alone gives with a probability of at least `confidence`. */
function countsWithin(n: number, target: number, confidence: number) {
  const tail = (1 - confidence) / 2
  return { lower: binomialQuantile(tail, n, target), upper: binomialQuantile(1 - tail, n, target) }
}

/** Whole numbers from 1, denser where the funnel is narrow. */
function placesUpTo(most: number): number[] {
  if (most < 1) return []
  const places = Array.from({ length: STEPS }, (_, at) => Math.round(most ** (at / (STEPS - 1))))
  return [...new Set(places)]
}
