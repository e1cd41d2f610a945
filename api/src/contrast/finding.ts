import { SMALL_BASE } from '@fengsui/domain/metrics/change'
import type { Locale } from '../office/member-lists.js'
import type { Against } from './against.js'
import type { ContrastedMember } from './contrast.models.js'

interface Found {
  readonly against: Against
  readonly here: number
  readonly there: number
  /** Those that weigh most first. */
  readonly members: readonly ContrastedMember[]
}

/** A sentence holds no more than this. */
const NAMED = 3

const AGAINST_WORDS = {
  rest: { zh: '其余举报', en: 'the rest' },
  previous: { zh: '上期', en: 'the period before' },
  yearAgo: { zh: '去年同期', en: 'a year ago' },
} as const

/** What was found, in a sentence with its numbers; small numbers of cases are said to be small. */
export function findingOf(found: Found, locale: Locale): string {
  const { here, there, against, members } = found
  if (here < SMALL_BASE) return TOO_FEW[locale].replace('{n}', String(here))
  if (there === 0) return NOTHING_THERE[locale].replace('{against}', AGAINST_WORDS[against][locale])
  const sure = members.filter((each) => each.isSure && each.here > each.expected)
  if (sure.length === 0) return noneOf(found, locale)
  const named = sure.slice(0, NAMED).map((member) => memberWords(member, found, locale))
  if (locale === 'en')
    return `More than in ${AGAINST_WORDS[against].en}, beyond chance: ${named.join('; ')}${sure.length > NAMED ? `; and ${sure.length - NAMED} more` : ''}`
  const more = sure.length > NAMED ? `等${sure.length}类` : ''
  return `与${AGAINST_WORDS[against].zh}相比明显偏多的是：${named.join('、')}${more}`
}

function memberWords(member: ContrastedMember, { against, here, there }: Found, locale: Locale): string {
  const { label } = member
  if (against !== 'rest')
    return locale === 'zh'
      ? `${label}${member.here}件（按${AGAINST_WORDS[against].zh}应为${rounded(member.expected)}件）`
      : `${label} ${member.here} (${rounded(member.expected)} expected)`
  const [own, other] = [percent(member.here / here), percent(member.there / there)]
  return locale === 'zh'
    ? `${label}占${own}（其余举报中占${other}）`
    : `${label} ${own} (${other} of the rest)`
}

function noneOf({ against, members }: Found, locale: Locale): string {
  return locale === 'zh'
    ? `与${AGAINST_WORDS[against].zh}相比，检验了${members.length}类，没有哪一类偏多到超出偶然范围`
    : `Of ${members.length} kinds none is more than in ${AGAINST_WORDS[against].en} beyond chance`
}

const percent = (share: number): string => `${Math.round(share * 100)}%`
const rounded = (cases: number): string => (cases < 10 ? cases.toFixed(1) : String(Math.round(cases)))

const TOO_FEW = {
  zh: '样本不足：只有{n}件，少于5件不作比较；请放宽筛选或期间',
  en: 'Too few: {n} cases; with fewer than 5 nothing is compared. Widen the filters or the period',
}
const NOTHING_THERE = {
  zh: '{against}没有举报，无从比较；请换一种比较',
  en: 'There is no report in {against} to compare with; compare otherwise',
}
