import type { Text } from '@fengsui/domain/metrics/model'

/** How a unit was urged. */
export const URGE_HOWS = {
  phone: { zh: '电话', en: 'by phone' },
  written: { zh: '书面督办', en: 'in writing' },
  system: { zh: '系统催办', en: 'in the system' },
  onSite: { zh: '现场督导', en: 'on the spot' },
} as const satisfies Record<string, Text>
export type UrgeHow = keyof typeof URGE_HOWS

export const ESCALATION_KINDS = {
  listed: { zh: '挂牌督办', en: 'listed' },
  raised: { zh: '提级调查', en: 'raised' },
} as const satisfies Record<string, Text>
export type EscalationKind = keyof typeof ESCALATION_KINDS

export const SUPERVISION_LEVELS = {
  district: { zh: '区级', en: 'district' },
  city: { zh: '市级', en: 'city' },
  national: { zh: '国家级', en: 'national' },
} as const satisfies Record<string, Text>
export type SupervisionLevel = keyof typeof SUPERVISION_LEVELS
