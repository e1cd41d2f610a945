import type { FlagThresholds } from '@fengsui/domain/flags/thresholds'
import type { Text } from '@fengsui/domain/metrics/model'
import type { Locale } from '../office/member-lists.js'
import type { TestedFamily } from './findings.js'
import type { FlagNumber } from './flag-detail.models.js'

const FAMILY_TEXTS: Readonly<Record<string, Text>> = {
  office: { zh: '全区', en: 'Whole office' },
  industry: { zh: '行业领域', en: 'Sectors' },
  region: { zh: '区域', en: 'Areas' },
  issue: { zh: '事项', en: 'Issues' },
  industryIssue: { zh: '行业 × 事项', en: 'Sector × issue' },
  regionIssue: { zh: '区域 × 事项', en: 'Area × issue' },
  'rise.industry': { zh: '行业领域按月趋势', en: 'Sectors, month by month' },
  'rise.issue': { zh: '事项按月趋势', en: 'Issues, month by month' },
  'rise.industryIssue': { zh: '行业 × 事项按月趋势', en: 'Sector × issue, month by month' },
}

const small = (value: number): string =>
  value > 0 && value < 0.001 ? value.toExponential(1) : String(Number(value.toPrecision(2)))

/** How many series of each family were tested, and the smallest p and q among them. */
export function familyNumbers(tested: readonly TestedFamily[], locale: Locale): FlagNumber[] {
  return tested.map(({ family, columns, rows }) => {
    const least = (name: string): number =>
      Math.min(1, ...rows.map((row) => Number(row[columns.indexOf(name)])))
    const text =
      locale === 'zh'
        ? `检验${rows.length}个序列，最小p ${small(least('p'))}，最小q ${small(least('q'))}`
        : `${rows.length} series, least p ${small(least('p'))}, least q ${small(least('q'))}`
    return { label: FAMILY_TEXTS[family]?.[locale] ?? family, text }
  })
}

/** What a run was made with, as far as it decides what is called 提醒 or 关注. */
export function thresholdNumbers(of: FlagThresholds, locale: Locale): FlagNumber[] {
  const { budget, emerging, tendency, concentrated, cluster, abnormal } = of
  const lines: readonly (readonly [zh: string, en: string, zhText: string, enText: string])[] = [
    [
      '误报预算',
      'Budget of false alarms',
      `全区每年提醒${budget.alertsPerYear}次、关注${budget.watchesPerYear}次`,
      `${budget.alertsPerYear} alerts, ${budget.watchesPerYear} watches a year`,
    ],
    [
      '同一举报人重复反映',
      'Repeated by one reporter',
      `${of.onceInDays}日内只计一次`,
      `counted once in ${of.onceInDays} days`,
    ],
    [
      '苗头性窗口',
      'Emerging: window',
      `近${emerging.windowDays}日，与此前${emerging.baselineWindows}个同长时段比`,
      `${emerging.windowDays} days beside ${emerging.baselineWindows} before`,
    ],
    [
      '苗头性最少',
      'Emerging: at least',
      `${emerging.leastCases}件、${emerging.leastReporters}名举报人，p＜${emerging.p}`,
      `${emerging.leastCases} cases, ${emerging.leastReporters} reporters, p < ${emerging.p}`,
    ],
    [
      '按周判别的序列',
      'Judged by weeks',
      `满${emerging.longYears}年且近52周不少于${emerging.longCases}件`,
      `from ${emerging.longYears} years and ${emerging.longCases} cases a year on`,
    ],
    [
      '倾向性',
      'Tendency',
      `p≤${tendency.p}、q≤${tendency.q}，近3个月不低于上年同期的${tendency.ratio}倍`,
      `p ≤ ${tendency.p}, q ≤ ${tendency.q}, ${tendency.ratio} times last year's months`,
    ],
    [
      '集中',
      'Concentrated',
      `占比区间下限不低于全区的${concentrated.lowerQuotient}倍，不少于${concentrated.leastCases}件`,
      `${concentrated.lowerQuotient} times the share at least, ${concentrated.leastCases} cases`,
    ],
    [
      '聚集扫描',
      'Cluster scan',
      `近${cluster.days}日，最长${cluster.longest}日，${cluster.replications}次模拟`,
      `${cluster.days} days, ${cluster.longest} at most, ${cluster.replications} replications`,
    ],
    [
      '异常举报',
      'Abnormal reports',
      `${abnormal.days}日内举报${abnormal.enterprises}家以上单位${abnormal.reports}件以上且无一属实`,
      `${abnormal.reports} in ${abnormal.days} days on ${abnormal.enterprises} enterprises, none found right`,
    ],
  ]
  return lines.map(([zh, en, zhText, enText]) =>
    locale === 'zh' ? { label: zh, text: zhText } : { label: en, text: enText },
  )
}
