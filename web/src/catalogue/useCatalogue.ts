import { inject, provide, type ComputedRef, type InjectionKey } from 'vue'
import type { Catalogue } from './catalogue'

const KEY: InjectionKey<ComputedRef<Catalogue>> = Symbol('catalogue')

export const provideCatalogue = (catalogue: ComputedRef<Catalogue>): void => provide(KEY, catalogue)

/** The catalogue of the signed-in screen; only below a component that provides it. */
export function useCatalogue(): ComputedRef<Catalogue> {
  const catalogue = inject(KEY)
  if (!catalogue) throw new Error('No catalogue is provided here')
  return catalogue
}
