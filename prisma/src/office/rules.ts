import { checkVersions, readVersion, type RuleVersion, VERSION_KEYS } from './versions.js'
import type { YamlObject } from './yaml-object.js'

export type { RuleVersion } from './versions.js'

export interface WorkingDayLimit extends RuleVersion {
  readonly workingDays: number
}

export interface CalendarDayLimit extends RuleVersion {
  readonly days: number
}

export interface ClosingLimit extends CalendarDayLimit {
  readonly extensionDays: number
  /** A last day on which one rests moves to the next working day. */
  readonly rollsPastHoliday: boolean
  /** Days of a pause do not count. */
  readonly pauses: boolean
}

/** Limits of the office in all their versions, by the day from which each holds; [] = none is known. */
export interface Rules {
  /** Deciding on acceptance: working days from receipt. */
  readonly acceptance: readonly WorkingDayLimit[]
  /** Signing for a case: working days from its assignment. */
  readonly signIn: readonly WorkingDayLimit[]
  /** Closing: calendar days from acceptance, and the longest extension. */
  readonly closing: readonly ClosingLimit[]
  /** The reply to the reporter: working days from closing. */
  readonly reply: readonly WorkingDayLimit[]
  /** Telling the reporter that a report is not accepted: working days from the decision. */
  readonly refusal: readonly WorkingDayLimit[]
  /** Telling the reporter that there is no reward: working days from the decision. */
  readonly rewardRefusal: readonly WorkingDayLimit[]
  /** Paying a reward: calendar days from the decision. */
  readonly payment: readonly CalendarDayLimit[]
  /** Claiming a reward: calendar days from the notice to the reporter. */
  readonly claim: readonly CalendarDayLimit[]
  /** From how many days before its end a limit counts as 临期. */
  readonly soon: readonly (CalendarDayLimit & { readonly workingDays: number })[]
}

/** The names of the rules in rules.yaml. */
export const RULE_NAMES = [
  'acceptance',
  'signIn',
  'closing',
  'reply',
  'refusal',
  'rewardRefusal',
  'payment',
  'claim',
  'soon',
] as const satisfies readonly (keyof Rules)[]

/** Reads the limits of rules.yaml: each rule is nothing, one version or a list of versions, none of which holds while another does. */
export function readRules(yaml: YamlObject): Rules {
  yaml.allow([...RULE_NAMES, 'assessment'])
  const workingDays = (version: YamlObject) => ({ workingDays: version.whole('workingDays', 1, null) })
  const days = (version: YamlObject) => ({ days: version.whole('days', 1, null) })
  return {
    acceptance: versionsOf(yaml, 'acceptance', ['workingDays'], workingDays),
    signIn: versionsOf(yaml, 'signIn', ['workingDays'], workingDays),
    closing: versionsOf(yaml, 'closing', CLOSING_KEYS, readClosing),
    reply: versionsOf(yaml, 'reply', ['workingDays'], workingDays),
    refusal: versionsOf(yaml, 'refusal', ['workingDays'], workingDays),
    rewardRefusal: versionsOf(yaml, 'rewardRefusal', ['workingDays'], workingDays),
    payment: versionsOf(yaml, 'payment', ['days'], days),
    claim: versionsOf(yaml, 'claim', ['days'], days),
    soon: versionsOf(yaml, 'soon', ['days', 'workingDays'], (version) => ({
      days: version.whole('days', 0, null),
      workingDays: version.whole('workingDays', 0, null),
    })),
  }
}

const CLOSING_KEYS = ['days', 'extensionDays', 'rollsPastHoliday', 'pauses']

const readClosing = (version: YamlObject): Omit<ClosingLimit, keyof RuleVersion> => ({
  days: version.whole('days', 1, null),
  extensionDays: version.whole('extensionDays', 0, null),
  rollsPastHoliday: version.flag('rollsPastHoliday', false),
  pauses: version.flag('pauses', false),
})

function versionsOf<T extends object>(
  yaml: YamlObject,
  name: keyof Rules,
  keys: readonly string[],
  read: (version: YamlObject) => T,
): readonly (T & RuleVersion)[] {
  const versions = yaml.oneOrMore(name).map((version) => {
    version.allow([...keys, ...VERSION_KEYS])
    return { yaml: version, version: { ...read(version), ...readVersion(version) } }
  })
  return checkVersions(name, versions)
}
