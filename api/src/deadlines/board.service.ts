import { listsOf } from './action-lists.js'
import { CLOCKS, type ClockKind } from '@fengsui/domain/metrics/clocks'
import { clockWindows } from '@fengsui/domain/rules/clock-windows'
import { ruleOn } from '@fengsui/domain/rules/dated'
import type { Day } from '@fengsui/domain/time/day'
import type { Office } from '@fengsui/prisma/office/office'
import { RULE_NAMES, type RuleVersion } from '@fengsui/prisma/office/rules'
import type { Limits } from '../cases/case-clocks.js'
import { availableMeasures } from '../office/available.js'
import type { DataStates } from '../office/data-state.js'
import type { Locale } from '../office/member-lists.js'
import type { Rejection } from '../query/rejection.js'
import { unavailable } from '../query/run.js'
import type { BoardClock, ClockBoard, ClockRule } from './board.models.js'
import { RULE_WORDS } from './rule-words.js'

/** Where an office says nothing, nothing counts as 临期. */
const NOT_SOON = { days: 0, workingDays: 0 }

/** What a board of limits is made of: its windows on the as-of day, its lists, and the rules behind it. */
export class BoardService {
  constructor(
    private readonly office: Office,
    private readonly limits: Limits,
    private readonly states: DataStates,
  ) {}

  async board(locale: Locale): Promise<ClockBoard | Rejection> {
    const asOf = (await this.states.known())?.asOf ?? null
    if (asOf === null) return unavailable()
    return {
      asOf,
      calendarKnownUntil: this.office.calendarKnownUntil,
      clocks: this.clocks(asOf, locale),
      lists: listsOf('deadlines', locale),
      rules: this.rules(locale),
    }
  }

  /** The windows of a limit on a day. */
  windowsOf(kind: ClockKind, asOf: Day): ReturnType<typeof clockWindows> {
    const soon = ruleOn(this.office.rules.soon, asOf) ?? NOT_SOON
    return clockWindows(asOf, soon, CLOCKS[kind].inWorkingDays, this.limits.calendar)
  }

  private clocks(asOf: Day, locale: Locale): BoardClock[] {
    const available = availableMeasures(this.office)
    return (Object.keys(CLOCKS) as ClockKind[]).flatMap((kind) => {
      const { measure, label } = CLOCKS[kind]
      if (measure === null || !available.includes(measure)) return []
      return { kind, label: label[locale], measure, ...this.windowsOf(kind, asOf) }
    })
  }

  private rules(locale: Locale): ClockRule[] {
    return RULE_NAMES.flatMap((name) => {
      const versions: readonly RuleVersion[] = this.office.rules[name]
      const { label, text } = RULE_WORDS[name]
      const told = text as (rule: RuleVersion) => Record<Locale, string>
      return versions.map((rule) => ({
        id: `${name}.${rule.from}`,
        label: label[locale],
        text: told(rule)[locale],
        basis: rule.basis,
        from: rule.from,
        to: rule.to,
        proposed: rule.proposed,
      }))
    })
  }
}
