import { type Day, addDays } from '@fengsui/domain/time/day'
import type { Flag, FlagState, Prisma, PrismaClient } from '@fengsui/prisma/metadata'
import type { FoundSignal } from './findings.js'
import type { Screening } from './screenings.service.js'
import { isOver } from './words.js'

/** Found again within so many days it goes on; after that it is another. */
const GOES_ON_DAYS = 45
/** What was dismissed stays so unless it has grown by so much, or so many days have passed. */
const GREW_BY = 1.5
const DISMISSED_DAYS = 90

const dateOf = (day: Day): Date => new Date(day)
const isoOf = (date: Date): Day => date.toISOString().slice(0, 10)
const stored = (signal: FoundSignal) => signal as unknown as Prisma.InputJsonValue

/** What a kept flag says. */
export const signalOf = (flag: Flag): FoundSignal => flag.signal as unknown as FoundSignal

/** Keeps the flags: what is found again goes on as one, what is new becomes one. */
export class FlagLife {
  constructor(private readonly metadata: PrismaClient) {}

  /** Takes over what a screening found; facts that are long known are no flags. The same screening twice changes nothing. */
  async takeOver({ id, asOf, findings }: Screening): Promise<void> {
    const known = await this.metadata.flag.findMany({
      where: { lastDay: { gte: dateOf(addDays(asOf, -DISMISSED_DAYS)) } },
      orderBy: { firstDay: 'asc' },
    })
    for (const signal of findings.signals) {
      if (signal.level === 'note') continue
      const flag = known.findLast(({ key }) => key === signal.key)
      if (flag && goesOn(flag, signal, asOf)) await this.goOn(flag, signal, id, asOf)
      else await this.begin(signal, id, asOf)
    }
  }

  /** Moves a flag on, or puts it off. @returns null when somebody else has moved it meanwhile. */
  async move(
    flag: Flag,
    step: {
      readonly to: FlagState
      readonly note: string
      readonly until: Day | null
      readonly persona: string
    },
  ): Promise<Flag | null> {
    const snoozedUntil = step.until === null ? null : dateOf(step.until)
    const [moved] = await this.metadata.flag.updateManyAndReturn({
      where: { id: flag.id, state: flag.state },
      data: { state: step.to, snoozedUntil },
    })
    if (!moved) return null
    const { to, note, persona } = step
    await this.metadata.flagStep.create({
      data: { flagId: flag.id, from: flag.state, to, note, persona, snoozedUntil },
    })
    return moved
  }

  private async goOn(flag: Flag, signal: FoundSignal, screeningId: string, asOf: Day): Promise<void> {
    if (isoOf(flag.lastDay) > asOf) return
    const about = isOver(flag.state)
      ? {}
      : { signal: stored(signal), level: signal.level, word: signal.word, screeningId }
    await this.metadata.flag.update({ where: { id: flag.id }, data: { ...about, lastDay: dateOf(asOf) } })
  }

  private async begin(signal: FoundSignal, screeningId: string, asOf: Day): Promise<void> {
    const { key, word, level, region, industry, issue, enterprise } = signal
    const day = dateOf(asOf)
    await this.metadata.flag.create({
      data: {
        ...{ key, word, level, region, industry, issue, enterprise, screeningId },
        ...{ firstDay: day, lastDay: day, signal: stored(signal) },
      },
    })
  }
}

function goesOn(flag: Flag, signal: FoundSignal, asOf: Day): boolean {
  const since = isoOf(flag.lastDay)
  if (flag.state === 'dismissed')
    return since >= addDays(asOf, -DISMISSED_DAYS) && signal.observed < signalOf(flag).observed * GREW_BY
  if (flag.state === 'closed')
    return signal.from <= isoOf(flag.lastDay) && since >= addDays(asOf, -GOES_ON_DAYS)
  return since >= addDays(asOf, -GOES_ON_DAYS)
}
