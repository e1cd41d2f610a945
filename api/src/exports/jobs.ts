import type { Text } from '@fengsui/domain/metrics/model'
import { type Rejection, reject } from '../query/rejection.js'

/** A file that is ready to be fetched. */
export interface FinishedFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

export type JobState = 'working' | 'done' | 'failed'

/** A file that is being made for a session, or was. */
export interface Job {
  readonly id: string
  /** Of whose session it is; nobody else sees it. */
  readonly session: string
  readonly title: string
  readonly controller: AbortController
  state: JobState
  /** From 0 to 1. */
  progress: number
  /** Why there is no file. */
  message: Text | null
  file: FinishedFile | null
  /** When it ended, in milliseconds of the clock that was passed in. */
  endedAt: number | null
}

/** Files that one session has made at once. */
const MOST_WORKING = 3
/** Of all sessions together: who comes later would wait for minutes. */
const MOST_WORKING_OF_ALL = 20
/** A finished file can be fetched for so long. */
const KEPT_MS = 10 * 60_000
/** All finished files together; the oldest goes first. */
const MOST_KEPT_BYTES = 256 * 1024 * 1024

/** The files that are being made, and those that wait to be fetched. They are in memory only: a restart leaves nothing. */
export class Jobs {
  private readonly jobs = new Map<string, Job>()

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** A new job, unless too many are being made. */
  begin(id: string, session: string, title: string): Job | Rejection {
    this.forget()
    const working = [...this.jobs.values()].filter(({ state }) => state === 'working')
    if (working.filter((job) => job.session === session).length >= MOST_WORKING) return tooMany()
    if (working.length >= MOST_WORKING_OF_ALL) return busy()
    const job: Job = {
      id,
      session,
      title,
      controller: new AbortController(),
      state: 'working',
      progress: 0,
      message: null,
      file: null,
      endedAt: null,
    }
    this.jobs.set(id, job)
    return job
  }

  /** A job of the session. */
  find(id: string, session: string): Job | Rejection {
    this.forget()
    const job = this.jobs.get(id)
    return job?.session === session ? job : unknown()
  }

  finish(job: Job, file: FinishedFile): void {
    Object.assign(job, { state: 'done', progress: 1, file, endedAt: this.now() })
    this.forget()
  }

  fail(job: Job, message: Text): void {
    Object.assign(job, { state: 'failed', message, endedAt: this.now() })
  }

  /** Ends a job of the session and forgets it with its file. */
  remove(id: string, session: string): Rejection | null {
    const job = this.jobs.get(id)
    if (job?.session !== session) return unknown()
    this.jobs.delete(id)
    job.controller.abort(new Error('the export was cancelled'))
    return null
  }

  /** Ends everything. */
  close(): void {
    for (const { id, session } of [...this.jobs.values()]) this.remove(id, session)
  }

  private forget(): void {
    const now = this.now()
    const ended = [...this.jobs.values()].filter(({ endedAt }) => endedAt !== null)
    let bytes = ended.reduce((sum, { file }) => sum + (file?.bytes.byteLength ?? 0), 0)
    for (const { id, endedAt, file } of ended) {
      const isOld = now - (endedAt ?? now) > KEPT_MS
      if (!isOld && bytes <= MOST_KEPT_BYTES) continue
      bytes -= file?.bytes.byteLength ?? 0
      this.jobs.delete(id)
    }
  }
}

const tooMany = (): Rejection =>
  reject(
    'tooManyExports',
    null,
    `您已有${MOST_WORKING}个导出正在进行，请等其中一个完成或取消后再试。`,
    `${MOST_WORKING} of your exports are being made; wait for one or cancel it.`,
  )

const busy = (): Rejection =>
  reject(
    'tooManyExports',
    null,
    '正在导出的人较多，请稍后再试。',
    'Many files are being made right now; try again in a moment.',
  )

const unknown = (): Rejection =>
  reject(
    'unknownExport',
    'id',
    '没有这个导出文件：可能已取消，或已超过10分钟被清除。请重新导出。',
    'There is no such file; it may have been cancelled, or was kept for 10 minutes. Export again.',
  )
