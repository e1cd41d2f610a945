import type { Measure } from '../model.js'
import { item } from './bases.js'

const days = "dateDiff('day', accepted_on, closed_on)"
const wasHandled = 'accepted_on IS NOT NULL AND closed_on >= accepted_on'

const ofHandled = {
  denominator: {
    zh: '期内办结且有受理日期的举报',
    en: 'reports closed in the period with a date of acceptance',
  },
  unit: 'days',
  better: 'lower',
  time: 'closed',
  additive: false,
  needs: ['accepted_on', 'closed_on'],
  basis: item(7),
} as const satisfies Partial<Measure>

const quantile = (level: number) => ({ kind: 'quantile', level, of: days, where: wasHandled }) as const

/** 办理时长: calendar days from acceptance to closing; the mean never stands alone. */
export const DURATION = {
  meanDays: {
    label: { zh: '平均办理时长', en: 'Mean handling time' },
    description: {
      zh: '从受理到办结的自然日天数，平均',
      en: 'Calendar days from acceptance to closing, mean',
    },
    formula: {
      zh: 'Σ（办结日－受理日）÷办结件数，按办结日期',
      en: 'Σ (closing − acceptance date) ÷ closed, by date of closing',
    },
    aggregate: { kind: 'mean', of: days, where: wasHandled },
    ...ofHandled,
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
    aggregate: quantile(0.5),
    ...ofHandled,
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
    aggregate: quantile(0.75),
    ...ofHandled,
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
    aggregate: quantile(0.9),
    ...ofHandled,
  },
} as const satisfies Record<string, Measure>
