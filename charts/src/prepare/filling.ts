import { formatNowcast, formatNumber, formatValue, type Translate } from '../format.js'
import type { Row, Unit, Value } from '../answer.js'
import type { Filling } from '../model.js'
import type { Setting } from './mark.js'

/** A number as it is printed, and beside it what it is expected to grow to where its days are still being entered. */
export function countedText(value: Value, unit: Unit, t: Translate): string {
  const text = formatValue(value, unit, t)
  if (!value.nowcast) return text
  return `${t('chart.filled', { count: text })}${t('list.parts')}${formatNowcast(value.nowcast, t)}`
}

/**
 * What the last points of a series grow to; null where all are whole.
 *
 * @param values aligned with the buckets.
 */
export function fillingOf(values: readonly (Value | undefined)[], t: Translate): Filling | null {
  const points = values.map((value) => value?.nowcast ?? null)
  return points.some((point) => point !== null)
    ? { name: t('chart.fillingName'), more: t('chart.fillingMore'), points }
    : null
}

/** Has any number of a row still to grow? */
export const isFilling = (row: Row | undefined): boolean =>
  row?.values.some(({ nowcast }) => nowcast) === true

/** The newest number that still grows and what to, as a sentence after another one; only of an answer without members. */
export function withFilling(sentence: string, { table, t }: Pick<Setting, 'table' | 't'>): string {
  if (table.dimensions.length > 0) return sentence
  const last = table.rows.findLast(isFilling)
  const value = last?.values.find(({ nowcast }) => nowcast)
  const bucket = table.buckets.find(({ key }) => key === last?.bucket)
  if (!value?.nowcast || !bucket) return sentence
  return t('chart.filling', {
    sentence,
    bucket: bucket.label,
    count: formatNumber(value.value ?? 0, 'cases'),
    expected: formatNowcast(value.nowcast, t),
  })
}
