import type { Catalogue } from '../../catalogue/catalogue'
import type { Exploration } from '../../composables/exploration'
import { chosenPeriod } from '../../composables/question'
import type { MetricsRequest } from '../../graphql/generated/graphql'

/** As many members as lines that stay apart. */
const LINES = 5

/** How many members are asked: over time only as many as can be told apart, unless the user says otherwise. */
export function topOf({ dimensions, grain, top }: Exploration): number | null {
  if (dimensions.length === 0 || top === 'all') return null
  return top ?? (grain ? LINES : null)
}

/** As said, else by what is drawn: the largest first, or the least of what had better be more. */
export function orderOf(
  { measures, order }: Exploration,
  catalogue: Catalogue,
): NonNullable<Exploration['order']> {
  const [lead = 'received'] = measures
  return order ?? { measure: lead, direction: catalogue.measure(lead).better === 'higher' ? 'asc' : 'desc' }
}

/** The one question that the explore page asks. */
export function explorationRequest(exploration: Exploration, catalogue: Catalogue): MetricsRequest {
  const { comparisons, dimensions, filters, grain, measures, others } = exploration
  const top = topOf(exploration)
  return {
    measures: [...measures],
    dimensions: [...dimensions],
    grain,
    period: chosenPeriod(exploration, catalogue.office.defaultPeriod),
    filters: filters.map(({ dimension, codes }) => ({ dimension, in: [...codes] })),
    comparisons: [...comparisons],
    orderBy: dimensions.length > 0 ? orderOf(exploration, catalogue) : null,
    top,
    others: others && top !== null,
  }
}
