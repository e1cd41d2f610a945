/** The browser's own double click is lost when the first click draws the chart anew. */
const DOUBLE_MS = 450

/** Tells whether a mark was picked twice in a row, quickly; a third time counts as the first. `time`: of the event, in ms. */
export function useSecondPick(): (code: string, time?: number) => boolean {
  let last = { code: '', at: -Infinity }
  return (code, now = performance.now()) => {
    const second = last.code === code && now - last.at < DOUBLE_MS
    last = { code, at: second ? -Infinity : now }
    return second
  }
}
