import type { AssessmentFacts } from '@fengsui/domain/assessment/assessment'
import type { StratumCount } from '@fengsui/domain/assessment/fairness'
import type { HandledCase } from '@fengsui/domain/assessment/failures'
import { type Habits, NO_HABITS } from '@fengsui/domain/assessment/gaming'
import type { Day } from '@fengsui/domain/time/day'
import { PARTS } from './compile.js'

/** A row of the statement of `compileAssessment`, as JSONCompactEachRow gives it. */
export type FactRow = readonly [
  part: number,
  texts: readonly string[],
  days: readonly (Day | null)[],
  chainDays: readonly Day[],
  chainUnits: readonly string[],
  numbers: readonly number[],
]

/** Deals the engine's rows out to what a quarter's table is made of. */
export function factsOf(rows: readonly FactRow[]): AssessmentFacts {
  const of = (part: keyof typeof PARTS) => rows.filter(([is]) => Number(is) === PARTS[part])
  const habits = new Map<string, Habits>()
  const add = (unit: string, more: Partial<Habits>): void => {
    const sofar = habits.get(unit) ?? NO_HABITS
    const sums = Object.entries(more).map(([name, value]) => [name, sofar[name as keyof Habits] + value])
    habits.set(unit, { ...sofar, ...(Object.fromEntries(sums) as Partial<Habits>) })
  }
  let unknownLimits = 0
  for (const [, [unit = ''], , , , numbers] of of('closed')) {
    const [closed = 0, closedOnLastDay = 0, closedAtEnd = 0, replied = 0, repliedOnClosing = 0, unknown = 0] =
      numbers
    add(unit, { closed, closedOnLastDay, closedAtEnd, replied, repliedOnClosing })
    unknownLimits += unknown
  }
  for (const [, [unit = ''], , , , [extended = 0, extendedLongest = 0]] of of('extended'))
    add(unit, { extended, extendedLongest })
  for (const [, [unit = ''], , , , [judged = 0, , foundUntrue = 0]] of of('verifiedShareOfChecked'))
    add(unit, { judged, foundUntrue })
  habits.delete('')
  return {
    cases: of('late').map(caseOf),
    handled: new Map(of('handled').map(([, [unit = ''], , , , [count = 0]]) => [unit, count])),
    rates: {
      onTimeRate: of('onTimeRate').map(stratumOf),
      verifiedShareOfChecked: of('verifiedShareOfChecked').map(stratumOf),
    },
    habits,
    unknownLimits,
  }
}

function stratumOf([
  ,
  [unit = '', issue = '', level = ''],
  ,
  ,
  ,
  [n = 0, events = 0],
]: FactRow): StratumCount {
  return { unit, stratum: `${issue}/${level}`, n, events }
}

function caseOf([, texts, days, chainDays, chainUnits, [contactable = 0, fatal = 0]]: FactRow): HandledCase {
  const [id = '', caseNo = '', department = ''] = texts
  const at = (place: number): Day | null => days[place] ?? null
  return {
    id,
    caseNo,
    department,
    dueOn: at(0),
    verifiedOn: at(1),
    closedOn: at(2),
    replyDueOn: at(3),
    repliedOn: at(4),
    rewardDueOn: at(5),
    rewardNotifiedOn: at(6),
    claimDueOn: at(7),
    rewardPaidOn: at(8),
    assignedOn: at(9),
    contactable: contactable === 1,
    isFatal: fatal === 1,
    chain: chainDays.map((day, step) => ({ day, unit: chainUnits[step] ?? '' })),
  }
}
