import { parseQuarter, quarterLabel } from '@fengsui/domain/assessment/quarter'
import type { AssessmentEntry as EntryRow, Objection as ObjectionRow } from '@fengsui/prisma/metadata'
import type { Personas } from '../access/personas.js'
import type { Locale, MemberLists } from '../office/member-lists.js'
import { type Version, type VersionHead, dayOf } from './assessment-book.js'
import type { AssessedQuarter, AssessmentHead, AssessmentVersion } from './assessment.models.js'
import type { AssessmentDifference, AssessmentEntry, Objection } from './board.models.js'
import type { Sight } from './sight.js'
import { ENTRY_WORDS, FAILED_WORDS, STATE_WORDS, STEP_WORDS } from './words.js'

/** Puts what was frozen and decided into words for somebody. */
export class VersionView {
  constructor(
    private readonly personas: Personas,
    private readonly lists: MemberLists,
  ) {}

  head({ id, version, state }: VersionHead, locale: Locale): AssessmentHead {
    return { id, version, state, stateLabel: STATE_WORDS[state][locale] }
  }

  quarter(id: string, heads: readonly VersionHead[], isOver: boolean, locale: Locale): AssessedQuarter {
    const quarter = parseQuarter(id)
    if (quarter === null) throw new Error(`internal: no quarter: ${id}`)
    return {
      id,
      label: quarterLabel(quarter, locale),
      versions: heads.map((head) => this.head(head, locale)),
      closable: isOver && heads.length === 0,
    }
  }

  /** @param sight who is no assessor is told of no objection and decision of others, as their steps name cases. */
  version(version: Version, isLatest: boolean, sight: Sight, locale: Locale): AssessmentVersion {
    const { asOf, lastBatch, calendarUntil, hash, objectionsUntil } = version
    const steps = version.steps.filter(
      ({ kind }) => sight.assesses || (kind !== 'objected' && kind !== 'decided'),
    )
    return {
      ...this.head(version, locale),
      ...{ asOf, lastBatch, calendarUntil, hash, objectionsUntil, isLatest },
      steps: steps.map(({ kind, persona, at, reason }) => ({
        label: STEP_WORDS[kind][locale],
        by: this.who(persona, locale),
        at,
        reason,
      })),
    }
  }

  objection(row: ObjectionRow, ruleText: (id: string) => string, locale: Locale): Objection {
    const { id, unit, name, rule, reason, persona, at, upheld, decision, decidedBy } = row
    return {
      ...{ id, name, reason, at, upheld, decision },
      unit: this.unit(unit, locale),
      rule: ruleText(rule),
      by: this.who(persona, locale),
      decidedBy: decidedBy === null ? null : this.who(decidedBy, locale),
    }
  }

  entry(row: EntryRow, locale: Locale): AssessmentEntry {
    const { id, kind, unit, day, documentNo, text, persona, withdrawnAt } = row
    return {
      ...{ id, kind, documentNo, text },
      kindLabel: ENTRY_WORDS[kind][locale],
      unit: this.unit(unit, locale),
      day: dayOf(day),
      by: this.who(persona, locale),
      isWithdrawn: withdrawnAt !== null,
    }
  }

  /** What a version says otherwise; the cases of others are for whoever assesses. */
  difference({ difference, table }: Version, sight: Sight, locale: Locale): AssessmentDifference | null {
    if (difference === null) return null
    const textOf = (id: string): string => table.rules.find((rule) => rule.id === id)?.text ?? id
    return {
      items: difference.items
        .filter(({ item }) => sight.assesses || item.unit === sight.own)
        .map(({ change, item }) => ({
          added: change === 'added',
          unit: this.unit(item.unit, locale),
          name: item.name,
          rule: textOf(item.rule),
          text: item.step === null ? ENTRY_WORDS.leak[locale] : FAILED_WORDS[item.step][locale],
        })),
      units: difference.units.map(({ unit, before, after }) => ({
        unit: this.unit(unit, locale),
        scoreBefore: before?.score ?? null,
        scoreAfter: after?.score ?? null,
        rankBefore: before?.rank ?? null,
        rankAfter: after?.rank ?? null,
      })),
    }
  }

  unit(code: string, locale: Locale): string {
    return code === '' ? OFFICE[locale] : this.lists.label('department', code, locale)
  }

  private who(persona: string, locale: Locale): string {
    const found = this.personas.find(persona)
    return found ? this.personas.nameOf(found, locale) : persona
  }
}

const OFFICE: Readonly<Record<Locale, string>> = { zh: '区安委办（未交办或已退回）', en: 'the office itself' }
