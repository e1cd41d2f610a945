import arranged from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { type CaseEvents, type ClockRules, type DueDays, dueDaysBy } from './due-days.js'
import { type Transfer, holderOn } from './holder.js'
import { workingCalendar } from './working-days.js'

/*
 * The limits once more, day by day: the days of 2004–2026 are laid out one after the other as on a wall calendar, each
 * worked on or not as the State Council arranged it, and walked with a finger. No dates of the platform, and nothing of
 * what is tested.
 */
interface Leaf {
  readonly text: string
  /** Null: not published. */
  readonly worked: boolean | null
  readonly weekday: number
}
/** The library's lists; its functions read a day in the zone of the process and are a day off west of Greenwich. */
const LISTS: Readonly<Record<'holidays' | 'workdays', Readonly<Record<string, string>>>> = arranged
const LEAVES: Leaf[] = []
const PLACES = new Map<string, number>()
const LAST_YEAR = 2026
// 2004-01-01 was a Thursday.
for (let year = 2004, weekday = 4; year <= LAST_YEAR + 1; year++) {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  for (const [i, length] of [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].entries()) {
    for (let day = 1; day <= length; day++, weekday = (weekday % 7) + 1) {
      const text = [year, i + 1, day].map((part) => String(part).padStart(2, '0')).join('-')
      PLACES.set(text, LEAVES.length)
      LEAVES.push({ text, weekday, worked: year > LAST_YEAR ? null : isWorked(text, weekday) })
    }
  }
}
function isWorked(text: string, weekday: number): boolean {
  if (text in LISTS.workdays) return true
  return !(text in LISTS.holidays) && weekday <= 5
}
const place = (text: string): number => PLACES.get(text)!
const textAt = (at: number): string => LEAVES[at]!.text

/** What the product is given: only where a day differs from its week. */
const CALENDAR = workingCalendar(
  LEAVES.filter(({ worked, weekday }) => worked !== null && worked !== weekday <= 5).map(
    ({ text, worked }) => ({
      day: text,
      kind: worked ? ('workday' as const) : ('holiday' as const),
    }),
  ),
  `${LAST_YEAR}-12-31`,
)

const RULES = {
  acceptance: [
    { workingDays: 5, from: '2004-01-01', to: '2014-12-31' },
    { workingDays: 7, from: '2015-01-01', to: null },
  ],
  signIn: [{ workingDays: 2, from: '2004-01-01', to: null }],
  closing: [
    {
      days: 60,
      extensionDays: 30,
      rollsPastHoliday: false,
      pauses: false,
      from: '2004-01-01',
      to: '2011-12-31',
    },
    {
      days: 60,
      extensionDays: 30,
      rollsPastHoliday: true,
      pauses: false,
      from: '2012-01-01',
      to: '2019-12-31',
    },
    { days: 60, extensionDays: 30, rollsPastHoliday: true, pauses: true, from: '2020-01-01', to: null },
  ],
  reply: [{ workingDays: 3, from: '2004-01-01', to: null }],
  refusal: [{ workingDays: 3, from: '2004-01-01', to: null }],
  rewardRefusal: [{ workingDays: 4, from: '2004-01-01', to: null }],
  payment: [{ days: 30, from: '2004-01-01', to: null }],
  claim: [{ days: 60, from: '2004-01-01', to: null }],
} as const satisfies ClockRules

/** Turns the leaves one by one; every one counts, or only those that are worked on. */
function turned(from: number, leaves: number, onlyWorked: boolean): number | null {
  let at = from
  for (let left = leaves; left > 0;) {
    at++
    const { worked } = LEAVES[at] ?? { worked: null }
    if (onlyWorked && worked === null) return null
    if (!onlyWorked || worked) left--
  }
  return at
}
const worked = (day: string | null, leaves: number): string | null => {
  const at = day === null ? null : turned(place(day), leaves, true)
  return at === null ? null : textAt(at)
}
const counted = (day: string | null, leaves: number): string | null =>
  day === null ? null : textAt(turned(place(day), leaves, false)!)

/** The leaf itself, or the next that is worked on. */
function notAtRest(day: string): string | null {
  for (let at = place(day); at < LEAVES.length; at++) {
    const leaf = LEAVES[at]!
    if (leaf.worked === null) return null
    if (leaf.worked) return leaf.text
  }
  return null
}

function naiveClosing(of: CaseEvents, paused: number): DueDays['closing'] {
  const accepted = of.acceptedOn!
  const year = Number(accepted.slice(0, 4))
  const moved = (day: string): string | null => (year >= 2012 ? notAtRest(day) : day)
  const plainFirst = counted(accepted, 60 + paused)!
  const firstDueOn = moved(plainFirst)
  if (of.extendedOn === null) return { dueOn: firstDueOn, firstDueOn, unpausedDueOn: null, extension: 'none' }
  if (place(of.extendedOn) > place(firstDueOn ?? plainFirst))
    return { dueOn: firstDueOn, firstDueOn, unpausedDueOn: null, extension: 'late' }
  const granted = of.extensionDays === 0 ? 30 : of.extensionDays > 30 ? 30 : of.extensionDays
  const dueOn = moved(counted(plainFirst, granted)!)
  const extension = of.extensionDays > 30 ? ('capped' as const) : ('granted' as const)
  return { dueOn, firstDueOn, unpausedDueOn: null, extension }
}

function naive(of: CaseEvents): DueDays {
  const gone = of.endedAs === 'withdrawn'
  const undecided = of.acceptedOn === null && of.rejectedOn === null
  let closing: DueDays['closing'] = null
  if (of.acceptedOn !== null && !of.isFatal && !(of.endedAs !== null && of.closedOn === null)) {
    const paused = of.acceptedOn >= '2020' ? of.pausedDays : 0
    closing = naiveClosing(of, paused)
    if (closing && paused > 0) closing = { ...closing, unpausedDueOn: naiveClosing(of, 0)!.dueOn }
  }
  let refusalDueOn: string | null = null
  if (of.rejectedOn !== null) refusalDueOn = worked(of.rejectedOn, 3)
  else if (of.rewardDecidedOn !== null && !of.isRewarded) refusalDueOn = worked(of.rewardDecidedOn, 4)
  return {
    acceptDueOn: gone && undecided ? null : worked(of.receivedOn, of.receivedOn < '2015' ? 5 : 7),
    signDueOn: gone && of.signedOn === null ? null : worked(of.assignedOn, 2),
    closing,
    replyDueOn: worked(of.closedOn, 3),
    refusalDueOn,
    rewardDueOn: of.isRewarded ? counted(of.rewardDecidedOn, 30) : null,
    claimDueOn: counted(of.rewardNotifiedOn, 60),
  }
}

/** A small generator of our own: the same clocks on every run (Park & Miller, 1988). */
function randomness(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

const DAYS = place('2026-12-31')
/** Days around which reckoning goes wrong. */
const EDGES = ['-02-28', '-02-29', '-12-31', '-01-01', '-09-30', '-10-08'].flatMap((end) =>
  Array.from({ length: LAST_YEAR - 2003 }, (_, i) => `${2004 + i}${end}`).filter((day) => PLACES.has(day)),
)

function randomCase(below: (n: number) => number): CaseEvents & { readonly chain: readonly Transfer[] } {
  const start = below(4) === 0 ? place(EDGES[below(EDGES.length)]!) : below(DAYS + 1)
  const after = (least: number, most: number, chance: number): string | null => {
    const at = start + least + below(most)
    return below(100) < chance && at <= DAYS ? textAt(at) : null
  }
  const acceptedOn = after(0, 15, 80)
  const assignedOn = after(1, 20, 70)
  const chain: Transfer[] = []
  for (let at = start + below(9); below(3) > 0 && at <= DAYS; at += below(30))
    chain.push({ day: textAt(at), unit: ['', 'YJ', 'JT', 'T1'][below(4)]! })
  return {
    receivedOn: textAt(start),
    acceptedOn,
    rejectedOn: acceptedOn === null ? after(0, 15, 60) : null,
    assignedOn,
    signedOn: assignedOn === null ? null : after(2, 30, 70),
    extendedOn: after(40, 60, 40),
    extensionDays: [0, 10, 15, 30, 45][below(5)]!,
    pausedDays: below(3) === 0 ? below(40) : 0,
    closedOn: after(10, 120, 60),
    rewardDecidedOn: after(30, 120, 40),
    isRewarded: below(2) === 0,
    rewardNotifiedOn: after(40, 120, 30),
    isFatal: below(30) === 0,
    endedAs: ([null, null, null, 'rejected', 'withdrawn'] as const)[below(5)]!,
    chain,
  }
}

/** Who has it when all that happened up to a day is told again in its order. */
function naiveHolder(chain: readonly Transfer[], day: string): string {
  let holder = ''
  for (let at = place(chain[0]?.day ?? day); at <= place(day); at++)
    for (const step of chain) if (step.day === textAt(at)) holder = step.unit
  return holder
}

// Samoa had no 2011-12-30.
describe.each(['Asia/Shanghai', 'Pacific/Apia'])('20,000 clocks, the process in %s', (zone) => {
  it('end on the day that one finds by turning the leaves, and are answered for by whom one finds', () => {
    const own = process.env.TZ
    process.env.TZ = zone
    const below = randomness(20_261_126)
    const dueDays = dueDaysBy(RULES, CALENDAR)
    const wrong: object[] = []
    let unknown = 0
    for (let nth = 0; nth < 20_000; nth++) {
      const { chain, ...of } = randomCase(below)
      const found = dueDays(of)
      const expected = naive(of)
      if (expected.replyDueOn === null && of.closedOn !== null) unknown++
      const holder = expected.closing?.dueOn ?? null
      const isSame =
        isDeepStrictEqual(found, expected) &&
        (holder === null || holderOn(chain, holder) === naiveHolder(chain, holder))
      if (!isSame) wrong.push({ of, found, expected })
    }
    process.env.TZ = own
    expect(wrong.slice(0, 3)).toEqual([])
    expect(unknown).toBeGreaterThan(0)
  })
})

describe('the fixtures of the State Council’s arrangements', () => {
  const dueDays = dueDaysBy({ ...RULES, closing: [{ ...RULES.closing[0], to: null }] }, CALENDAR)
  const NONE: CaseEvents = {
    receivedOn: '2024-01-02',
    acceptedOn: null,
    rejectedOn: null,
    assignedOn: null,
    signedOn: null,
    extendedOn: null,
    extensionDays: 0,
    pausedDays: 0,
    closedOn: null,
    rewardDecidedOn: null,
    isRewarded: false,
    rewardNotifiedOn: null,
    isFatal: false,
    endedAs: null,
  }

  it.each([
    ['2024-02-09', '2024-02-20'],
    ['2024-04-30', '2024-05-08'],
    ['2024-09-27', '2024-10-08'],
    ['2024-09-30', '2024-10-10'],
    ['2024-12-31', '2025-01-06'],
    ['2025-01-24', '2025-02-05'],
    ['2025-09-30', '2025-10-11'],
    ['2026-02-13', '2026-02-25'],
    ['2026-09-30', '2026-10-10'],
  ])('closed on %s, the reply is due on %s', (closedOn, due) =>
    expect(dueDays({ ...NONE, closedOn }).replyDueOn).toBe(due),
  )

  it('60 days, and 30 more', () => {
    const closing = (acceptedOn: string, extendedOn: string | null = null) =>
      dueDays({ ...NONE, acceptedOn, extendedOn }).closing?.dueOn
    expect(closing('2024-08-01')).toBe('2024-09-30')
    expect(closing('2024-08-01', '2024-09-01')).toBe('2024-10-30')
    expect(closing('2026-08-05')).toBe('2026-10-04')
  })

  it('of 2027 nothing in working days is known: 日历未公布', () => {
    const of = {
      ...NONE,
      receivedOn: '2026-12-30',
      assignedOn: '2026-12-31',
      rejectedOn: '2027-03-01',
      closedOn: '2027-09-30',
    }
    expect(dueDays(of)).toMatchObject({
      acceptDueOn: null,
      signDueOn: null,
      replyDueOn: null,
      refusalDueOn: null,
    })
  })

  it('where somebody died no unit’s 60 days run', () => {
    const of = { ...NONE, acceptedOn: '2026-03-01' }
    expect(dueDays({ ...of, isFatal: true }).closing).toBeNull()
    expect(dueDays(of).closing?.dueOn).toBe('2026-04-30')
  })
})
