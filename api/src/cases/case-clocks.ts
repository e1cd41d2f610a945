import { CLOCKS, type ClockKind } from '@fengsui/domain/metrics/clocks'
import { clockState } from '@fengsui/domain/rules/clock-state'
import { type ClosingDue, closingDueOn } from '@fengsui/domain/rules/closing-deadline'
import type { RewardStandard } from '@fengsui/domain/rewards/standard'
import { ruleOn } from '@fengsui/domain/rules/dated'
import type { ClockRules } from '@fengsui/domain/rules/due-days'
import { extensionState } from '@fengsui/domain/rules/extension'
import { type Transfer, holderAt } from '@fengsui/domain/rules/holder'
import { type WorkingCalendar, workingCalendar } from '@fengsui/domain/rules/working-days'
import { type Day, earlier } from '@fengsui/domain/time/day'
import type { Office } from '@fengsui/prisma/office/office'
import type { Locale } from '../office/member-lists.js'
import type { Row } from '../query/run.js'
import { standardsOf } from '../rewards/standards.js'
import type { Telling } from './case-view.js'
import type { Clock, ExtensionAsked } from './case-clocks.models.js'
import { EXTENSION_WORDS, clockWords, unknownWords } from './clock-words.js'

/** The limits and reward standards of an office, ready to be asked. */
export interface Limits {
  readonly rules: ClockRules
  readonly calendar: WorkingCalendar
  readonly standards: readonly RewardStandard[]
}

export const limitsOf = (office: Office): Limits => ({
  rules: office.rules,
  calendar: workingCalendar(office.calendar, office.calendarKnownUntil),
  standards: standardsOf(office),
})

const day = (value: unknown): Day | null => (typeof value === 'string' && value !== '' ? value : null)
const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])

/** To whom a case went, and when. */
export function chainOf(row: Row): readonly Transfer[] {
  const units = texts(row.transfer_units)
  return texts(row.transfer_days).map((on, at) => ({ day: on, unit: units[at] ?? '' }))
}

/** The unit that had a case at the end of a day, by its name. */
export function holderName(row: Row, on: Day, { lists, locale }: Pick<Telling, 'lists' | 'locale'>): string {
  const department = typeof row.department === 'string' ? row.department : ''
  const unit = holderAt({ chain: chainOf(row), assignedOn: day(row.assigned_on), department }, on)
  return unit === '' ? NOBODY[locale] : lists.label('department', unit, locale)
}

const NOBODY: Readonly<Record<Locale, string>> = { zh: '尚未交办（受理单位）', en: 'not assigned (intake)' }

/** One limit of a row, before it is put into words. */
interface Running {
  readonly kind: ClockKind
  /** The day on which it started; null: it has not. */
  readonly start: Day | null
  readonly due: Day | null
  readonly done: Day | null
  readonly rule: keyof ClockRules
}

function runningOf(row: Row): Running[] {
  const [accepted, rejected, closed] = [day(row.accepted_on), day(row.rejected_on), day(row.closed_on)]
  const [signed, verified, decided] = [day(row.signed_on), day(row.verified_on), day(row.reward_decided_on)]
  const isRewarded = Number(row.rewarded ?? 0) === 1
  const [notified, paid] = [day(row.reward_notified_on), day(row.reward_paid_on)]
  const noReward = isRewarded ? null : decided
  // Whoever has checked a case has it, whether he signed for it or not.
  const isSigning = signed !== null || (verified === null && closed === null)
  return [
    {
      kind: 'accept',
      start: day(row.received_on),
      due: day(row.accept_due_on),
      done: accepted && rejected ? earlier(accepted, rejected) : (accepted ?? rejected),
      rule: 'acceptance',
    },
    {
      kind: 'sign',
      start: isSigning ? day(row.assigned_on) : null,
      due: isSigning ? day(row.sign_due_on) : null,
      done: signed,
      rule: 'signIn',
    },
    { kind: 'close', start: accepted, due: day(row.due_on), done: closed, rule: 'closing' },
    { kind: 'reply', start: closed, due: day(row.reply_due_on), done: day(row.replied_on), rule: 'reply' },
    {
      kind: 'refusal',
      start: rejected ?? noReward,
      due: day(row.refusal_due_on),
      done: day(row.refusal_told_on),
      rule: rejected === null ? 'rewardRefusal' : 'refusal',
    },
    {
      kind: 'reward',
      start: isRewarded ? decided : null,
      due: day(row.reward_due_on),
      done: paid,
      rule: 'payment',
    },
    { kind: 'claim', start: notified, due: day(row.claim_due_on), done: paid, rule: 'claim' },
  ]
}

/** Limits that every case has; the others are told of where the office has a rule for them. */
const ALWAYS: ReadonlySet<ClockKind> = new Set(['accept', 'close', 'reply'])

/** The limits of a case that run or have run, and how each stands on the as-of day. */
export function clocksOf(row: Row, telling: Telling): Clock[] {
  const { rules } = telling.limits
  return runningOf(row)
    .filter(({ kind, start, due, rule }) =>
      ALWAYS.has(kind) || rules[rule].length > 0 ? start !== null || due !== null : due !== null,
    )
    .map((running) => clockOf(row, running, telling))
}

function clockOf(row: Row, { kind, start, due, done, rule }: Running, telling: Telling): Clock {
  const { asOf, locale, limits } = telling
  const common = { kind, label: CLOCKS[kind].label[locale], due, done, unpausedDue: null }
  if (due === null) {
    const isFatal = kind === 'close' && Number(row.fatal ?? 0) === 1
    const hasRule =
      start !== null && ruleOn<{ from: Day; to: Day | null }>(limits.rules[rule], start) !== null
    const text = unknownWords(isFatal ? 'fatal' : hasRule ? 'calendar' : 'noRule', locale)
    return { ...common, state: 'unknown', days: null, text, holder: holderName(row, asOf, telling) }
  }
  const { state, days } = clockState(due, done, asOf)
  return {
    ...common,
    state,
    days,
    text: clockWords(state, days, locale),
    holder: holderName(row, earlier(due, asOf), telling),
    unpausedDue: kind === 'close' ? (closingOf(row, limits)?.unpausedDueOn ?? null) : null,
  }
}

function closingOf(row: Row, { rules, calendar }: Limits): ClosingDue | null {
  const acceptedOn = day(row.accepted_on)
  if (acceptedOn === null) return null
  const dates = {
    acceptedOn,
    extendedOn: day(row.extended_on),
    extensionDays: Number(row.extension_days ?? 0),
    pausedDays: Number(row.paused_days ?? 0),
  }
  return closingDueOn(dates, rules.closing, calendar)
}

/** The extension of a case and how it stands; null where none was asked for. */
export function extensionOf(row: Row, { asOf, locale, limits }: Telling): ExtensionAsked | null {
  const [askedOn, approvedOn] = [day(row.extension_asked_on), day(row.extended_on)]
  const closing = closingOf(row, limits)
  if (closing === null || (askedOn === null && approvedOn === null)) return null
  const state = extensionState({ askedOn, closedOn: day(row.closed_on) }, closing, asOf)
  if (state === 'none') return null
  const { firstDueOn } = closing
  const days = Number(row.extension_days ?? 0)
  return { askedOn, approvedOn, days, firstDue: firstDueOn, state, text: EXTENSION_WORDS[state][locale] }
}
