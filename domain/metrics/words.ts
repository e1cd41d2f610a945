import type { Text } from './model.js'

// The canonical words of a case, in the order in which they are shown, and what people call them.

export const REPORT_CLASSES = {
  concealment: { zh: '瞒报谎报事故', en: 'Concealed accident' },
  majorHazard: { zh: '重大事故隐患', en: 'Major hazard' },
  violation: { zh: '安全生产违法行为', en: 'Violation' },
  hazard: { zh: '一般隐患', en: 'General hazard' },
} as const satisfies Record<string, Text>

export const HAZARD_LEVELS = {
  major: { zh: '重大', en: 'Major' },
  general: { zh: '一般', en: 'General' },
} as const satisfies Record<string, Text>

export const REPORTER_KINDS = {
  named: { zh: '实名', en: 'Named' },
  anonymous: { zh: '匿名', en: 'Anonymous' },
  employee: { zh: '本单位从业人员', en: 'Employee' },
  informant: { zh: '信息员', en: 'Informant' },
} as const satisfies Record<string, Text>

export const RESULTS = {
  true: { zh: '属实', en: 'True' },
  partly: { zh: '部分属实', en: 'Partly true' },
  false: { zh: '不属实', en: 'Not true' },
  unclear: { zh: '无法核实', en: 'Cannot be checked' },
} as const satisfies Record<string, Text>

export const STATES = {
  registered: { zh: '登记', en: 'Registered' },
  rejected: { zh: '不予受理', en: 'Refused' },
  accepted: { zh: '已受理', en: 'Accepted' },
  assigned: { zh: '已交办', en: 'Assigned' },
  verifying: { zh: '核查中', en: 'Being checked' },
  disposing: { zh: '处置中', en: 'Being dealt with' },
  closed: { zh: '已办结', en: 'Closed' },
  replied: { zh: '已回复', en: 'Replied' },
  rewarded: { zh: '已奖励', en: 'Rewarded' },
  archived: { zh: '已归档', en: 'Archived' },
  withdrawn: { zh: '已撤销', en: 'Withdrawn' },
} as const satisfies Record<string, Text>
