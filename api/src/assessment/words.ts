import type { FairMeasure } from '@fengsui/domain/assessment/assessment'
import type { Exemption, LoopStep } from '@fengsui/domain/assessment/deduction-rules'
import type { GamingSign } from '@fengsui/domain/assessment/gaming'
import type { Text } from '@fengsui/domain/metrics/model'
import type { AssessmentEntryKind, AssessmentState, AssessmentStepKind } from '@fengsui/prisma/metadata'

export const STATE_WORDS: Readonly<Record<AssessmentState, Text>> = {
  draft: { zh: '草稿', en: 'Draft' },
  preview: { zh: '各单位预览中', en: 'In preview by the units' },
  published: { zh: '已发布', en: 'Published' },
}

export const STEP_WORDS: Readonly<Record<AssessmentStepKind, Text>> = {
  closed: { zh: '关账', en: 'Quarter closed' },
  revised: { zh: '生成新版本', en: 'New version' },
  previewed: { zh: '送各单位预览', en: 'Sent to the units' },
  objected: { zh: '提出申诉', en: 'Objection' },
  decided: { zh: '申诉决定', en: 'Objection decided' },
  published: { zh: '发布', en: 'Published' },
}

export const ENTRY_WORDS: Readonly<Record<AssessmentEntryKind, Text>> = {
  leak: { zh: '失密泄密', en: 'Leak' },
  bonus: { zh: '表扬奖励', en: 'Commendation' },
}

/** What was not done within its limit. */
export const FAILED_WORDS: Readonly<Record<LoopStep | 'paid', Text>> = {
  closed: { zh: '未按期办结', en: 'Not closed in time' },
  verified: { zh: '期限届满未核查完毕', en: 'Not checked in time' },
  replied: { zh: '办结后未按期回复举报人', en: 'No reply in time' },
  paid: { zh: '奖励未按期兑现', en: 'Reward not paid in time' },
}

export const SPARED_WORDS: Readonly<Record<Exemption | 'waived', Text>> = {
  fatal: {
    zh: '不扣分：涉及人员死亡，由政府组织核查（安全生产法第73条）',
    en: 'Not deducted: with a death, checked by the government',
  },
  claimOpen: {
    zh: '不扣分：已按期通知领奖，举报人未在期限内来领',
    en: 'Not deducted: told in time, the reporter did not come',
  },
  waived: { zh: '不扣分：申诉已采纳', en: 'Not deducted: the objection was upheld' },
}

export const EXEMPTION_WORDS: Readonly<Record<Exemption, Text>> = {
  fatal: { zh: '涉及人员死亡', en: 'with a death' },
  claimOpen: { zh: '已按期通知而举报人未领取', en: 'told in time and not fetched' },
}

export const STEP_NAMES: Readonly<Record<LoopStep, Text>> = {
  verified: { zh: '核查', en: 'checked' },
  closed: { zh: '办结', en: 'closed' },
  replied: { zh: '回复', en: 'replied' },
}

export const GAMING_WORDS: Readonly<Record<GamingSign, Text>> = {
  lastDay: { zh: '卡在期限最后一日办结', en: 'Closed on the last day of the limit' },
  quarterEnd: { zh: '季末7天集中办结', en: 'Closed in the last 7 days of the quarter' },
  manyUntrue: { zh: '“不属实”比例明显高于其他单位', en: 'Found untrue far more often than elsewhere' },
  sameDayReply: { zh: '回复日期总与办结日期相同', en: 'Always replied on the day of closing' },
  longestExtension: { zh: '延期总是最长天数', en: 'Always extended by the longest time' },
}

interface FairWords {
  readonly ahead: Text
  readonly behind: Text
  /** What the counted side is called: those without the property where they are the fewer. */
  readonly events: Text
  readonly others: Text
}

/** 查实率 is neither good nor bad in itself: its ends are called high and low. */
export const FAIR_WORDS: Readonly<Record<FairMeasure, FairWords>> = {
  onTimeRate: {
    ahead: { zh: '前列', en: 'Ahead' },
    behind: { zh: '靠后', en: 'Behind' },
    events: { zh: '按期办结', en: 'closed in time' },
    others: { zh: '超期', en: 'late' },
  },
  verifiedShareOfChecked: {
    ahead: { zh: '偏高', en: 'High' },
    behind: { zh: '偏低', en: 'Low' },
    events: { zh: '属实', en: 'found true' },
    others: { zh: '未查实', en: 'not found true' },
  },
}

export const WITHIN_CHANCE: Text = { zh: '差别在偶然范围内', en: 'Within chance' }
