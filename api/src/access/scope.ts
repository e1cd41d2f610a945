import type { DimensionId } from '@fengsui/domain/metrics/dimensions'

/**
 * Which cases a person may see, as data. The query passes apply it in one place; a scope that names nothing shows
 * nothing.
 */
export type Scope =
  | { readonly kind: 'whole' }
  | { readonly kind: 'within'; readonly dimension: DimensionId; readonly codes: readonly string[] }
  | { readonly kind: 'nothing' }
