import type { FairMeasure } from '@fengsui/domain/assessment/assessment'
import { MEASURES } from '@fengsui/domain/metrics/measures'
import type { Text } from '@fengsui/domain/metrics/model'
import type { ListPaper } from '../exports/paper.js'
import type { Locale } from '../office/member-lists.js'
import type { League, RankedUnit, UnitRate } from './assessment.models.js'
import { LEAST_SHOWN } from './sight.js'

type Column = ListPaper['columns'][number]
type Cell = ListPaper['rows'][number][number]

/** What is said of the table as a whole. */
export interface PaperHead {
  readonly title: string
  readonly state: string
  readonly version: number
  readonly hash: string
  readonly asOf: string
  readonly base: number
  readonly locale: Locale
}

interface Part {
  readonly label: Text
  readonly unit: Column['unit']
  readonly cell: (unit: RankedUnit, league: League) => Cell
}

const HIDDEN = `<${LEAST_SHOWN}`
const NO_WORK: Text = { zh: '无办件', en: 'no case' }
const TOO_FEW: Text = { zh: '样本不足', en: 'too few' }

/** The leagues of a version as one list; the score and what chance leaves of the rates beside it stand in columns of their own. */
export function rankingPaper(leagues: readonly League[], head: PaperHead): ListPaper {
  const { title, state, version, hash, asOf, base, locale } = head
  const parts = [...partsOf(locale), PAST]
  const rows = leagues.flatMap((league) =>
    league.units.map((unit) => parts.map(({ cell }) => cell(unit, league))),
  )
  const isZh = locale === 'zh'
  return {
    title,
    about: {
      subtitle: isZh
        ? `第${version}版 · ${state} · 数据截至 ${asOf}`
        : `Version ${version} · ${state} · data as of ${asOf}`,
      notes: [
        isZh
          ? `满分${base}分，得分和名次只按扣分规则计；同分同名次，无办件的不排名`
          : `Of ${base} points by the deduction rules only; equal scores share a place, without a case there is none`,
        ...leagues.flatMap(({ name, fairness }) => fairness.map(({ sentence }) => `${name} ${sentence}`)),
        isZh
          ? `为保护举报人，1至${LEAST_SHOWN - 1}件写作“${HIDDEN}”`
          : `Counts of 1 to ${LEAST_SHOWN - 1} are written ${HIDDEN}`,
        isZh ? `校验码 ${hash}` : `Seal ${hash}`,
      ],
    },
    columns: parts.map(({ label, unit }, at) => ({ id: String(at), label: label[locale], unit })),
    rows,
    filters: '',
    asOf,
    total: rows.length,
    withheld: 0,
    holds: 'units',
  }
}

function partsOf(locale: Locale): readonly Part[] {
  return [
    { label: { zh: '组别', en: 'League' }, unit: null, cell: (_, { name }) => name },
    { label: { zh: '单位', en: 'Unit' }, unit: null, cell: ({ name }) => name },
    { label: { zh: '名次', en: 'Place' }, unit: 'cases', cell: ({ rank }) => rank ?? NO_WORK[locale] },
    {
      label: { zh: '得分', en: 'Score' },
      unit: 'points',
      cell: ({ rank, score }) => (rank === null ? '—' : score),
    },
    { label: { zh: '扣分', en: 'Deducted' }, unit: 'points', cell: ({ deducted }) => deducted },
    { label: { zh: '办件', en: 'Cases' }, unit: 'cases', cell: ({ handled }) => handled ?? HIDDEN },
    ...ratePartsOf('onTimeRate', MEASURES.onTimeRate.label, locale),
    ...ratePartsOf('verifiedShareOfChecked', { zh: '查实率', en: 'Verified' }, locale),
  ]
}

function ratePartsOf(measure: FairMeasure, called: Text, locale: Locale): readonly Part[] {
  const rateOf = ({ rates }: RankedUnit): UnitRate | undefined =>
    rates.find((rate) => rate.measure === measure)
  return [
    {
      label: called,
      unit: 'percent',
      cell: (unit) => {
        const rate = rateOf(unit)
        if (rate?.state === 'tooFew') return TOO_FEW[locale]
        return rate?.share ?? (rate?.state === 'suppressed' ? HIDDEN : '—')
      },
    },
    { label: { zh: 'n', en: 'n' }, unit: 'cases', cell: (unit) => rateOf(unit)?.n ?? HIDDEN },
    {
      label: { zh: '95%可能名次', en: 'Place with 95 %' },
      unit: 'cases',
      cell: (unit) => {
        const rate = rateOf(unit)
        if (!rate?.rankFrom) return '—'
        const group = rate.group === 'withinChance' ? CHANCE[locale] : rate.groupLabel
        return `${rate.rankFrom}–${rate.rankTo} ${group}`
      },
    },
  ]
}

const CHANCE: Text = { zh: '偶然', en: 'chance' }

const PAST: Part = {
  label: { zh: '前四季度名次', en: 'Last four quarters' },
  unit: 'cases',
  cell: ({ past }) => past.map(({ rank }) => rank ?? '—').join('、'),
}
