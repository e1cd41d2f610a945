import { resolvePreset } from '@fengsui/domain/time/period'
import type { PrismaClient } from '@fengsui/prisma/metadata'
import type { Office } from '@fengsui/prisma/office/office'
import type { Audit } from '../access/audit.js'
import { mayKnow } from '../access/concern.js'
import type { Caller } from '../graphql/caller.js'
import type { DataStates } from '../office/data-state.js'
import type { MemberLists } from '../office/member-lists.js'
import { type Rejection, isRejection, reject } from '../query/rejection.js'
import { parsePeriod } from '../query/request.js'
import type { Annotation, AnnotationList } from './annotations.models.js'
import { holidaysIn } from './holidays.js'
import { KINDS } from './kinds.js'
import { type AnnotationDraft, type CheckedAnnotation, parseAnnotation } from './request.js'

const MOST_ANNOTATIONS = 500

/** What stands beside the pictures over time: the office's file says some of it, people write the rest. */
export class AnnotationsService {
  constructor(
    private readonly metadata: PrismaClient,
    private readonly office: Office,
    private readonly lists: MemberLists,
    private readonly states: DataStates,
    private readonly audit: Audit,
  ) {}

  /** What touches the period and the caller may know, by its first day. @param input a preset, or both days. */
  async list(input: object, caller: Pick<Caller, 'locale' | 'session'>): Promise<AnnotationList | Rejection> {
    const asked = parsePeriod(input)
    if (isRejection(asked)) return asked
    const { asOf, firstDay } = await this.states.current()
    if (asOf === null) return { annotations: [], holidays: [] }
    const period = 'preset' in asked ? resolvePreset(asked.preset, asOf, firstDay ?? asOf) : asked
    const written = await this.metadata.annotation.findMany({
      where: { from: { lte: new Date(period.to) }, to: { gte: new Date(period.from) } },
      take: MOST_ANNOTATIONS,
    })
    const { locale, session } = caller
    const ofOffice = this.office.annotations
      .map((each, nth) => ({ ...each, id: `office-${nth}`, text: locale === 'en' ? each.textEn : each.text }))
      .filter(({ from, to }) => from <= period.to && to >= period.from)
    return {
      annotations: [
        ...ofOffice.map((each) => ({ ...told(each, caller), editable: false })),
        ...written.map((each) => told(daysOf(each), caller)),
      ]
        .filter((each) => mayKnow(session.scope, each))
        .sort((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1)),
      holidays: session.scope.cases === 'nothing' ? [] : holidaysIn(this.office.calendar, period, locale),
    }
  }

  /** Writes something down for all who may know of it. The caller's right to do so is asked before. */
  async add(draft: AnnotationDraft, caller: Caller): Promise<Annotation | Rejection> {
    const checked = parseAnnotation(draft, this.lists)
    if (isRejection(checked)) return checked
    if ((await this.metadata.annotation.count()) >= MOST_ANNOTATIONS) return tooMany()
    const { persona } = caller.session
    await this.audit.write(persona, 'addAnnotation', { ...checked })
    const written = await this.metadata.annotation.create({ data: { ...stored(checked), persona } })
    return told(daysOf(written), caller)
  }

  /** Writes something else in its place. */
  async change(id: string, draft: AnnotationDraft, caller: Caller): Promise<Annotation | Rejection> {
    const checked = parseAnnotation(draft, this.lists)
    if (isRejection(checked)) return checked
    const { persona } = caller.session
    await this.audit.write(persona, 'changeAnnotation', { id, ...checked })
    const [written] = await this.metadata.annotation.updateManyAndReturn({
      where: { id },
      data: { ...stored(checked), persona },
    })
    return written ? told(daysOf(written), caller) : unknownAnnotation()
  }

  async remove(id: string, { session }: Caller): Promise<{ id: string } | Rejection> {
    await this.audit.write(session.persona, 'removeAnnotation', { id })
    const removed = await this.metadata.annotation.deleteMany({ where: { id } })
    return removed.count === 1 ? { id } : unknownAnnotation()
  }
}

type Written = CheckedAnnotation & { readonly id: string }

function told(
  { id, kind, from, to, text, region, industry }: Written,
  caller: Pick<Caller, 'locale' | 'session'>,
): Annotation {
  const { locale, session } = caller
  const kindLabel = KINDS[kind][locale]
  return { id, kind, kindLabel, from, to, text, region, industry, editable: session.scope.annotate }
}

/** Days travel as texts and are kept as dates. */
const daysOf = <T extends { from: Date; to: Date }>(row: T) => ({
  ...row,
  from: row.from.toISOString().slice(0, 10),
  to: row.to.toISOString().slice(0, 10),
})

const stored = (annotation: CheckedAnnotation) => ({
  ...annotation,
  from: new Date(annotation.from),
  to: new Date(annotation.to),
})

const tooMany = (): Rejection =>
  reject(
    'badAnnotation',
    null,
    `最多保存${MOST_ANNOTATIONS}条标注，请先删除不用的。`,
    `${MOST_ANNOTATIONS} annotations can be kept; remove some first.`,
  )

const unknownAnnotation = (): Rejection =>
  reject(
    'unknownAnnotation',
    'id',
    '没有这条标注，可能已被删除，请刷新页面。',
    'There is no such annotation; it may have been removed. Reload the page.',
  )
