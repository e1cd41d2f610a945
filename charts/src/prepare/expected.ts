import type { MultiplesModel, TrendModel } from '../model.js'
import type { Translate } from '../format.js'

/** A series of counts beside what was expected of it. */
export interface Expected {
  /** First days of the periods. */
  readonly starts: readonly string[]
  readonly counts: readonly number[]
  readonly expected: readonly (number | null)[] | null
  /** Counts above are more than chance explains. */
  readonly upper: readonly (number | null)[] | null
  /** The periods are months of the calendar. */
  readonly monthly: boolean
}

/** 2026年9月, or the first day of a period. */
const labelOf = (start: string, monthly: boolean): string => (monthly ? start.slice(0, 7) : start)

/** Counts as a line, what was expected as a dashed one, and up to where chance reaches as a band. */
export function prepareExpected(
  { starts, counts, expected, upper, monthly }: Expected,
  t: Translate,
): TrendModel {
  const known = (values: readonly (number | null)[] | null) =>
    values?.some((value) => value !== null) === true
  const number = (value: number): string => String(Number(value.toFixed(1)))
  return {
    kind: 'trend',
    unit: 'cases',
    buckets: starts.map((start, at) => {
      const [e, u] = [expected?.[at] ?? null, upper?.[at] ?? null]
      const label = labelOf(start, monthly)
      return {
        ...{ key: start, to: start, label, partial: false },
        lines: [
          monthly ? label : t('chart.periodFrom', { day: label }),
          t('chart.observed', { count: String(counts[at] ?? 0) }),
          ...(e === null ? [] : [t('chart.expected', { count: number(e) })]),
          ...(u === null ? [] : [t('chart.upper', { count: number(u) })]),
        ],
      }
    }),
    series: [
      { name: t('chart.observedName'), dashed: false, colour: 0, values: counts },
      ...(known(expected)
        ? [{ name: t('chart.expectedName'), dashed: true, colour: 5 as const, values: expected ?? [] }]
        : []),
    ],
    band: known(upper) ? { name: t('chart.bandName'), upper: upper ?? [] } : null,
    highlight: null,
    notes: [],
  }
}

/** A little line for each series; one scale, so that they compare. */
export function prepareRises(
  rises: readonly {
    readonly label: string
    readonly text: string
    readonly starts: readonly string[]
    readonly counts: readonly number[]
  }[],
): MultiplesModel {
  const [first] = rises
  return {
    kind: 'multiples',
    unit: 'cases',
    buckets: (first?.starts ?? []).map((start) => ({
      ...{ key: start, label: start.slice(0, 7) },
      ...{ partial: false, isNoted: false, isFilling: false },
    })),
    panes: rises.map(({ label, text, starts, counts }, at) => ({
      ...{ code: String(at), label, text, values: counts, faded: false },
      lines: starts.map((start, nth) => [label, `${start.slice(0, 7)}  ${counts[nth] ?? 0}`]),
    })),
    max: Math.max(0, ...rises.flatMap(({ counts }) => counts)),
    notes: [],
  }
}
