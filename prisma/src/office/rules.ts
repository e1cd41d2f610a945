import { isIsoDay } from './iso-day.js'
import type { YamlObject } from './yaml-object.js'

/** What every version of a rule says beside its numbers. */
export interface RuleVersion {
  /** Article, item or decision that it rests on. */
  readonly basis: string
  /** ISO days, both inclusive; `to` null: until a later version. */
  readonly from: string
  readonly to: string | null
  /** The office's own setting, not yet decided (拟). */
  readonly proposed: boolean
}

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

/** What every version of a rule may say beside its numbers. */
export const VERSION_KEYS = ['basis', 'from', 'to', 'proposed']

function versionsOf<T extends object>(
  yaml: YamlObject,
  name: keyof Rules,
  keys: readonly string[],
  read: (version: YamlObject) => T,
): readonly (T & RuleVersion)[] {
  const versions = yaml.oneOrMore(name).map((version) => {
    version.allow([...keys, ...VERSION_KEYS])
    return { version, rule: { ...read(version), ...readVersion(version) } }
  })
  versions.sort((a, b) => (a.rule.from < b.rule.from ? -1 : 1))
  versions.forEach(({ version, rule: { from } }, at) => {
    const before = versions[at - 1]?.rule
    if (before && (before.to === null || before.to >= from))
      version.complain('from', `与“${name}”的前一个版本重叠：前一版本应写明“to”，且早于 ${from}`)
  })
  return versions.map(({ rule }) => rule)
}

/** Reads what every version of a rule says. */
export function readVersion(version: YamlObject): RuleVersion {
  const [from, to] = [readDay(version, 'from'), readDay(version, 'to')]
  if (from === null && version.text('from') === null) version.complain('from', '缺少“from”（生效日期）')
  if (from !== null && to !== null && to < from)
    version.complain('to', '“to”（失效日期）早于“from”（生效日期）')
  return { basis: version.required('basis'), from: from ?? '', to, proposed: version.flag('proposed', false) }
}

function readDay(version: YamlObject, key: string): string | null {
  const day = version.text(key)
  if (day === null || isIsoDay(day)) return day
  version.complain(key, `日期“${day}”无法识别，应写成 2026-12-31 的样式`)
  return null
}
