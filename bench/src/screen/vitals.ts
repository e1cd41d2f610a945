/// <reference lib="dom" />

/** What a browser says of a visit; milliseconds since its beginning, kilobytes as they were sent. */
export interface Vitals {
  readonly lcp: number
  readonly cls: number
  /** The slowest interaction so far, 0 before the first. */
  readonly inp: number
  /** Scripts that were there when the largest text or picture was painted, and all. */
  readonly scriptKbToLcp: number
  readonly scriptKb: number
  /** When the page last changed what it shows. */
  readonly drawn: number
}

/** From a press until the page was still again, and how long of this the server had the question. */
export interface Redraw {
  readonly total: number
  readonly server: number
}

interface Watched {
  lcp: number
  cls: number
  inp: number
  changed: number
  pressed: number
}

declare global {
  interface Window {
    watched: Watched
  }
}

/** Runs in the page before anything of its own. */
export function watch(): void {
  const watched: Watched = { lcp: 0, cls: 0, inp: 0, changed: 0, pressed: 0 }
  window.watched = watched
  const observe = (type: string, see: (entry: PerformanceEntry) => void, more = {}): void => {
    new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({
      type,
      buffered: true,
      ...more,
    })
  }
  observe('largest-contentful-paint', (entry) => {
    watched.lcp = entry.startTime
  })
  observe('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }
    if (!hadRecentInput) watched.cls += value
  })
  observe(
    'event',
    (entry) => {
      if ((entry as PerformanceEntry & { interactionId: number }).interactionId > 0)
        watched.inp = Math.max(watched.inp, entry.duration)
    },
    { durationThreshold: 16 },
  )
  const changes = new MutationObserver(() => {
    watched.changed = performance.now()
  })
  changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  document.addEventListener('pointerdown', (event) => (watched.pressed = event.timeStamp), { capture: true })
}

/** Runs in the page: whether nothing has changed for so long and no question is open. @param ms milliseconds. */
export const isStill = (ms: number): boolean =>
  performance.now() - window.watched.changed > ms &&
  document.querySelector('[aria-busy="true"]') === null &&
  document.querySelector('svg text') !== null

/** Runs in the page. */
export function readVitals(): Vitals {
  const { lcp, cls, inp, changed } = window.watched
  const scripts = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(
    ({ name }) => name.endsWith('.js'),
  )
  const kb = (some: PerformanceResourceTiming[]) =>
    some.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1024
  return {
    lcp,
    cls,
    inp,
    scriptKbToLcp: kb(scripts.filter(({ responseEnd }) => responseEnd <= lcp)),
    scriptKb: kb(scripts),
    drawn: changed,
  }
}

/** Runs in the page, once it is still after a press. */
export function readRedraw(): Redraw {
  const { pressed, changed } = window.watched
  const asked = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(
    ({ name, startTime }) => name.includes('/graphql') && startTime >= pressed,
  )
  const server = Math.max(0, ...asked.map(({ startTime, responseEnd }) => responseEnd - startTime))
  return { total: changed - pressed, server }
}
