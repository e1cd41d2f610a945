import { addDays } from '@fengsui/domain/time/day'
import type { Locale, MemberLists } from '../office/member-lists.js'
import type { Codes, FoundSignal } from './findings.js'
import { LEAD_TEXTS } from './words.js'

/** How counts are said: as they are, or small ones hidden. */
export type Say = (count: number) => string

const plain: Say = (count) => String(count)

/** Names of what a flag is about: 长坝镇“粉尘涉爆”. */
export function aboutOf(codes: Codes, lists: MemberLists, locale: Locale): string {
  const quote = (name: string): string => (locale === 'zh' ? `“${name}”` : `“${name}”`)
  const issue = codes.issue === '' ? '' : quote(issueName(codes.issue, lists, locale))
  const region = codes.region === '' ? '' : lists.label('region1', codes.region, locale)
  const industry = codes.industry === '' ? '' : lists.label('industry1', codes.industry, locale)
  const parts = [region, industry, issue].filter((part) => part !== '')
  if (parts.length === 0) return locale === 'zh' ? '全部举报' : 'All reports'
  return locale === 'zh' ? parts.join('') : parts.join(', ')
}

/** An issue of either level. */
export const issueName = (code: string, lists: MemberLists, locale: Locale): string =>
  lists.label(lists.has('issue2', code) ? 'issue2' : 'issue1', code, locale)

const number = (value: number): string => {
  if (value > 0 && value < LEAST_SAID) return `<${LEAST_SAID}`
  const digits = value >= 20 ? 0 : value >= 0.1 ? 1 : 2
  return value.toFixed(digits).replace(/\.0$/, '')
}
/** What is less is said to be less. */
const LEAST_SAID = 0.01

/** 9月1日; with its year where that is another one than that of the flag's end. */
const dayWords = (day: string, locale: Locale, year: string): string => {
  const [y = '', m = '', d = ''] = day.split('-')
  if (locale === 'en') return day
  return `${y === year ? '' : `${y}年`}${Number(m)}月${Number(d)}日`
}

function span({ from, to }: Pick<FoundSignal, 'from' | 'to'>, locale: Locale): string {
  const year = to.slice(0, 4)
  const [first, last] = [
    dayWords(from, locale, ''),
    dayWords(to, locale, from.slice(0, 4) === year ? year : ''),
  ]
  if (from === to) return dayWords(to, locale, '')
  return locale === 'zh' ? `${first}至${last}` : `${first} to ${last}`
}

/** How often chance alone would do it, in the whole office. */
export function chanceWords(perYear: number | null, locale: Locale): string {
  if (perYear === null) return ''
  const years = 1 / perYear
  if (locale === 'en') {
    if (perYear >= 1)
      return ` By chance alone the office would see such a thing about ${number(perYear)} times a year.`
    return years > 100
      ? ' By chance alone the office would see such a thing less than once in a hundred years.'
      : ` By chance alone the office would see such a thing about once in ${number(years)} years.`
  }
  if (perYear >= 1) return `仅凭偶然，全区一年也会出现约${number(perYear)}次这样的情况。`
  return years > 100
    ? '仅凭偶然，全区百年也难遇一次这样的情况。'
    : `仅凭偶然，全区约${number(years)}年才会出现一次这样的情况。`
}

function ratioWords({ ratio }: FoundSignal, locale: Locale): string {
  if (ratio === null || !(ratio.lower > 0)) return ''
  if (ratio.ratio === null || ratio.upper === null) {
    const least = number(ratio.lower)
    return locale === 'zh'
      ? `，此前没有，至少是其${least}倍（95%区间下限）`
      : `, none before: at least ${least} times that (95 % bound)`
  }
  const interval = `${number(ratio.lower)}–${number(ratio.upper)}`
  return locale === 'zh'
    ? `，是其${number(ratio.ratio)}倍（95%区间${interval}）`
    : `, ${number(ratio.ratio)} times that (95 % interval ${interval})`
}

function behindWords(signal: FoundSignal, locale: Locale, say: Say): string {
  const { enterprises, reporters, unknownReporters } = signal
  if (locale === 'en') {
    const unknown = unknownReporters > 0 ? ` (${say(unknownReporters)} of them cannot be told apart)` : ''
    const units = enterprises > 0 ? `${say(enterprises)} enterprises, ` : ''
    return ` Behind it: ${units}${say(reporters)} reporters${unknown}.`
  }
  const unknown = unknownReporters > 0 ? `（其中${say(unknownReporters)}名未留可辨认的联系方式）` : ''
  const units = enterprises > 0 ? `${say(enterprises)}家单位、` : ''
  return `涉及${units}${say(reporters)}名举报人${unknown}。`
}

/**
 * What a leader reads of a flag: what was seen and expected, how many times as much, in which days, how often chance alone
 * would do it, and how many stand behind it.
 */
export function sentenceOf(
  signal: FoundSignal,
  lists: MemberLists,
  locale: Locale,
  say: Say = plain,
): string {
  const body = locale === 'zh' ? chinese(signal, lists, say) : english(signal, lists, say)
  return `${body}${chanceWords(signal.perYear, locale)}${behindWords(signal, locale, say)}`
}

function chinese(signal: FoundSignal, lists: MemberLists, say: Say): string {
  const about = aboutOf(signal, lists, 'zh')
  const when = span(signal, 'zh')
  const n = say(signal.observed)
  const expected = number(signal.expected ?? 0)
  const ratio = ratioWords(signal, 'zh')
  switch (signal.rule) {
    case 'sprout':
    case 'increase':
    case 'oneEnterprise': {
      const base = signal.regime === 'weeks' ? '按近几年同期推算' : '按此前一年推算'
      const one =
        signal.rule === 'oneEnterprise'
          ? `其中${say(signal.topCases)}件指向同一单位，应视为该单位的问题。`
          : ''
      return `${about}${when}收到${n}件，${base}应有${expected}件左右${ratio}。${one}`
    }
    case 'cluster': {
      const centre = lists.label('region1', signal.regions[0] ?? '', 'zh')
      const where = signal.regions.length > 1 ? `以${centre}为中心的${signal.regions.length}个区域` : centre
      const what = signal.industry === '' ? '' : `${lists.label('industry1', signal.industry, 'zh')}`
      return `${when}，${where}${what}共收到${n}件，同期应有${expected}件${ratio}。`
    }
    case 'rise':
      return `${about}自${span({ from: signal.from, to: signal.from }, 'zh')}以来持续上升，近3个月${n}件，上年同期${
        signal.expected === null ? '没有数据' : `${say(Math.round(signal.expected))}件`
      }${signal.expected === 0 ? '' : ratio}。`
    case 'disproportion':
      return `近一年${about}收到${n}件，按全区构成应有${expected}件；占比是全区的${number(signal.ratio?.ratio ?? 0)}倍（95%区间${number(signal.ratio?.lower ?? 0)}–${number(signal.ratio?.upper ?? 0)}）。`
    case 'manyPlaces':
      return `${about}近一年${n}件，分布在${say(signal.areas)}个区域；已核查${say(signal.verified)}件，其中属实或部分属实${say(signal.founded)}件。`
    case 'lead':
      return `${LEAD_TEXTS[signal.lead ?? 'enterprise'].zh}：${about}${when}${signal.lead === 'relapse' ? '先后' : ''}收到${n}件${
        signal.lead === 'enterprise' ? '，指向同一单位' : ''
      }。`
  }
}

function english(signal: FoundSignal, lists: MemberLists, say: Say): string {
  const about = aboutOf(signal, lists, 'en')
  const when = span(signal, 'en')
  const n = say(signal.observed)
  const expected = number(signal.expected ?? 0)
  const ratio = ratioWords(signal, 'en')
  switch (signal.rule) {
    case 'sprout':
    case 'increase':
    case 'oneEnterprise': {
      const one =
        signal.rule === 'oneEnterprise' ? ` ${say(signal.topCases)} of them are about one enterprise.` : ''
      return `${about}: ${n} reports from ${when}, about ${expected} expected${ratio}.${one}`
    }
    case 'cluster': {
      const centre = lists.label('region1', signal.regions[0] ?? '', 'en')
      const what = signal.industry === '' ? '' : ` (${lists.label('industry1', signal.industry, 'en')})`
      return `${when}: ${n} reports in ${signal.regions.length} areas around ${centre}${what}, ${expected} expected${ratio}.`
    }
    case 'rise':
      return `${about} has risen since ${signal.from}: ${n} reports in the last three months, ${say(
        Math.round(signal.expected ?? 0),
      )} in the same of last year${signal.expected === 0 ? '' : ratio}.`
    case 'disproportion':
      return `${about}: ${n} reports in a year, ${expected} expected; the share is ${number(signal.ratio?.ratio ?? 0)} times that of all (95 % interval ${number(signal.ratio?.lower ?? 0)}–${number(signal.ratio?.upper ?? 0)}).`
    case 'manyPlaces':
      return `${about}: ${n} reports in a year in ${say(signal.areas)} areas; of ${say(signal.verified)} checked, ${say(signal.founded)} were found right at least in part.`
    case 'lead':
      return `${LEAD_TEXTS[signal.lead ?? 'enterprise'].en}: ${about}, ${n} reports, ${when}.`
  }
}

/** The day after which a flag that is put off comes back at the latest. */
export const longestSnooze = (asOf: string): string => addDays(asOf, 180)
