import type { Speaking } from '../../catalogue/speaking'
import { withFilter, type Question } from '../../composables/question'

/** What is known of a question that no report answers; null is not known (yet). */
interface Known {
  /** Reports in the period, whatever the filters. */
  readonly inPeriod: number | null
  /** Reports that pass the filters, whenever. */
  readonly ever: number | null
}

/** A way out: what it is called, and the question that it leads to. */
interface Step {
  readonly id: 'unfilter' | 'clear' | 'widen'
  readonly label: string
  readonly question: Question
}

interface Emptiness {
  readonly reasons: readonly string[]
  readonly steps: readonly Step[]
}

/** Why a question has no report to its answer, and what would have one. */
export function emptinessOf(
  question: Question,
  { inPeriod, ever }: Known,
  { catalogue, t }: Speaking,
): Emptiness {
  const { filters } = question
  const { office, viewer } = catalogue
  const last = filters.at(-1)
  const isFiltered = filters.length > 0 && inPeriod !== null && inPeriod > 0
  const seen = viewer.sees.map(({ dimension, members, of }) =>
    t('empty.seen', { dimension: catalogue.dimension(dimension)?.label ?? dimension, members, of }),
  )
  const reasons = [
    ...(isFiltered ? [t('empty.filtered', { count: inPeriod })] : []),
    ...(inPeriod === 0 ? [t('empty.quiet')] : []),
    ...(inPeriod === 0 && office.firstDay && office.asOf
      ? [t('empty.known', { from: office.firstDay, to: office.asOf })]
      : []),
    ...(filters.length > 0 && ever !== null ? [t('empty.ever', { count: ever })] : []),
    ...(seen.length > 0 ? [t('empty.role', { seen: seen.join(t('list.names')) })] : []),
  ]
  const nameOf = (code: string) =>
    last ? catalogue.nameOf(last.dimension, code, t('chart.unknown')) : t('chart.unknown')
  const steps: Step[] = [
    ...(last
      ? [
          {
            id: 'unfilter' as const,
            label: t('empty.unfilter', {
              dimension: catalogue.dimension(last.dimension)?.label ?? last.dimension,
              names: last.codes.map(nameOf).join(t('list.names')),
            }),
            question: withFilter(question, last.dimension, []),
          },
        ]
      : []),
    ...(filters.length > 1
      ? [{ id: 'clear' as const, label: t('filters.clear'), question: { ...question, filters: [] } }]
      : []),
    {
      id: 'widen' as const,
      label: t('empty.widen'),
      // Filters that nothing ever passes would leave the whole time empty too.
      question: { period: { preset: 'all' }, filters: ever === 0 ? [] : filters },
    },
  ]
  return { reasons, steps }
}
