import type { Measure } from './model.js'

const isVerified = "result IN ('true', 'partly')"
const hasResult = "result IN ('true', 'partly', 'false', 'unclear')"
const handlingDays = "dateDiff('day', accepted_on, closed_on)"
const wasHandled = 'accepted_on IS NOT NULL AND closed_on >= accepted_on'

/** The indicators (指标). The key is the GraphQL enum value, the SQL alias and the JSON key. */
export const MEASURES = {
  received: {
    label: { zh: '接报量', en: 'Reports received' },
    description: {
      zh: '期内接到的举报，合并重复后每件只计一次',
      en: 'Reports received in the period, each matter counted once',
    },
    formula: { zh: '按接报日期计数', en: 'count by date of receipt' },
    unit: 'cases',
    better: 'neither',
    time: 'received',
    aggregate: { kind: 'count' },
    additive: true,
    needs: [],
    basis: { zh: '武隆安委办通知第12项', en: 'Notice of the Wulong safety commission office, item 12' },
  },
  accepted: {
    label: { zh: '受理量', en: 'Reports accepted' },
    description: { zh: '期内决定受理的举报', en: 'Reports accepted for handling in the period' },
    formula: { zh: '按受理日期计数', en: 'count by date of acceptance' },
    unit: 'cases',
    better: 'neither',
    time: 'accepted',
    aggregate: { kind: 'count' },
    additive: true,
    needs: ['accepted_on'],
    basis: { zh: '武隆安委办通知第7项', en: 'Notice of the Wulong safety commission office, item 7' },
  },
  closed: {
    label: { zh: '办结量', en: 'Reports closed' },
    description: { zh: '期内办结的举报', en: 'Reports closed in the period' },
    formula: { zh: '按办结日期计数', en: 'count by date of closing' },
    unit: 'cases',
    better: 'neither',
    time: 'closed',
    aggregate: { kind: 'count' },
    additive: true,
    needs: ['closed_on'],
    basis: { zh: '武隆安委办通知第7项', en: 'Notice of the Wulong safety commission office, item 7' },
  },
  verifiedShareOfChecked: {
    label: { zh: '查实率（核查口径）', en: 'Verified share (of checked)' },
    description: {
      zh: '核查完毕的举报中属实或部分属实的比例',
      en: 'Share of checked reports found true or partly true',
    },
    formula: {
      zh: '（属实＋部分属实）÷已核查，按核查完毕日期',
      en: '(true + partly true) ÷ checked, by date of the finding',
    },
    unit: 'percent',
    better: 'neither',
    time: 'verified',
    aggregate: { kind: 'ratio', numerator: isVerified, denominator: hasResult },
    additive: false,
    needs: ['verified_on', 'result'],
    basis: {
      zh: '原国家安监总局2016年一季度通报口径',
      en: 'Definition of the former State Administration of Work Safety, bulletin of Q1 2016',
    },
  },
  verifiedShareOfAccepted: {
    label: { zh: '查实率（受理口径）', en: 'Verified share (of accepted)' },
    description: {
      zh: '受理满90日的举报中属实或部分属实的比例；未满90日的不计入',
      en: 'Share found true or partly true among reports accepted at least 90 days before the as-of date',
    },
    formula: {
      zh: '（属实＋部分属实）÷受理，按受理日期，仅含受理满90日的举报',
      en: '(true + partly true) ÷ accepted, by date of acceptance, reports at least 90 days old only',
    },
    unit: 'percent',
    better: 'neither',
    time: 'accepted',
    aggregate: {
      kind: 'ratio',
      numerator: isVerified,
      denominator: 'accepted_on <= {asOf: Date32} - 90',
    },
    additive: false,
    maturityDays: 90,
    needs: ['accepted_on', 'result'],
    basis: {
      zh: '应急管理部2023年通报口径',
      en: 'Definition of the Ministry of Emergency Management, bulletin of 2023',
    },
  },
  onTimeRate: {
    label: { zh: '按期办结率', en: 'Closed on time' },
    description: {
      zh: '在期限内办结的比例；超期未结的在到期之日计入一次',
      en: 'Share closed within the limit; a report still open counts once, on the day its limit expires',
    },
    formula: {
      zh: '办结日≤到期日的件数÷（办结日与到期日较早者落在期内的件数）',
      en: 'closed on or before the due date ÷ reports whose earlier of closing and due date falls in the period',
    },
    unit: 'percent',
    better: 'higher',
    time: 'settled',
    aggregate: {
      kind: 'ratio',
      numerator: 'closed_on <= due_on',
      denominator: 'closed_on <= due_on OR due_on < {asOf: Date32}',
    },
    additive: false,
    needs: ['closed_on', 'due_on'],
    basis: { zh: '武隆安委办通知第7项', en: 'Notice of the Wulong safety commission office, item 7' },
  },
  overdue: {
    label: { zh: '超期件', en: 'Overdue reports' },
    description: {
      zh: '到期日在期内、超期未结或超期办结的举报',
      en: 'Reports due in the period that are open past the limit or were closed late',
    },
    formula: { zh: '超期未结＋超期办结，按到期日', en: 'open past due + closed late, by due date' },
    unit: 'cases',
    better: 'lower',
    time: 'due',
    aggregate: {
      kind: 'count',
      where: 'closed_on > due_on OR (closed_on IS NULL AND due_on < {asOf: Date32})',
    },
    additive: true,
    needs: ['closed_on', 'due_on'],
    basis: { zh: '武隆安委办通知第13项', en: 'Notice of the Wulong safety commission office, item 13' },
  },
  medianDays: {
    label: { zh: '办理时长中位数', en: 'Median handling time' },
    description: {
      zh: '从受理到办结的自然日天数，中位数',
      en: 'Calendar days from acceptance to closing, median',
    },
    formula: {
      zh: '办结日－受理日的中位数，按办结日期',
      en: 'median of closing − acceptance date, by date of closing',
    },
    unit: 'days',
    better: 'lower',
    time: 'closed',
    aggregate: { kind: 'quantile', level: 0.5, of: handlingDays, where: wasHandled },
    additive: false,
    needs: ['accepted_on', 'closed_on'],
    basis: { zh: '武隆安委办通知第7项', en: 'Notice of the Wulong safety commission office, item 7' },
  },
  p75Days: {
    label: { zh: '办理时长P75', en: 'Handling time, P75' },
    description: {
      zh: '四分之三的举报在此天数内办结',
      en: 'Three quarters of the reports were closed within this many days',
    },
    formula: {
      zh: '办结日－受理日的75%分位数，按办结日期',
      en: '75th percentile of closing − acceptance date, by date of closing',
    },
    unit: 'days',
    better: 'lower',
    time: 'closed',
    aggregate: { kind: 'quantile', level: 0.75, of: handlingDays, where: wasHandled },
    additive: false,
    needs: ['accepted_on', 'closed_on'],
    basis: { zh: '武隆安委办通知第7项', en: 'Notice of the Wulong safety commission office, item 7' },
  },
  p90Days: {
    label: { zh: '办理时长P90', en: 'Handling time, P90' },
    description: {
      zh: '十分之九的举报在此天数内办结',
      en: 'Nine tenths of the reports were closed within this many days',
    },
    formula: {
      zh: '办结日－受理日的90%分位数，按办结日期',
      en: '90th percentile of closing − acceptance date, by date of closing',
    },
    unit: 'days',
    better: 'lower',
    time: 'closed',
    aggregate: { kind: 'quantile', level: 0.9, of: handlingDays, where: wasHandled },
    additive: false,
    needs: ['accepted_on', 'closed_on'],
    basis: { zh: '武隆安委办通知第7项', en: 'Notice of the Wulong safety commission office, item 7' },
  },
} as const satisfies Record<string, Measure>

export type MeasureId = keyof typeof MEASURES
