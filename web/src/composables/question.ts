import type { DimensionId, PeriodPreset } from '../graphql/generated/graphql'
import { first, known, texts, type Address } from './address'

export type PeriodChoice =
  | { readonly preset: PeriodPreset }
  /** ISO days, both inclusive. */
  | { readonly from: string; readonly to: string }

export interface Filter {
  readonly dimension: DimensionId
  /** Codes; '' is 未知. */
  readonly codes: readonly string[]
}

/** What every question has, whichever page asks it. */
export interface Question {
  /** Null: the office's default. */
  readonly period: PeriodChoice | null
  /** In the order in which they were set. */
  readonly filters: readonly Filter[]
}

/** What an address may name; the catalogue is one. */
export interface Words {
  readonly dimensions: readonly { readonly id: DimensionId }[]
  readonly periods: readonly { readonly id: PeriodPreset }[]
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Reads a period as `periodText` writes it; null for what is not understood. */
export function parsePeriod(text: string | null, words: Words): PeriodChoice | null {
  if (text === null) return null
  const [preset] = known(text, words.periods)
  if (preset) return { preset }
  const [from = '', to = ''] = text.split('_')
  return DAY.test(from) && DAY.test(to) && from <= to ? { from, to } : null
}

function parseFilter(text: string, words: Words): Filter[] {
  const colon = text.indexOf(':')
  const [dimension] = known(text.slice(0, Math.max(0, colon)), words.dimensions)
  if (!dimension) return []
  try {
    return [
      {
        dimension,
        codes: text
          .slice(colon + 1)
          .split('~')
          .map(decodeURIComponent),
      },
    ]
  } catch {
    return []
  }
}

/** Reads period and filters from the query of an address; what is not understood is left out. */
export function parseQuestion(address: Address, words: Words): Question {
  const filters = texts(address.filter).flatMap((text) => parseFilter(text, words))
  return {
    period: parsePeriod(first(address.period), words),
    filters: filters.filter(
      (one, at) => filters.findIndex((other) => other.dimension === one.dimension) === at,
    ),
  }
}

/** A period as it stands in an address. */
export const periodText = (period: PeriodChoice): string =>
  'preset' in period ? period.preset : `${period.from}_${period.to}`

const codeText = (code: string) => encodeURIComponent(code).replaceAll('~', '%7E')

/** The query of an address that `parseQuestion` reads back; defaults are left out. */
export function questionAddress({ period, filters }: Question): Record<string, string | string[]> {
  return {
    ...(period && { period: periodText(period) }),
    ...(filters.length > 0 && {
      filter: filters.map(({ dimension, codes }) => `${dimension}:${codes.map(codeText).join('~')}`),
    }),
  }
}

export const chosenPeriod = (question: Question, otherwise: PeriodPreset): PeriodChoice =>
  question.period ?? { preset: otherwise }

/** Sets, or with no codes removes, the filter of a dimension; a new filter comes last. */
export function withFilter<T extends Question>(
  question: T,
  dimension: DimensionId,
  codes: readonly string[],
): T {
  const others = question.filters.filter((filter) => filter.dimension !== dimension)
  return { ...question, filters: codes.length > 0 ? [...others, { dimension, codes }] : others }
}

export const codesOf = ({ filters }: Pick<Question, 'filters'>, dimension: DimensionId): readonly string[] =>
  filters.find((filter) => filter.dimension === dimension)?.codes ?? []

/** A click on a mark: the mark becomes the dimension's filter; a second click takes it away. */
export function withPicked<T extends Question>(question: T, dimension: DimensionId, code: string): T {
  const codes = codesOf(question, dimension)
  return withFilter(question, dimension, codes.length === 1 && codes[0] === code ? [] : [code])
}

/** The mark is put to those that are picked; one that is picked is taken out. Its dimension keeps its place. */
export function withAlso<T extends Question>(question: T, dimension: DimensionId, code: string): T {
  const codes = withToggled(codesOf(question, dimension), code)
  return codes.length > 0 && codesOf(question, dimension).length > 0
    ? {
        ...question,
        filters: question.filters.map((filter) =>
          filter.dimension === dimension ? { dimension, codes } : filter,
        ),
      }
    : withFilter(question, dimension, codes)
}

export function withToggled<T extends string>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item]
}
