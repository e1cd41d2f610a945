import { type Watch, arrivalNote } from '@fengsui/domain/metrics/arrivals'
import { MEASURES } from '@fengsui/domain/metrics/measures'
import type { Text } from '@fengsui/domain/metrics/model'
import { COMPARISONS } from '@fengsui/domain/time/comparison'
import { periodLabel } from '@fengsui/domain/time/period'
import type { MemberLists } from '../office/member-lists.js'
import { divisorOf } from './exposure.js'
import type { Plan } from './plan.js'

/** What has to stand below an answer for it to be read right, beside the formulas. */
export interface Remarks {
  readonly hidden: number
  readonly unknownShown: boolean
  readonly immature: boolean
  /** Sources that are behind the as-of day: name and the day up to which they are complete. */
  readonly watch: Watch | null
  readonly behind: readonly { readonly name: Text; readonly asOf: string }[]
}

/** The notes below an answer: the formula of every measure, both dates of a comparison, and what is special. */
export function footnotesOf(plan: Plan, remarks: Remarks, lists: MemberLists, locale: keyof Text): string[] {
  const notes: Text[] = plan.query.measures.map((id) => {
    const { label, formula } = MEASURES[id]
    return { zh: `${label.zh}＝${formula.zh}`, en: `${label.en} = ${formula.en}` }
  })
  for (const { kind, period } of plan.periods) {
    if (kind === 'base') continue
    const { zh, en } = COMPARISONS[kind].label
    notes.push({
      zh: `${zh}：与${periodLabel(period, 'zh')}比`,
      en: `${en}: against ${periodLabel(period, 'en')}`,
    })
  }
  for (const id of plan.query.measures) {
    const divisor = divisorOf(plan, lists, id, [])
    if (divisor)
      notes.push({
        zh: `${MEASURES[id].label.zh}的分母截至${divisor.asOf}`,
        en: `The denominator of "${MEASURES[id].label.en}" is as of ${divisor.asOf}`,
      })
  }
  if (remarks.immature)
    notes.push({
      zh: '受理未满90日的举报不计入查实率（受理口径）',
      en: 'Reports accepted less than 90 days ago are not in the verified share (of accepted)',
    })
  if (remarks.unknownShown)
    notes.push({
      zh: '“未知”为来源未填报的举报，计入合计',
      en: '"Unknown" are reports for which the source did not say; they are in the total',
    })
  if (remarks.hidden > 0)
    notes.push({
      zh: '少于3件的数据及可据以推算的数据已隐去',
      en: 'Numbers below 3, and those that would give them away, are hidden',
    })
  if (remarks.watch) notes.push(arrivalNote(remarks.watch))
  for (const { name, asOf } of remarks.behind) {
    notes.push({ zh: `${name.zh}的数据只到${asOf}`, en: `${name.en} is complete only up to ${asOf}` })
  }
  return notes.map((note) => note[locale])
}
