import { SIDES } from '@fengsui/charts/fields'
import type { Figure } from '@fengsui/charts/figure'
import { LAYOUTS } from '@fengsui/charts/territory/layout'
import { VIEWS } from '@fengsui/charts/territory/scale'
import { MEASURES } from '@fengsui/domain/metrics/measures'
import { z } from 'zod'
import { parseActions } from '../deadlines/request.js'
import type { Query } from '../query/query.js'
import { type Rejection, isRejection, reject } from '../query/rejection.js'
import { parseRequest } from '../query/request.js'
import { isStorable } from '../query/storable.js'
import { FORMATS, type Item, type ListOrder, type Order, type RankingOrder } from './order.js'

/** As many papers as a long briefing has. */
export const MOST_ITEMS = 100
const LONGEST_NAME = 120
const MOST_MARKS = 200

/** Letters and signs that a person can write and read. */
const words = z
  .string()
  .trim()
  .min(1)
  .max(LONGEST_NAME)
  .refine((text) => isStorable(text) && !/\p{C}/u.test(text))
const measure = z.enum(Object.keys(MEASURES) as [string, ...string[]])
const day = z.iso.date()
const marks = z.int().min(1).max(MOST_MARKS)

const figure = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('trend'),
    measures: z.array(measure).nullable(),
    chosen: z.strictObject({ from: day, to: day }).nullable(),
  }),
  z.strictObject({ kind: z.literal('lines'), measure }),
  z.strictObject({ kind: z.literal('bars'), measure, most: marks }),
  z.strictObject({
    kind: z.literal('ranked'),
    measure,
    most: marks,
    onlyWithCases: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('columns'), measure }),
  z.strictObject({ kind: z.literal('matrix'), measure }),
  z.strictObject({ kind: z.literal('calendar'), measure }),
  z.strictObject({ kind: z.literal('multiples'), measure, most: marks }),
  z.strictObject({ kind: z.literal('slope'), measure, most: marks }),
  z.strictObject({ kind: z.literal('funnel'), measure }),
  z.strictObject({ kind: z.literal('stages') }),
  z.strictObject({
    kind: z.literal('map'),
    measure,
    view: z.enum(VIEWS),
    layout: z.enum(LAYOUTS).nullable(),
    clusters: z.boolean().optional(),
  }),
]) satisfies z.ZodType<Figure>

const item = z.strictObject({
  request: z.record(z.string(), z.unknown()),
  figure: figure.nullable(),
  name: words,
  title: words.nullable(),
  sides: z.array(z.enum(SIDES)).max(SIDES.length),
})

const order = z.strictObject({
  format: z.enum(FORMATS),
  title: words,
  items: z.array(z.unknown()).min(1).max(MOST_ITEMS),
})

/** The door of a single item. @param input anything; usually parsed JSON. */
export function parseItem(input: unknown): Item | Rejection {
  const parsed = item.safeParse(input)
  if (!parsed.success) return badItem(parsed.error.issues[0]?.path ?? [])
  const { request, ...rest } = parsed.data
  const query = parseRequest({ ...request, leaving: true })
  if (isRejection(query)) return query
  return rest.figure === null || fits(rest.figure, query) ? { ...rest, query } : badItem(['figure'])
}

/** The door: turns what came in into an order, or says what to change. */
export function parseOrder(input: unknown): Order | Rejection {
  const parsed = order.safeParse(input)
  if (!parsed.success) return badOrder(parsed.error.issues[0]?.path ?? [])
  const items: Item[] = []
  for (const [at, each] of parsed.data.items.entries()) {
    const read = parseItem(each)
    if (isRejection(read)) return { ...read, field: `items.${at}${read.field ? `.${read.field}` : ''}` }
    items.push(read)
  }
  const { format, title } = parsed.data
  const isPicture = format === 'png' || format === 'svg'
  const bare = isPicture ? items.find(({ figure: drawn }) => drawn === null) : undefined
  return bare ? noPicture(bare.name) : { format, title, items }
}

const listOrder = z.strictObject({
  format: z.enum(['xlsx', 'csv']),
  list: z.union([z.literal('rewardStandards'), z.record(z.string(), z.unknown())]),
})

/** The door of a list that is to leave. @returns null where the body orders something else. */
export function parseListOrder(input: unknown): ListOrder | Rejection | null {
  if (typeof input !== 'object' || input === null || !('list' in input)) return null
  const parsed = listOrder.safeParse(input)
  if (!parsed.success) return badListOrder()
  const { format, list: asked } = parsed.data
  if (asked === 'rewardStandards') return { format, list: asked }
  const list = parseActions(asked)
  return isRejection(list) ? list : { format, list }
}

const rankingOrder = z.strictObject({ format: z.enum(['xlsx', 'pptx', 'pdf']), ranking: words })

/** The door of a ranking that is to leave. @returns null where the body orders something else. */
export function parseRankingOrder(input: unknown): RankingOrder | Rejection | null {
  if (typeof input !== 'object' || input === null || !('ranking' in input)) return null
  const parsed = rankingOrder.safeParse(input)
  return parsed.success ? parsed.data : badRankingOrder()
}

const badRankingOrder = (): Rejection =>
  reject(
    'badExport',
    'ranking',
    '排名只能导出为 Excel、PPT 或 PDF，请选择一个版本后重试。',
    'A ranking leaves as Excel, PowerPoint or PDF; choose a version and try again.',
  )

const badListOrder = (): Rejection =>
  reject(
    'badExport',
    'list',
    '清单只能导出为 Excel 或 CSV，请重新选择。',
    'A list of cases leaves as Excel or CSV; choose again.',
  )

/** Can an answer to the question be drawn like this? */
function fits(drawn: Figure, { measures, dimensions, grain, comparisons }: Query): boolean {
  const asked = (ids: readonly string[]): boolean => ids.every((id) => measures.some((one) => one === id))
  const across = dimensions.length
  switch (drawn.kind) {
    case 'trend':
      return grain !== null && across === 0 && asked(drawn.measures ?? [])
    case 'calendar':
      return grain === 'day' && across === 0 && asked([drawn.measure])
    case 'stages':
      return grain === null && across === 0
    case 'slope':
      return grain === null && across === 1 && comparisons.length > 0 && asked([drawn.measure])
    case 'multiples':
    case 'lines':
      return grain !== null && across === 1 && asked([drawn.measure])
    case 'columns':
      return across + (grain === null ? 0 : 1) >= 1 && across <= 2 && asked([drawn.measure])
    case 'funnel':
      return grain === null && across === 1 && asked([drawn.measure]) && PROPORTIONS.has(drawn.measure)
    case 'bars':
    case 'ranked':
      return grain === null && across === 1 && asked([drawn.measure])
    case 'map': {
      const { view } = drawn
      const isCompared = view === 'value' || view === 'share' || comparisons.includes(view)
      return grain === null && across === 1 && isCompared && asked([drawn.measure])
    }
    case 'matrix':
      return grain === null && across === 2 && asked([drawn.measure])
  }
}

/** Measures that are parts of a whole, 0–1: what a funnel plot is of. */
const PROPORTIONS = new Set(
  Object.entries(MEASURES).flatMap(([id, { aggregate }]) => (aggregate.kind === 'ratio' ? [id] : [])),
)

const badItem = (path: readonly PropertyKey[]): Rejection =>
  reject(
    'badExport',
    path.map(String).join('.') || null,
    '这个图表的内容无法识别，请刷新页面后重新选择。',
    'This chart cannot be read; reload the page and choose it again.',
  )

const badOrder = (path: readonly PropertyKey[]): Rejection =>
  reject(
    'badExport',
    path.map(String).join('.') || null,
    `导出的内容无法识别：请选择格式、写明标题，并选1至${MOST_ITEMS}个图表。`,
    `The export cannot be read: choose a format, give a title, and 1 to ${MOST_ITEMS} charts.`,
  )

const noPicture = (name: string): Rejection =>
  reject(
    'badExport',
    'format',
    `“${name}”没有图形，请导出为 PDF、PPT、Excel 或 CSV。`,
    `"${name}" has no picture; export it as PDF, PowerPoint, Excel or CSV.`,
  )
