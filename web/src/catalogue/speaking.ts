import type { Catalogue } from './catalogue'
import type { Annotation } from '@fengsui/charts/answer'
import type { Translate } from '@fengsui/charts/format'

/** What everything that puts numbers into words needs: the names of the catalogue and the texts of the screen. */
export interface Speaking {
  readonly catalogue: Catalogue
  readonly t: Translate
  /** What happened, where it is to be said beside numbers over time. */
  readonly annotations?: readonly Annotation[]
}
