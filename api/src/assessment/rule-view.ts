import type { DeductionRule as Rule } from '@fengsui/domain/assessment/deduction-rules'
import type { Locale } from '../office/member-lists.js'
import type { DeductionRule } from './assessment.models.js'
import { EXEMPTION_WORDS, STEP_NAMES } from './words.js'

/** The rules of a table in words, each version by itself. */
export const rulesTold = (rules: readonly Rule[], locale: Locale): DeductionRule[] =>
  rules.map((rule) => ({
    id: `${rule.id}.${rule.from}`,
    text: rule.text,
    terms: termsOf(rule, locale),
    basis: rule.basis,
    from: rule.from,
    to: rule.to,
    proposed: rule.proposed,
  }))

function termsOf({ trigger, points, cap, exempt, steps }: Rule, locale: Locale): string {
  const isZh = locale === 'zh'
  const spared = exempt.map((reason) => EXEMPTION_WORDS[reason][locale]).join(isZh ? '、' : ', ')
  const loop = steps.map((step) => STEP_NAMES[step][locale]).join(isZh ? '、' : ', ')
  const each = trigger === 'leak' ? '次' : '件'
  return isZh
    ? [
        `每${each}扣${points}分`,
        ...(cap === null ? [] : [`每季度封顶${cap}分`]),
        ...(loop === '' ? [] : [`闭环指${loop}各在期限内完成，每件只扣一次，记在最先届满的期限上`]),
        '计入期限届满之日所在季度和当日承办的单位',
        ...(spared === '' ? [] : [`${spared}的不扣`]),
      ].join('；')
    : [
        `${points} points each`,
        ...(cap === null ? [] : [`at most ${cap} in a quarter`]),
        ...(loop === ''
          ? []
          : [`to be ${loop} within the limits; each case once, with the limit that ran out first`]),
        'counted in the quarter in which the limit ran out, for the unit that had the case that day',
        ...(spared === '' ? [] : [`not for cases ${spared}`]),
      ].join('; ')
}
