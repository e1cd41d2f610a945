import { formatNumber, type Translate } from '@fengsui/charts/format'
import type { AssessedUnitQuery, RankingQuery } from '../../graphql/generated/graphql'

export type Board = Extract<RankingQuery['ranking'], { __typename: 'RankingBoard' }>
export type League = Board['leagues'][number]
export type RankedUnit = League['units'][number]
export type UnitRate = RankedUnit['rates'][number]
export type UnitPage = Extract<AssessedUnitQuery['assessedUnit'], { __typename: 'AssessedUnit' }>
export type DeductionItem = UnitPage['items'][number]

/** Changes by a step that somebody takes; the cache cannot see it in an answer without any. */
export const STEP_TYPES = ['AssessmentTaken']

export const rateOf = ({ rates }: RankedUnit, measure: string): UnitRate | undefined =>
  rates.find((rate) => rate.measure === measure)

export const percent = (share: number): string => formatNumber(share, 'percent')

/** A rate as it stands in a cell, with what there is to know of it beside. */
export function rateTexts(
  rate: UnitRate | undefined,
  t: Translate,
): { text: string; note: string; isPale: boolean } {
  if (!rate || rate.state === 'suppressed') return { text: t('ranking.small'), note: '', isPale: true }
  const { n, share, lower, upper, state } = rate
  if (share === null || n === null || lower === null || upper === null)
    return { text: '—', note: t('ranking.noCase'), isPale: true }
  const few = state === 'tooFew'
  const interval = t('ranking.interval', { lower: percent(lower), upper: percent(upper) })
  return {
    text: percent(share),
    note: [t('ranking.n', { n }), few ? t('ranking.tooFew') : interval].join(' · '),
    isPale: few,
  }
}

/** Points as they are written: whole where they are. */
export const points = (value: number): string => String(Number(value.toFixed(2)))
