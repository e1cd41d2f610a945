import type { Within } from '../access/scope.js'
import type { Locale, MemberLists } from '../office/member-lists.js'
import type { Condition } from '../query/plan.js'

/** More names than this are not read. */
const MOST_NAMES = 12

/** A restriction of the cases in words: 举报渠道：电话、网页. */
export function conditionWords(condition: Condition, lists: MemberLists, locale: Locale): string {
  const zh = locale === 'zh'
  switch (condition.kind) {
    case 'nothing':
      return zh ? '没有可看的案件' : 'no case may be seen'
    case 'in':
      return membersWords(condition, lists, locale)
    case 'anyOf':
      return condition.within.map((each) => membersWords(each, lists, locale)).join(zh ? '，或' : ', or ')
    case 'notThese': {
      const names = condition.members.map((codes) =>
        condition.dimensions.map((id, i) => lists.label(id, codes[i] ?? '', locale)).join(' × '),
      )
      return `${zh ? '不含' : 'without '}${listed(names, locale)}`
    }
  }
}

function membersWords({ dimension, codes }: Within, lists: MemberLists, locale: Locale): string {
  const names = codes.map((code) => lists.label(dimension, code, locale))
  return `${lists.dimensionLabel(dimension)[locale]}${locale === 'zh' ? '：' : ': '}${listed(names, locale)}`
}

function listed(names: readonly string[], locale: Locale): string {
  const zh = locale === 'zh'
  const more = names.length > MOST_NAMES ? (zh ? `等${names.length}项` : ` … (${names.length})`) : ''
  return names.slice(0, MOST_NAMES).join(zh ? '、' : ', ') + more
}
