import type { Office } from '@fengsui/prisma/office/office'
import { WorkingDays, addYears, yearOf, type Day } from './days.js'
import { type ClockDays, clockDaysOf } from './clock-days.js'
import type { DemoCase } from './demo-case.js'
import { District, shortName } from './district.js'
import { handOver } from './handover.js'
import { liveOn } from './life.js'
import { drawReporter, enterpriseOf, reporterNo } from './people.js'
import { SECTORS, seasonFactor } from './profile.js'
import { Lottery, Random, lotteryOf } from './random.js'
import { rewardOf } from './reward.js'
import { plantStories, roadWorks, type StorySeed } from './stories.js'
import { describeReport } from './text.js'

export interface Generation {
  readonly office: Office
  readonly seed: number
  /** The last day; the first is five years and a day before it. */
  readonly asOf: Day
  /** Reports to expect over the five years, stories not counted. */
  readonly total: number
  /** All reports in the municipal system, or some in the ministry's and in the towns' ledgers. */
  readonly sources: 'cq' | 'all'
}

/** Years that the demo covers. */
const YEARS = 5
/** The last year has this many times the reports of the first. */
const GROWTH = 1.3
const SOURCES = lotteryOf({ cq: 77, mem: 11, ledger: 12 })
const KINDS = lotteryOf({ named: 45, anonymous: 40, employee: 7, informant: 8 })
const CLASSES = {
  cq: lotteryOf({ violation: 46, hazard: 43, majorHazard: 11 }),
  mem: lotteryOf({ violation: 80, majorHazard: 20 }),
}

/** All cases in the order in which they come in. Holds a day's reports at most. */
export function* generateCases(of: Generation): Generator<DemoCase> {
  const district = new District(of.office)
  const work = new WorkingDays(of.office.calendar)
  const random = new Random(of.seed)
  const stories = byDay(plantStories(new Random(of.seed + 1), of.asOf))
  const numbers = new Map<string, number>()
  const people = Math.min(4500, Math.max(900, Math.round(of.total / 2.5)))
  const streams = {
    handovers: new Random(of.seed + 2),
    clocks: new Random(of.seed + 3),
    rewards: new Random(of.seed + 4),
  }
  const making = { ...of, ...streams, district, work, random, numbers, people }
  const apart = apartFrom(making)
  const apartStories = byDay(roadWorks(of.asOf))
  const first = addYears(of.asOf, -YEARS) + 1
  const usual = averageWeight(first, of.asOf, work)
  for (let day = first; day <= of.asOf; day++) {
    const lottery = sectorsOn(day, work)
    const growth = 1 + (GROWTH - 1) * ((day - first) / (of.asOf - first) - 0.5)
    const mean =
      (of.total / (of.asOf - first + 1)) * growth * ((lottery.total * weekFactor(day, work)) / usual)
    for (let left = random.poisson(mean); left > 0; left--) {
      const sector = lottery.draw(random)
      const source = of.sources === 'cq' ? 'cq' : SOURCES.draw(random)
      yield makeCase(making, day, sector, source, null)
    }
    for (const seed of stories.get(day) ?? []) yield makeCase(making, day, seed.sector, 'cq', seed)
    for (const seed of apartStories.get(day) ?? []) yield makeCase(apart, day, seed.sector, 'cq', seed)
  }
}

/** Streams and numbers of their own: with or without these stories everything else about the district is the same. */
const apartFrom = (making: Making): Making => ({
  ...making,
  random: new Random(making.seed + 5),
  handovers: new Random(making.seed + 6),
  clocks: new Random(making.seed + 7),
  rewards: new Random(making.seed + 8),
  numbers: new Map([[`${PREFIXES.cq}${yearOf(making.asOf)}`, FIRST_APART]]),
})

/** The municipal system numbers what another desk takes in from here on. */
const FIRST_APART = 9_000_000

interface Making extends Generation {
  readonly district: District
  readonly work: WorkingDays
  readonly random: Random
  readonly handovers: Random
  readonly clocks: Random
  readonly rewards: Random
  readonly numbers: Map<string, number>
  readonly people: number
}

function makeCase(
  making: Making,
  receivedOn: Day,
  sector: string,
  source: DemoCase['source'],
  seed: StorySeed | null,
): DemoCase {
  const { district, random, work, asOf } = making
  const town = seed === null ? district.drawTown(random, sector) : district.member('region', seed.town)
  const issue = seed === null ? district.drawIssue(random, sector) : district.member('issue', seed.issue)
  const industry =
    seed === null ? district.drawIndustry(random, sector) : district.member('industry', seed.industry)
  const department = district.drawDepartment(random, sector, town)
  const reporterKind = KINDS.draw(random)
  const enterprise = seed?.enterprise ?? enterpriseOf(random, shortName(town), sector)
  const village = district.drawVillage(random, town)
  const reportClass = seed?.class ?? CLASSES[source === 'mem' ? 'mem' : 'cq'].draw(random)
  const life = liveOn(random, work, {
    receivedOn,
    department: department.code,
    issue: issue.code,
    reachable: reporterKind !== 'anonymous',
    asOf,
    result: seed?.result,
  })
  const handover = handOver(making.handovers, work, life, asOf)
  const { assignedOn, returnedOn } = handover
  const clocks = clockDaysOf(making.clocks, work, {
    life,
    handover,
    department,
    others: district.othersThan(department, sector),
    reachable: reporterKind !== 'anonymous',
    isConcealed: reportClass === 'concealment',
    isMajor: reportClass === 'majorHazard',
    asOf,
  })
  const reward = rewardOf(making.rewards, making.office, sector, life)
  // Spelled out: spreading `life` makes slow objects, and a sized run makes ten million of them.
  return {
    state: life.state,
    result: life.result,
    acceptedOn: life.acceptedOn,
    rejectedOn: life.rejectedOn,
    assignedOn,
    returnedOn,
    verifiedOn: life.verifiedOn,
    extendedOn: life.extendedOn,
    extensionDays: life.extensionDays,
    closedOn: life.closedOn,
    repliedOn: life.repliedOn,
    rewardDecidedOn: life.rewardDecidedOn ?? clocks.rewardRefusedOn,
    rewardPaidOn: life.rewardPaidOn,
    rewardAmount: reward.rewardAmount,
    rewardItem: reward.rewardItem,
    fineAmount: life.fineAmount,
    signedOn: clocks.signedOn,
    transfers: clocks.transfers,
    extensionAskedOn: clocks.extensionAskedOn,
    refusalToldOn: clocks.refusalToldOn,
    rewardNotifiedOn: clocks.rewardNotifiedOn,
    fatal: clocks.fatal,
    updatedOn: Math.max(life.updatedOn, returnedOn ?? assignedOn ?? 0, latestOf(clocks)),
    source,
    sourceCaseNo: numberOf(making.numbers, source, receivedOn),
    upstreamCaseNo: '',
    receivedOn,
    channel: district.drawChannel(random, source),
    reportClass,
    town,
    village,
    industry,
    issue,
    department,
    enterprise,
    hazardLevel: reportClass === 'majorHazard' ? 'major' : reportClass === 'concealment' ? '' : 'general',
    summary: describeReport(random, { enterprise, village: village.name, issue: issue.name }),
    reporter: seed === null ? drawReporter(random, making.people) : reporterNo(seed.reporter),
    reporterKind,
    deleted: false,
    story: seed?.story ?? '',
  }
}

const latestOf = (clocks: ClockDays): Day =>
  Math.max(
    clocks.signedOn ?? 0,
    clocks.transfers.at(-1)?.day ?? 0,
    clocks.extensionAskedOn ?? 0,
    clocks.refusalToldOn ?? 0,
    clocks.rewardRefusedOn ?? 0,
    clocks.rewardNotifiedOn ?? 0,
  )

const PREFIXES = { cq: 'CQ', mem: 'YJ', ledger: 'TZ' } as const

/** The next number of a source in a year, e.g. CQ20260000123. */
function numberOf(numbers: Map<string, number>, source: DemoCase['source'], day: Day): string {
  const prefix = `${PREFIXES[source]}${yearOf(day)}`
  const no = (numbers.get(prefix) ?? 0) + 1
  numbers.set(prefix, no)
  return prefix + String(no).padStart(7, '0')
}

function sectorsOn(day: Day, work: WorkingDays): Lottery<string> {
  const codes = Object.keys(SECTORS)
  const weights = Object.values(SECTORS).map(
    (profile) => profile.share * seasonFactor(profile, day, work.springFestivals),
  )
  return new Lottery(codes, weights)
}

/** People report on working days more than on others, and least on public holidays. */
function weekFactor(day: Day, work: WorkingDays): number {
  if (work.isWorking(day)) return 1.15
  return work.isHoliday(day) ? 0.55 : 0.7
}

function averageWeight(first: Day, last: Day, work: WorkingDays): number {
  let sum = 0
  for (let day = first; day <= last; day++) sum += sectorsOn(day, work).total * weekFactor(day, work)
  return sum / (last - first + 1)
}

function byDay(seeds: readonly StorySeed[]): ReadonlyMap<Day, readonly StorySeed[]> {
  const days = new Map<Day, StorySeed[]>()
  for (const seed of seeds) days.set(seed.receivedOn, [...(days.get(seed.receivedOn) ?? []), seed])
  return days
}
