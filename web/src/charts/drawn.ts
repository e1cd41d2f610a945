import { defineAsyncComponent } from 'vue'

const load = () => import('./Drawn.vue')

/** The part that draws. It is fetched as soon as this module is known, so that it is there when numbers come. */
const drawn = load()

/** When it is there, or cannot be had at first. */
const loaded: Promise<unknown> = drawn.catch(() => undefined)

export const Drawn = defineAsyncComponent(() => drawn.catch(load))

const paint = () => import('./Painted.vue')

/** Maps of very many areas do without the library. */
export const Painted = defineAsyncComponent(paint)

/** When there is what a drawing is drawn with. */
export const readyFor = ({ painted }: { readonly painted: boolean }): Promise<unknown> =>
  painted ? paint().catch(() => undefined) : loaded

/** The same for kinds of pictures that few pages have, which need more of the library. */
export const DrawnRare = defineAsyncComponent(async () => {
  await import('./rare')
  return load()
})
