import type { Catalogue } from '../../catalogue/catalogue'

/** A page of the product as its navigation names it: route, text in `shell`, and for whom it is. */
export interface Page {
  readonly route: string
  readonly text: string
  readonly isFor: (catalogue: Catalogue) => boolean
}

const everybody = () => true
/** A limit, and the step that ends it, are known of the office's cases. */
const hasClocks = (catalogue: Catalogue) =>
  catalogue.has('pendingClosing') || catalogue.has('pendingAcceptance')

/** In the order of the navigation. */
export const PAGES: readonly Page[] = [
  { route: 'overview', text: 'shell.overview', isFor: everybody },
  { route: 'regions', text: 'shell.regions', isFor: (catalogue) => catalogue.dimension('region1') !== null },
  { route: 'industries', text: 'shell.industries', isFor: everybody },
  { route: 'issues', text: 'shell.issues', isFor: everybody },
  { route: 'deadlines', text: 'shell.deadlines', isFor: hasClocks },
  { route: 'rewards', text: 'shell.rewards', isFor: (catalogue) => catalogue.has('rewardsDecided') },
  { route: 'cases', text: 'shell.cases', isFor: ({ viewer }) => viewer.may.listCases },
  { route: 'explore', text: 'shell.explore', isFor: everybody },
  { route: 'wall', text: 'shell.wall', isFor: everybody },
  { route: 'loads', text: 'shell.loads', isFor: ({ viewer }) => viewer.may.loads },
  { route: 'glossary', text: 'shell.glossary', isFor: everybody },
]

/** The pages for whoever is signed in. */
export const pagesFor = (catalogue: Catalogue): readonly Page[] =>
  PAGES.filter(({ isFor }) => isFor(catalogue))

/** On a telephone these stand in the bar below; the others are behind 更多. */
export const FIRST_PAGES: readonly string[] = ['overview', 'industries', 'regions', 'explore']
