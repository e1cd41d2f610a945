/// <reference lib="dom" />
import type { Page } from '@playwright/test'

/** Milliseconds from the last answer or boundary to the first painted frame of the map, and from each move to its next frame. */
export interface MapTimes {
  readonly paint: number
  readonly hover: readonly number[]
}

declare global {
  interface Window {
    map: { paintedAt: number; answeredAt: number; hover: number[] }
  }
}

/** Runs in the page before anything of its own: looks at each frame whether the map is there. */
export function watchMap(): void {
  const seen = { paintedAt: 0, answeredAt: 0, hover: [] as number[] }
  window.map = seen
  const answeredAt = () =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => name.includes('/graphql') || name.includes('/maps/'))
      .reduce((last, { responseEnd }) => Math.max(last, responseEnd), 0)
  const isThere = (): boolean => {
    const canvas = document.querySelector<HTMLCanvasElement>(
      '[data-testid="trend-map"] canvas, [data-map] canvas',
    )
    const context = canvas?.getContext('2d')
    if (!canvas || !context || canvas.width === 0) return false
    const { width, height } = canvas
    return [0.4, 0.5, 0.6].some((at) => context.getImageData(width * at, height / 2, 1, 1).data[3] !== 0)
  }
  const look = (): void => {
    if (!isThere()) return void requestAnimationFrame(look)
    seen.answeredAt = answeredAt()
    // The frame in which it was drawn is over when the next one begins.
    requestAnimationFrame((now) => (seen.paintedAt = now))
  }
  requestAnimationFrame(look)
  document.addEventListener(
    'mousemove',
    ({ timeStamp }) => {
      if (seen.paintedAt === 0) return
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => seen.hover.push(performance.now() - timeStamp)
        port2.postMessage(null)
      })
    },
    { capture: true },
  )
}

/** Runs in the page. */
export const painted = (): boolean => window.map.paintedAt > 0

/** Runs in the page once the map is painted. */
export const readMap = (): MapTimes => ({
  paint: window.map.paintedAt - window.map.answeredAt,
  hover: window.map.hover,
})

/** Moves the pointer over a box, from area to area. */
export async function moveOver(
  page: Page,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  moves: number,
): Promise<void> {
  for (let at = 0; at < moves; at += 1) {
    const turn = (at / moves) * 2 * Math.PI
    await page.mouse.move(
      box.x + box.width * (0.5 + 0.3 * Math.cos(turn)),
      box.y + box.height * (0.5 + 0.3 * Math.sin(3 * turn)),
    )
    await page.waitForTimeout(30)
  }
}
