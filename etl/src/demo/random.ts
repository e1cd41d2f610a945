/**
 * A seeded source of chance (sfc32): the same seed gives the same district on every machine.
 * The demo never asks a clock nor Math.random.
 */
export class Random {
  private a: number
  private b: number
  private c: number
  private d = 1

  constructor(seed: number) {
    this.a = seed | 0
    this.b = 0x9e3779b9 ^ (seed | 0)
    this.c = 0x243f6a88
    for (let i = 0; i < 15; i++) this.next()
  }

  /** From 0 (inclusive) to 1 (exclusive). */
  next(): number {
    const t = (((this.a + this.b) | 0) + this.d) | 0
    this.d = (this.d + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = ((this.c << 21) | (this.c >>> 11)) + t
    this.c |= 0
    return (t >>> 0) / 4294967296
  }

  chance(p: number): boolean {
    return this.next() < p
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.next() * items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }

  /** Around `median`, long to the right: exp of a normal deviate with deviation `sigma`. */
  lognormal(median: number, sigma: number): number {
    return median * Math.exp(sigma * this.normal())
  }

  /** How many events happen when `mean` are expected (Knuth; normal approximation from 40 up). */
  poisson(mean: number): number {
    if (mean > 40) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.normal()))
    const limit = Math.exp(-mean)
    let product = this.next()
    let count = 0
    while (product > limit) {
      product *= this.next()
      count++
    }
    return count
  }

  private normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next())
  }
}

/** Draws items in proportion to their weights. */
export class Lottery<T> {
  private readonly sums: readonly number[]

  constructor(
    private readonly items: readonly T[],
    weights: readonly number[],
  ) {
    let sum = 0
    this.sums = weights.map((weight) => (sum += weight))
  }

  get total(): number {
    return this.sums.at(-1) ?? 0
  }

  draw(random: Random): T {
    const at = random.next() * this.total
    const item = this.items[this.sums.findIndex((sum) => at < sum)]
    if (item === undefined) throw new Error('nothing to draw from')
    return item
  }
}

/** A lottery written as `{ item: weight }`. */
export function lotteryOf<K extends string>(weights: Readonly<Record<K, number>>): Lottery<K> {
  return new Lottery(Object.keys(weights) as K[], Object.values<number>(weights))
}
