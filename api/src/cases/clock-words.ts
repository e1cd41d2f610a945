import type { Text } from '@fengsui/domain/metrics/model'
import type { ClockState } from '@fengsui/domain/rules/clock-state'
import type { ExtensionState } from '@fengsui/domain/rules/extension'
import type { Locale } from '../office/member-lists.js'

/** How a limit stands, as people say it. */
export function clockWords(state: ClockState, days: number, locale: Locale): string {
  const size = Math.abs(days)
  const words: Readonly<Record<ClockState, Text>> = {
    met: { zh: '按期', en: 'in time' },
    late: { zh: `超期${size}天`, en: `${size} days late` },
    overdue: { zh: `已超期${size}天`, en: `${size} days overdue` },
    running:
      size === 0 ? { zh: '今日到期', en: 'due today' } : { zh: `剩${size}天`, en: `${size} days left` },
  }
  return words[state][locale]
}

const UNKNOWN = {
  fatal: {
    zh: '涉及人员死亡，由政府组织核查，不计部门期限',
    en: 'a death: checked by the government, no limit of a unit',
  },
  calendar: { zh: '日历未公布', en: 'calendar not published' },
  noRule: { zh: '没有期限（来源未填，规则未定）', en: 'no limit (not given, no rule)' },
} as const satisfies Record<string, Text>

/** Why a limit is not known. */
export const unknownWords = (why: keyof typeof UNKNOWN, locale: Locale): string => UNKNOWN[why][locale]

export const EXTENSION_WORDS: Readonly<Record<Exclude<ExtensionState, 'none'>, Text>> = {
  granted: { zh: '期限内批准，有效', en: 'approved in time' },
  capped: { zh: '期限内批准，超出最长天数的部分无效', en: 'approved in time, cut to the longest' },
  late: { zh: '期限届满后批准，无效', en: 'approved after the limit: does not count' },
  asked: { zh: '已申请，待批准', en: 'asked for, not answered yet' },
  unanswered: { zh: '已申请，期限内未获批准', en: 'asked for, not approved before the limit ended' },
}
