import { type FlagThresholds, PROPOSED } from '@fengsui/domain/flags/thresholds'
import type { FlagRules } from '@fengsui/prisma/office/flags'

/** The rules of 研判 as an office has set them; what it does not name is as proposed. */
export function thresholdsOf(rules: FlagRules): FlagThresholds {
  const numbers = (name: keyof FlagRules): Readonly<Record<string, number>> => rules[name]?.numbers ?? {}
  return {
    onceInDays: numbers('onceInDays').days ?? PROPOSED.onceInDays,
    budget: { ...PROPOSED.budget, ...numbers('budget') },
    emerging: { ...PROPOSED.emerging, ...numbers('emerging') },
    tendency: { ...PROPOSED.tendency, ...numbers('tendency') },
    concentrated: { ...PROPOSED.concentrated, ...numbers('concentrated') },
    typical: { ...PROPOSED.typical, ...numbers('typical') },
    combination: { ...PROPOSED.combination, ...numbers('combination') },
    cluster: { ...PROPOSED.cluster, ...numbers('cluster') },
    lead: { ...PROPOSED.lead, ...numbers('lead') },
    abnormal: { ...PROPOSED.abnormal, ...numbers('abnormal') },
  }
}
