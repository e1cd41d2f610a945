import type { YamlObject } from './yaml-object.js'

/** The settings of one rule of 研判: its numbers by name, and what they rest on. */
export interface FlagRule {
  readonly numbers: Readonly<Record<string, number>>
  readonly basis: string
  /** The office's own setting, not yet decided (拟). */
  readonly proposed: boolean
}

/** The names in flags.yaml, and the numbers of each. */
export const FLAG_RULES = {
  onceInDays: ['days'],
  budget: ['alertsPerYear', 'watchesPerYear'],
  emerging: [
    'windowDays',
    'baselineWindows',
    'leastCases',
    'leastReporters',
    'sproutBelow',
    'p',
    'longYears',
    'longCases',
    'weeks',
  ],
  tendency: ['leastMonths', 'seasonalMonths', 'p', 'q', 'ratio', 'slopeOfMean', 'leastCases'],
  concentrated: ['quotient', 'lowerQuotient', 'leastCases', 'q', 'leastEnterprises'],
  typical: [
    'leastCases',
    'coverage',
    'leastRegions',
    'leastEnterprises',
    'entropy',
    'provenLower',
    'reportersPerCase',
  ],
  combination: ['leastCases', 'q', 'effectiveEnterprises', 'quarters'],
  cluster: ['days', 'longest', 'replications', 'leastCases', 'fraction'],
  lead: ['enterpriseDays', 'enterpriseReports', 'enterpriseReporters', 'relapseDays', 'freshDays'],
  abnormal: ['days', 'reports', 'enterprises'],
} as const satisfies Record<string, readonly string[]>

export type FlagRuleName = keyof typeof FLAG_RULES

/** What an office sets of the rules of 研判; what it does not name is as the product proposes. */
export type FlagRules = Readonly<Partial<Record<FlagRuleName, FlagRule>>>

/** Reads flags.yaml: numbers from 0 up, each rule with its basis. */
export function readFlagRules(yaml: YamlObject): FlagRules {
  const names = Object.keys(FLAG_RULES) as FlagRuleName[]
  yaml.allow(names)
  return Object.fromEntries(
    names.flatMap((name) => {
      const rule = yaml.object(name)
      return rule === null ? [] : [[name, readRule(rule, FLAG_RULES[name])]]
    }),
  )
}

function readRule(rule: YamlObject, keys: readonly string[]): FlagRule {
  rule.allow([...keys, 'basis', 'proposed'])
  const numbers = keys.flatMap((key) => {
    const text = rule.text(key)
    if (text === null) return []
    const value = Number(text)
    if (!(value >= 0 && Number.isFinite(value)))
      rule.complain(key, `“${key}”应为不小于 0 的数，现为“${text}”`)
    return [[key, value] as const]
  })
  return {
    numbers: Object.fromEntries(numbers),
    basis: rule.required('basis'),
    proposed: rule.flag('proposed', false),
  }
}
