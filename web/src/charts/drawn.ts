import { defineAsyncComponent } from 'vue'

const load = () => import('./Drawn.vue')

/** The part that draws. It is fetched as soon as this module is known, so that it is there when numbers come. */
const drawn = load()

/** When it is there, or cannot be had at first. */
export const loaded: Promise<unknown> = drawn.catch(() => undefined)

export const Drawn = defineAsyncComponent(() => drawn.catch(load))

/** The same for pictures of very many marks, which need one more part of the library. */
export const DrawnOnCanvas = defineAsyncComponent(async () => {
  await import('./canvas')
  return load()
})

/** The same for kinds of pictures that few pages have, which need more of the library. */
export const DrawnRare = defineAsyncComponent(async () => {
  await import('./rare')
  return load()
})
