/** (3 − √5) ÷ 2, the smaller part of the golden section. */
const SECTION = (3 - Math.sqrt(5)) / 2

/**
 * Where a function is largest: the best of a coarse grid, then the golden section between its neighbours
 * (J. Kiefer, Proc. AMS 4 (1953) 502–506). For functions of one maximum between neighbours of the grid.
 *
 * @param cells how many parts the grid has.
 * @param precision of the place.
 * @returns the place; an end, where the function grows up to it.
 */
export function maximise(
  f: (x: number) => number,
  [least, most]: readonly [number, number],
  cells: number,
  precision: number,
): number {
  const width = (most - least) / cells
  let best = 0
  let bestValue = -Infinity
  for (let i = 0; i <= cells; i++) {
    const value = f(least + i * width)
    if (value > bestValue) [best, bestValue] = [i, value]
  }
  let [a, b] = [least + Math.max(0, best - 1) * width, least + Math.min(cells, best + 1) * width]
  let [x1, x2] = [a + SECTION * (b - a), b - SECTION * (b - a)]
  let [f1, f2] = [f(x1), f(x2)]
  while (b - a > precision) {
    if (f1 > f2) {
      ;[b, x2, f2] = [x2, x1, f1]
      x1 = a + SECTION * (b - a)
      f1 = f(x1)
    } else {
      ;[a, x1, f1] = [x1, x2, f2]
      x2 = b - SECTION * (b - a)
      f2 = f(x2)
    }
  }
  const x = (a + b) / 2
  // The grid's end is a place of its own: halves never reach it.
  const end = best === 0 ? least : best === cells ? most : x
  return f(end) > f(x) ? end : x
}

/** A function's value and its derivative at one place. */
export type Slope = readonly [value: number, derivative: number]

/**
 * Where a declining function is 0: Newton's method, kept between bounds that close in.
 *
 * @param start between the bounds; the nearer the better.
 * @returns a bound, where the function is nowhere positive, or nowhere negative.
 */
export function rootOfDeclining(
  f: (x: number) => Slope,
  [least, most]: readonly [number, number],
  start: number,
): number {
  let [a, b] = [least, most]
  let x = start
  for (let step = 0; step < 200; step++) {
    const [value, derivative] = f(x)
    if (value > 0) a = x
    else b = x
    const newton = x - value / derivative
    if (Math.abs(newton - x) <= 1e-15 * Math.abs(x)) return newton
    x = newton > a && newton < b ? newton : (a + b) / 2
  }
  return x
}
