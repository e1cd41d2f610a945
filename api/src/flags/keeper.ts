import type { DataStates } from '../office/data-state.js'
import type { FlagLife } from './flag-life.js'
import type { ScreeningsService } from './screenings.service.js'

/** How often it is looked whether something was loaded, or a day or a setting is another. */
const LOOK_MS = 30_000

/** Screens the data after each load and at each new day, in the background, one at a time. */
export class FlagKeeper {
  private timer: NodeJS.Timeout | null = null
  private looking: Promise<void> | null = null

  constructor(
    private readonly states: DataStates,
    private readonly screenings: ScreeningsService,
    private readonly life: FlagLife,
    private readonly log: (line: string) => void,
  ) {}

  /** Looks now and from time to time. */
  start(): void {
    void this.look()
    this.timer = setInterval(() => void this.look(), LOOK_MS).unref()
  }

  /** Screens what is not screened yet; what goes wrong is told to the log, and tried again at the next look. */
  look(): Promise<void> {
    this.looking ??= this.screen().finally(() => (this.looking = null))
    return this.looking
  }

  async close(): Promise<void> {
    if (this.timer) clearInterval(this.timer)
    await this.looking
  }

  private async screen(): Promise<void> {
    try {
      const state = await this.states.known()
      if (state === null || state.asOf === null) return
      const screening = await this.screenings.current()
      if (screening) await this.life.takeOver(screening)
    } catch (error) {
      this.log(`the screening failed: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}
