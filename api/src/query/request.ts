import { DIMENSIONS, type DimensionId } from '@fengsui/domain/metrics/dimensions'
import { MEASURES, type MeasureId } from '@fengsui/domain/metrics/measures'
import type { Text } from '@fengsui/domain/metrics/model'
import { COMPARISONS, type ComparisonKind } from '@fengsui/domain/time/comparison'
import { isDay } from '@fengsui/domain/time/day'
import { GRAINS, type Grain } from '@fengsui/domain/time/grain'
import { PERIOD_PRESETS, type PeriodPreset } from '@fengsui/domain/time/period'
import { z } from 'zod'
import type { Query } from './query.js'
import { type Rejection, type RejectionCode, reject } from './rejection.js'

/** One table shows three axes beside time. */
const MOST_DIMENSIONS = 3
/** More columns than this no table shows. */
const MOST_MEASURES = 40
const MOST_TOP = 200
const MOST_CODES = 500

const ids = <T extends string>(catalogue: Record<T, unknown>) => z.enum(Object.keys(catalogue) as [T, ...T[]])
const measure = ids<MeasureId>(MEASURES)
const dimension = ids<DimensionId>(DIMENSIONS)
const day = z.string().refine(isDay)

const period = z.strictObject({
  preset: ids<PeriodPreset>(PERIOD_PRESETS).nullish(),
  from: day.nullish(),
  to: day.nullish(),
})

const shape = z.strictObject({
  measures: z.array(measure).max(MOST_MEASURES),
  dimensions: z.array(dimension).default([]),
  grain: ids<Grain>(GRAINS).nullish().default(null),
  period,
  filters: z
    .array(z.strictObject({ dimension, in: z.array(z.string().max(100)).min(1).max(MOST_CODES) }))
    .default([]),
  comparisons: z.array(ids<ComparisonKind>(COMPARISONS)).default([]),
  orderBy: z
    .strictObject({ measure, direction: z.enum(['asc', 'desc']).default('desc') })
    .nullish()
    .default(null),
  top: z.int().min(1).max(MOST_TOP).nullish().default(null),
  others: z.boolean().default(false),
  reach: z.enum(['own', 'office']).default('own'),
  leaving: z.boolean().default(false),
})
type Shape = z.infer<typeof shape>

/**
 * The door: turns what came in into a Query, or says what to change. Behind it nothing is checked for form again.
 *
 * @param input anything; usually the GraphQL input.
 */
export function parseRequest(input: unknown): Query | Rejection {
  const parsed = shape.safeParse(input)
  if (!parsed.success) return malformed(parsed.error.issues[0]?.path ?? [])
  return refusal(parsed.data) ?? queryOf(parsed.data)
}

/** The same for a period that is asked alone: a preset or both days. */
export function parsePeriod(input: object): Query['period'] | Rejection {
  const parsed = period.safeParse({ ...input })
  if (!parsed.success) return malformed(['period', ...(parsed.error.issues[0]?.path ?? [])])
  return periodRefusal(parsed.data) ?? chosenPeriod(parsed.data)
}

const chosenPeriod = ({ preset, from, to }: Shape['period']): Query['period'] =>
  preset ? { preset } : { from: from ?? '', to: to ?? '' }

function queryOf(request: Shape): Query {
  return {
    ...request,
    grain: request.grain ?? null,
    orderBy: request.orderBy ?? null,
    top: request.top ?? null,
    period: chosenPeriod(request.period),
  }
}

/** What zod found, as a refusal of the part of the request in which it stands. */
function malformed(path: readonly PropertyKey[]): Rejection {
  const field = path.map(String).join('.')
  const codes: Record<string, RejectionCode> = {
    period: 'badPeriod',
    grain: 'badGrain',
    filters: 'unknownMember',
  }
  const code = codes[String(path[0])] ?? 'badTop'
  if (code === 'badPeriod') {
    return reject(
      code,
      field,
      '日期无效，请写成 2026-11-23 这样的日期。',
      'Not a date; write it like 2026-11-23.',
    )
  }
  if (path[0] === 'top') {
    return reject(
      code,
      field,
      `前几名须为1至${MOST_TOP}的整数。`,
      `\`top\` must be a whole number from 1 to ${MOST_TOP}.`,
    )
  }
  const name = PARTS[String(path[0])]
  return reject(
    code,
    field || null,
    name ? `${name.zh}无效，请重新选择。` : '请求无效，请刷新页面后重试。',
    name ? `The ${name.en} in the request is not valid; choose again.` : 'The request is not valid.',
  )
}

/** How people call the parts of a request. */
const PARTS: Readonly<Record<string, Text>> = {
  measures: { zh: '指标', en: 'measure' },
  dimensions: { zh: '维度', en: 'dimension' },
  grain: { zh: '时间粒度', en: 'grain' },
  filters: { zh: '筛选条件', en: 'filter' },
  comparisons: { zh: '比较方式', en: 'comparison' },
  orderBy: { zh: '排序', en: 'order' },
  others: { zh: '“其他”', en: 'mark for others' },
  reach: { zh: '数据范围', en: 'reach' },
  leaving: { zh: '外发标记', en: 'mark for leaving' },
}

const NAMES: Readonly<Record<string, Text>> = {
  ...Object.fromEntries(
    Object.entries({ ...MEASURES, ...DIMENSIONS, ...COMPARISONS }).map(([id, { label }]) => [id, label]),
  ),
}

const repeated = (items: readonly string[]): string | undefined =>
  items.find((item, i) => items.indexOf(item) !== i)

/** What is well-formed and still makes no sense. */
function refusal(request: Shape): Rejection | null {
  const { measures, dimensions, filters, comparisons, orderBy, top, others } = request
  if (measures.length === 0) {
    return reject('emptyMeasures', 'measures', '请至少选择一个指标。', 'Choose at least one measure.')
  }
  if (dimensions.length > MOST_DIMENSIONS) {
    return reject(
      'tooManyDimensions',
      'dimensions',
      `一张表最多${MOST_DIMENSIONS}个维度，请去掉一个。`,
      `One table shows ${MOST_DIMENSIONS} dimensions at most; take one away.`,
    )
  }
  for (const [field, items] of Object.entries({
    measures,
    dimensions,
    comparisons,
    filters: filters.map((filter) => filter.dimension),
  })) {
    const twice = repeated(items)
    if (twice !== undefined) {
      const { zh, en } = NAMES[twice] ?? { zh: twice, en: twice }
      return reject('duplicateItem', field, `“${zh}”重复了，请只选一次。`, `"${en}" is given twice.`)
    }
  }
  if (orderBy && !measures.includes(orderBy.measure)) {
    return reject(
      'badTop',
      'orderBy',
      '排序所用的指标须在所选指标之中。',
      'Order by one of the measures asked for.',
    )
  }
  if ((top !== null || orderBy) && dimensions.length === 0) {
    return reject(
      'badTop',
      top === null ? 'orderBy' : 'top',
      '没有维度，无法排名。',
      'There is no dimension to rank.',
    )
  }
  if (others && top === null) {
    return reject(
      'badTop',
      'others',
      '要显示“其他”，请先指定前几名。',
      'To see the others, say how many come first.',
    )
  }
  return periodRefusal(request.period)
}

function periodRefusal({ preset, from, to }: Shape['period']): Rejection | null {
  if (preset ? from || to : !(from && to)) {
    return reject(
      'badPeriod',
      'period',
      '请选择一个时段，或同时给出开始日期和结束日期。',
      'Give either a preset, or both the first and the last day.',
    )
  }
  if (from && to && from > to) {
    return reject('badPeriod', 'period.to', '结束日期早于开始日期。', 'The period ends before it begins.')
  }
  return null
}
