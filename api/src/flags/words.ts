import type { Text } from '@fengsui/domain/metrics/model'
import type { Level } from '@fengsui/domain/flags/budget'
import type { LeadRule } from '@fengsui/domain/flags/leads'
import type { Caution, Rule, Word } from '@fengsui/domain/flags/signal'
import type { Regime } from '@fengsui/domain/flags/tested'

export const WORD_TEXTS: Readonly<Record<Word, Text>> = {
  lead: { zh: '重要线索', en: 'Important lead' },
  emerging: { zh: '苗头性', en: 'Emerging' },
  tendency: { zh: '倾向性', en: 'Tendency' },
  concentrated: { zh: '集中', en: 'Concentrated' },
  typical: { zh: '典型性', en: 'Typical' },
}

export const LEVEL_TEXTS: Readonly<Record<Level, Text>> = {
  alert: { zh: '提醒', en: 'Alert' },
  watch: { zh: '关注', en: 'Watch' },
  note: { zh: '备查', en: 'Note' },
}

/** What a rule asks, in a sentence. */
export const RULE_TEXTS: Readonly<Record<Rule, Text>> = {
  sprout: { zh: '近期突然增多，此前很少', en: 'Suddenly more of what was rare' },
  increase: { zh: '在已有基础上异常增多', en: 'Unusually more of what is known' },
  cluster: { zh: '时间和地点上聚集', en: 'Together in space and time' },
  rise: { zh: '按月持续上升', en: 'Rises month by month' },
  disproportion: { zh: '当地占比明显高于全区', en: 'A larger share here than everywhere' },
  manyPlaces: { zh: '多地、多家单位，多数查实', en: 'Many places and enterprises, mostly found right' },
  oneEnterprise: { zh: '增多集中在一家单位', en: 'The increase is one enterprise' },
  lead: { zh: '按重要线索规则列出', en: 'By the rules of leads' },
}

export const LEAD_TEXTS: Readonly<Record<LeadRule, Text>> = {
  concealedDeath: { zh: '瞒报谎报涉亡事故', en: 'Concealed death' },
  fatal: { zh: '涉及人员死亡', en: 'A death' },
  concealment: { zh: '瞒报谎报事故', en: 'Concealed accident' },
  relapse: { zh: '整改办结后再次举报（反弹）', en: 'Reported again after it was put right' },
  enterprise: { zh: '多次举报指向同一单位', en: 'Several reports on one enterprise' },
  fromAbove: { zh: '上级交办', en: 'Handed down from above' },
  majorHazard: { zh: '重大事故隐患', en: 'Major hazard' },
}

/** Rules of leads for which the data have no field. */
export const NOT_CARRIED_TEXTS: Readonly<Record<string, Text>> = {
  jointlySigned: { zh: '多人联名', en: 'signed by several' },
  media: { zh: '媒体曝光', en: 'in the media' },
}

/** Why a flag is to be trusted less; each goes behind the sentence. */
export const CAUTION_TEXTS: Readonly<Record<Caution, Text>> = {
  shortHistory: { zh: '历史不足一年，仅供关注', en: 'Less than a year of history' },
  campaign: {
    zh: '期间有专项行动或宣传，增多可能来自宣传',
    en: 'A campaign ran: more may be reported because of it',
  },
  abnormalReporter: { zh: '剔除异常举报后不再成立', en: 'Does not hold without abnormal reporters' },
  unknownReporters: {
    zh: '过半举报未留可辨认的联系方式，可能出自同一人',
    en: 'Most reporters cannot be told apart',
  },
  longStanding: { zh: '上一年已如此，属长期特点', en: 'It was so the year before' },
  season: { zh: '往年此时也偏多，已按季节折算', en: 'The season has more as a rule; allowed for' },
}

export const REGIME_TEXTS: Readonly<Record<Regime, Text>> = {
  weeks: { zh: '长序列：按周，改进Farrington法', en: 'Long series: by weeks, improved Farrington' },
  window: { zh: '短序列：30天窗口，Gamma–Poisson预测', en: 'Short series: 30 days, gamma–Poisson' },
  shortHistory: { zh: '历史不足一年：Gamma–Poisson预测', en: 'Less than a year: gamma–Poisson' },
}

export const STATE_TEXTS = {
  found: { zh: '新发现', en: 'Found' },
  judging: { zh: '研判', en: 'Judging' },
  reminded: { zh: '已提醒', en: 'Reminded' },
  assigned: { zh: '已交办', en: 'Assigned' },
  handling: { zh: '处置中', en: 'Handling' },
  closed: { zh: '销号', en: 'Closed' },
  dismissed: { zh: '不予采纳', en: 'Dismissed' },
} as const satisfies Record<string, Text>
export type FlagStateId = keyof typeof STATE_TEXTS

/** From each state where a flag may go; one that is over stays so, and what is found anew is a new one. */
export const NEXT_STATES: Readonly<Record<FlagStateId, readonly FlagStateId[]>> = {
  found: ['judging', 'dismissed'],
  judging: ['reminded', 'assigned', 'dismissed'],
  reminded: ['handling', 'closed', 'dismissed'],
  assigned: ['handling', 'closed', 'dismissed'],
  handling: ['closed', 'dismissed'],
  closed: [],
  dismissed: [],
}
/** Its reason has to be written down. */
export const NEEDS_NOTE: readonly FlagStateId[] = ['dismissed', 'closed']
export const isOver = (state: FlagStateId): boolean => NEXT_STATES[state].length === 0
