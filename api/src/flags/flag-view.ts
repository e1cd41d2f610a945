import { MONTH } from '@fengsui/domain/flags/series'
import { type Day, addDays, monthStart } from '@fengsui/domain/time/day'
import type { Flag as FlagRow } from '@fengsui/prisma/metadata'
import type { Scope } from '../access/scope.js'
import type { Locale, MemberLists } from '../office/member-lists.js'
import type { FoundSignal } from './findings.js'
import { signalOf } from './flag-life.js'
import type { Flag, FlagSeries } from './flag.models.js'
import { type Say, aboutOf, sentenceOf } from './sentence.js'
import { countFor, enterpriseFor, maySee } from './sight.js'
import { CAUTION_TEXTS, LEAD_TEXTS, LEVEL_TEXTS, RULE_TEXTS, STATE_TEXTS, WORD_TEXTS } from './words.js'

/** What flags are told with. */
export interface FlagTelling {
  readonly lists: MemberLists
  readonly locale: Locale
  readonly scope: Scope
  /** Day of the newest screening. */
  readonly asOf: Day
}

const isoOf = (date: Date | null): Day | null => date && date.toISOString().slice(0, 10)

/** A flag as its reader may see it. */
export function flagView(row: FlagRow, { lists, locale, scope, asOf }: FlagTelling): Flag {
  const signal = signalOf(row)
  const { word, level, rule, lead, region, industry, issue } = signal
  const say: Say = (count) =>
    countFor(scope, count)?.toString() ?? (locale === 'zh' ? '不足3' : 'fewer than 3')
  const lastDay = isoOf(row.lastDay) ?? ''
  return {
    id: row.id,
    ...{ word, level, rule, state: row.state, industry, issue },
    wordLabel: WORD_TEXTS[word][locale],
    levelLabel: LEVEL_TEXTS[level][locale],
    ruleLabel: lead === null ? RULE_TEXTS[rule][locale] : LEAD_TEXTS[lead][locale],
    stateLabel: STATE_TEXTS[row.state][locale],
    title: titleOf(signal, lists, locale),
    sentence: sentenceOf(signal, lists, locale, say),
    ...{ from: signal.from, to: signal.to, firstDay: isoOf(row.firstDay) ?? '', lastDay },
    ongoing: lastDay >= asOf,
    observed: countFor(scope, signal.observed),
    expected: signal.expected,
    regions: signal.regions.length > 0 ? [...signal.regions] : region === '' ? [] : [region],
    enterprise: enterpriseFor(scope, signal.enterprise),
    cautions: cautionsOf(signal, locale),
    withoutAbnormal: withoutAbnormal(signal, { lists, locale, scope }, say),
    // The count of a wider place is that of others' cases too.
    also: signal.also
      .filter((each) => maySee(scope, { ...each, regions: [], word }))
      .map((each) => {
        const about = aboutOf(each, lists, locale)
        return locale === 'zh' ? `${about}${say(each.observed)}件` : `${about}: ${say(each.observed)}`
      }),
    departments: departmentsOf(signal, lists, locale),
    snoozedUntil: isoOf(row.snoozedUntil),
    // A picture is made of counts: who is shown no small ones is shown none.
    series: scope.smallCells === 'always' ? null : seriesOf(signal),
  }
}

/** The same flag without abnormal reports; what says that it falls away is a sentence as well. */
function withoutAbnormal(
  signal: FoundSignal,
  { lists, locale, scope }: Omit<FlagTelling, 'asOf'>,
  say: Say,
): Flag['withoutAbnormal'] {
  if (signal.withoutAbnormal === null) return null
  const { observed, holds, told } = signal.withoutAbnormal
  const about = aboutOf(signal, lists, locale)
  const fallen =
    locale === 'zh'
      ? `剔除异常举报后，${about}只剩${say(observed)}件，不再成立。`
      : `Without abnormal reports ${say(observed)} are left of ${about}; it does not hold.`
  return {
    holds,
    observed: countFor(scope, observed),
    level: told?.level ?? (holds ? signal.level : null),
    levelLabel: told ? LEVEL_TEXTS[told.level][locale] : holds ? LEVEL_TEXTS[signal.level][locale] : null,
    sentence: told
      ? sentenceOf(told, lists, locale, say)
      : holds
        ? sentenceOf(signal, lists, locale, say)
        : fallen,
    series: told && scope.smallCells !== 'always' ? seriesOf(told) : null,
  }
}

/** What a flag is about; of a cluster the place in its middle. */
export function titleOf(signal: FoundSignal, lists: MemberLists, locale: Locale): string {
  const [centre, ...around] = signal.regions
  if (centre === undefined) return aboutOf(signal, lists, locale)
  const place = lists.label('region1', centre, locale)
  const more = around.length === 0 ? '' : locale === 'zh' ? '一带' : ' and around'
  const what = signal.industry === '' ? '' : lists.label('industry1', signal.industry, locale)
  return locale === 'zh' ? `${place}${more}${what}举报聚集` : `${place}${more} ${what}`.trim()
}

function cautionsOf({ cautions, campaigns, withoutAbnormal }: FoundSignal, locale: Locale): string[] {
  const between = locale === 'zh' ? '：' : ': '
  const told = cautions.map((caution) => {
    const text = CAUTION_TEXTS[caution][locale]
    return caution === 'campaign' ? `${text}${between}${campaigns.join(locale === 'zh' ? '、' : ', ')}` : text
  })
  if (withoutAbnormal !== null && withoutAbnormal.holds)
    told.push(
      locale === 'zh'
        ? `剔除异常举报后为${withoutAbnormal.observed}件，仍成立`
        : `${withoutAbnormal.observed} without abnormal reporters; it still holds`,
    )
  return told
}

/** 三管三必须: the competent unit of the sector first, then who supervises it, then the area. */
export function departmentsOf(signal: FoundSignal, lists: MemberLists, locale: Locale): string[] {
  const industry = signal.industry || signal.mainIndustry
  const supervisors = industry === '' ? [] : (lists.find('industry1', industry)?.supervisors ?? [])
  const region = signal.region || (signal.regions[0] ?? '')
  return [
    ...supervisors.map((code) => lists.label('department', code, locale)),
    ...(region === '' ? [] : [lists.label('region1', region, locale)]),
  ]
}

function seriesOf({ series }: FoundSignal): FlagSeries | null {
  if (series === null) return null
  const { start, periodDays, counts, expected, upper } = series
  const monthly = periodDays === MONTH
  return {
    starts: counts.map((_, at) => (monthly ? monthStart(start, at) : addDays(start, at * periodDays))),
    counts: [...counts],
    expected: [...expected],
    upper: [...upper],
    monthly,
  }
}
