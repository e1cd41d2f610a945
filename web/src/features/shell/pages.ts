import type { Catalogue } from '../../catalogue/catalogue'
import type { DimensionId } from '../../graphql/generated/graphql'

/** A page of the product as its navigation names it: route, text in `shell`, what it is about and for whom it is. */
export interface Page {
  readonly route: string
  readonly text: string
  /** Do the office's data have what the page is about? */
  readonly hasSubject?: (catalogue: Catalogue) => boolean
  readonly isFor?: (viewer: Catalogue['viewer']) => boolean
}

/** A limit, and the step that ends it, are known of the office's cases. */
const hasClocks = (catalogue: Catalogue) =>
  catalogue.has('pendingClosing') || catalogue.has('pendingAcceptance')
const splitBy = (dimension: DimensionId) => (catalogue: Catalogue) => catalogue.dimension(dimension) !== null

/** In the order of the navigation. */
export const PAGES: readonly Page[] = [
  { route: 'overview', text: 'shell.overview' },
  { route: 'regions', text: 'shell.regions', hasSubject: splitBy('region1') },
  { route: 'industries', text: 'shell.industries', hasSubject: splitBy('industry1') },
  { route: 'issues', text: 'shell.issues', hasSubject: splitBy('issue1') },
  { route: 'deadlines', text: 'shell.deadlines', hasSubject: hasClocks },
  { route: 'ranking', text: 'shell.ranking', isFor: ({ may }) => may.ranking },
  { route: 'rewards', text: 'shell.rewards', hasSubject: (catalogue) => catalogue.has('rewardsDecided') },
  { route: 'flags', text: 'shell.flags', isFor: ({ may }) => may.officeTotals },
  { route: 'cases', text: 'shell.cases', isFor: ({ may }) => may.listCases },
  { route: 'explore', text: 'shell.explore' },
  { route: 'wall', text: 'shell.wall' },
  { route: 'loads', text: 'shell.loads', isFor: ({ may }) => may.loads },
  { route: 'glossary', text: 'shell.glossary' },
]

/** Do the office's data have what a page is about? Pages that the navigation does not name are about nothing. */
export const hasSubject = (route: unknown, catalogue: Catalogue): boolean =>
  PAGES.find((page) => page.route === route)?.hasSubject?.(catalogue) ?? true

/** The pages for whoever is signed in. */
export const pagesFor = (catalogue: Catalogue): readonly Page[] =>
  PAGES.filter(({ route, isFor }) => hasSubject(route, catalogue) && (isFor?.(catalogue.viewer) ?? true))

/** On a telephone these stand in the bar below; the others are behind 更多. */
export const FIRST_PAGES: readonly string[] = ['overview', 'industries', 'regions', 'explore']
