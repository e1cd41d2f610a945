import { createHash, randomBytes } from 'node:crypto'
import { setMaxListeners } from 'node:events'
import type { Cluster } from '@fengsui/charts/answer'
import type { Text } from '@fengsui/domain/metrics/model'
import type { AnnotationsService } from '../annotations/annotations.service.js'
import type { Audit } from '../access/audit.js'
import type { Personas } from '../access/personas.js'
import type { Session } from '../access/session.js'
import { RANKING_TITLE, type RankingLeaving } from '../assessment/ranking-leaving.js'
import type { ClusterMap } from '../flags/cluster-map.js'
import { costOfMetrics, tooCostlyText } from '../graphql/cost.js'
import { type Rate, tooOftenText } from '../graphql/rate.js'
import type { Answers } from '../metrics/answers.js'
import type { Locale } from '../office/member-lists.js'
import { type Rejection, isRejection, reject } from '../query/rejection.js'
import { fileName } from './file-name.js'
import type { Job, Jobs } from './jobs.js'
import type { ListPapers } from './list-papers.js'
import { MEDIA_TYPES } from './media-types.js'
import type { ListOrder, Order, RankingOrder } from './order.js'
import type { Made } from './drawing/edition.js'
import type { Edition, ListPaper, Mark } from './paper.js'
import type { AnsweredItem, Papers } from './papers.js'
import type { Press } from './press.js'

/** Questions that are asked in one statement: clicks come in between two of them. */
const ASKED_TOGETHER = 4
/** Asking and drawing are half of the work each. */
const HALF = 0.5

/** Who has a file made. */
export interface Orderer {
  readonly session: Session
  readonly locale: Locale
  readonly requestId: string
}

export interface ExportsParts {
  readonly answers: Answers
  readonly annotations: AnnotationsService
  readonly clusters: ClusterMap
  readonly papers: Papers
  readonly personas: Personas
  readonly press: Press
  readonly jobs: Jobs
  readonly leaving: ListPapers
  readonly ranking: RankingLeaving
  readonly audit: Audit
  readonly rate: Rate
  readonly timeZone: string
  readonly log: (line: string) => void
}

/**
 * Has files made: asks every item once more as leaving the office, as the person who wants it (scope, small cells and
 * audit are those of any answer that leaves), and gives the answers to the press.
 */
export class ExportsService {
  constructor(private readonly parts: ExportsParts) {}

  /** Begins with a file, or says why not; what can be refused without work is refused here. */
  begin(order: Order, who: Orderer): Job | Rejection {
    const { session } = who
    if (!session.scope.export) return forbidden()
    const costly = order.items.map(({ query }) => tooCostlyText(costOfMetrics(query))).find(Boolean)
    if (costly) return reject('queryTooLarge', 'items', costly.zh, costly.en)
    return this.start(order.title, order.items.length, who, (job) => this.make(job, order, who))
  }

  /** Begins with the file of a list of cases, or says why not. */
  beginList(order: ListOrder, who: Orderer): Job | Rejection {
    if (!who.session.scope.export) return forbidden()
    const title = this.parts.leaving.titleOf(order.list, who.locale)
    const { leaving } = this.parts
    return this.start(title, 1, who, (job) =>
      this.makeList(job, { ...order, title }, who, (signal) => leaving.paper(order.list, { ...who, signal })),
    )
  }

  /** Begins with the file of a ranking, or says why not; whoever assesses may have it without any other export. */
  beginRanking(order: RankingOrder, who: Orderer): Job | Rejection {
    const { scope } = who.session
    if (!scope.ranking || !(scope.export || scope.assess)) return forbidden()
    const title = RANKING_TITLE[who.locale]
    const { ranking } = this.parts
    return this.start(title, 1, who, (job) =>
      this.makeList(job, { ...order, title }, who, (signal) =>
        ranking.paper(order.ranking, { ...who, signal }),
      ),
    )
  }

  /** A job of the session, as it stands. */
  find(id: string, { idHash }: Session): Job | Rejection {
    return this.parts.jobs.find(id, idHash)
  }

  /** Ends a job; nothing of it is left. */
  cancel(id: string, { idHash }: Session): Rejection | null {
    return this.parts.jobs.remove(id, idHash)
  }

  async close(): Promise<void> {
    this.parts.jobs.close()
    await this.parts.press.close()
  }

  private start(
    title: string,
    items: number,
    { session }: Orderer,
    make: (job: Job) => Promise<Text | null>,
  ): Job | Rejection {
    const { jobs, rate } = this.parts
    const job = jobs.begin(randomBytes(16).toString('hex'), session.idHash, title)
    if (isRejection(job)) return job
    const seconds = rate.secondsUntil(session.idHash, items)
    if (seconds > 0) {
      jobs.remove(job.id, session.idHash)
      return reject('tooManyExports', null, tooOftenText(seconds).zh, tooOftenText(seconds).en)
    }
    void this.work(job, make)
    return job
  }

  private async work(job: Job, make: (job: Job) => Promise<Text | null>): Promise<void> {
    const { jobs, log } = this.parts
    try {
      const refused = await make(job)
      if (refused) jobs.fail(job, refused)
    } catch (error) {
      if (job.controller.signal.aborted) return
      log(
        `export ${job.id} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      )
      jobs.fail(job, FAULT)
    }
  }

  /** @returns why there is no file, or null. */
  private async make(job: Job, order: Order, who: Orderer): Promise<Text | null> {
    const { annotations, papers, press } = this.parts
    const { session, locale } = who
    const answered = await this.ask(job, order, who)
    if (!Array.isArray(answered)) return answered
    const mark = this.markOf(who)
    const edition = {
      format: order.format,
      title: order.title,
      locale,
      office: await papers.officeOf(locale),
      catalogue: await papers.catalogueOf(answered, locale),
      mark,
      annotations: papers.annotationsOf(await annotations.list({ preset: 'all' }, who), locale),
      papers: await Promise.all(
        answered.map(async (each) => papers.paperOf(each, locale, await this.clustersOf(each, who))),
      ),
      list: null,
    }
    const { signal } = job.controller
    const file = await press.make(edition, signal, (done) => {
      job.progress = HALF + (HALF * done) / order.items.length
    })
    const answers = answered.map(({ table }) => table.id)
    await this.hand(job, file, { edition, detail: { answers }, session })
    const period = answered[0]?.table.period.label ?? ''
    this.finish(job, file, [order.title, period])
    return null
  }

  /** What a map that shows clusters says of them, as it may leave. */
  private async clustersOf(
    { item: { figure }, table }: AnsweredItem,
    who: Orderer,
  ): Promise<readonly Cluster[]> {
    if (figure?.kind !== 'map' || !figure.clusters) return []
    return (await this.parts.clusters.within(table.period, who, true)).clusters
  }

  /** @returns why there is no file, or null. */
  private async makeList(
    job: Job,
    { format, title }: Pick<Edition, 'format' | 'title'>,
    who: Orderer,
    paper: (signal: AbortSignal) => Promise<ListPaper | Rejection>,
  ): Promise<Text | null> {
    const { papers, press } = this.parts
    const { session, locale } = who
    const { signal } = job.controller
    const list = await paper(signal)
    if (isRejection(list)) return list.message
    job.progress = HALF
    const edition: Edition = {
      format,
      title,
      locale,
      office: await papers.officeOf(locale),
      catalogue: await papers.catalogueOf([], locale),
      mark: this.markOf(who),
      annotations: [],
      papers: [],
      list,
    }
    const file = await press.make(edition, signal, () => undefined)
    const { holds, rows, asOf } = list
    await this.hand(job, file, { edition, detail: { [holds]: rows.length }, session })
    this.finish(job, file, [title, asOf])
    return null
  }

  /** Writes down what is about to leave: what cannot be written down does not. */
  private async hand(
    job: Job,
    { bytes }: Made,
    about: { readonly edition: Edition; readonly detail: object; readonly session: Session },
  ): Promise<void> {
    const { format, title, mark } = about.edition
    await this.parts.audit.write(about.session.persona, 'export', {
      number: mark.number,
      format,
      title,
      ...about.detail,
      bytes: bytes.byteLength,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
    job.controller.signal.throwIfAborted()
  }

  private finish(job: Job, { bytes, ending }: Made, name: readonly string[]): void {
    this.parts.jobs.finish(job, { name: fileName(name, ending), type: MEDIA_TYPES[ending], bytes })
  }

  /** The answers of all items, a few at a time; the first refusal ends it. */
  private async ask(
    job: Job,
    { items }: Order,
    { session, locale, requestId }: Orderer,
  ): Promise<AnsweredItem[] | Text> {
    const answered: AnsweredItem[] = []
    for (let from = 0; from < items.length; from += ASKED_TOGETHER) {
      const { signal } = job.controller
      signal.throwIfAborted()
      // Questions with the same signal are read in one statement; those of the next turn in another one.
      const turn = AbortSignal.any([signal])
      setMaxListeners(0, signal, turn)
      const asked = items.slice(from, from + ASKED_TOGETHER)
      const tables = await Promise.all(
        asked.map(({ query }) => this.parts.answers.now(query, { session, locale, requestId, signal: turn })),
      )
      for (const [at, table] of tables.entries()) {
        const item = asked[at]
        if (!item) continue
        if (isRejection(table)) return ofItem(item.title ?? item.name, table.message)
        answered.push({ item, table })
      }
      job.progress = (HALF * answered.length) / items.length
    }
    return answered
  }

  private markOf({ session, locale }: Orderer): Mark {
    const { personas, timeZone } = this.parts
    const persona = personas.find(session.persona)
    if (!persona) throw new Error(`internal: a session of nobody: ${session.persona}`)
    const number = randomBytes(4).toString('hex').toUpperCase()
    return {
      who: personas.nameOf(persona, locale),
      at: new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
        new Date(),
      ),
      number: `${number.slice(0, 4)}-${number.slice(4)}`,
    }
  }
}

const ofItem = (name: string, { zh, en }: Text): Text => ({ zh: `“${name}”：${zh}`, en: `"${name}": ${en}` })

const FAULT: Text = {
  zh: '生成文件时出错，请稍后重试或换一种格式；如仍出错，请告诉管理员。',
  en: 'The file could not be made. Try again or choose another format; if it stays so, tell the administrator.',
}

const forbidden = (): Rejection =>
  reject(
    'forbidden',
    null,
    '您的角色不能导出，确有需要请联系安委办业务人员。',
    'Your role may not export. Ask the safety commission office if you need it.',
  )
