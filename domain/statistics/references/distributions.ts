import { betaQuantile, betaTails } from '../distributions/beta.js'
import {
  binomialTails,
  hypergeometricTails,
  negativeBinomialQuantile,
  negativeBinomialTails,
  poissonQuantile,
  poissonTails,
} from '../distributions/discrete.js'
import { gammaQuantile, gammaTails } from '../distributions/gamma.js'
import { digamma, logGamma } from '../distributions/log-gamma.js'
import { normalQuantile } from '../distributions/normal-quantile.js'
import { normalTails } from '../distributions/normal.js'
import { studentTails } from '../distributions/student.js'
import { benjaminiHochberg, benjaminiYekutieli, bonferroni, holm } from '../multiple-testing.js'
import { poissonInterval } from '../poisson.js'
import { clopperPearson, jeffreys, proportionDifference } from '../proportion.js'
import { rateRatio } from '../rate-ratio.js'
import { wilson, type Interval } from '../wilson.js'
import type { Methods } from './differences.js'

type Call = (...args: readonly number[]) => number

/** The functions of the grid; the references' names are R's conventions. */
const FUNCTIONS: Readonly<Record<string, Call>> = {
  'normalCdf(x)': (x = NaN) => normalTails(x).lower,
  'normalSf(x)': (x = NaN) => normalTails(x).upper,
  'normalQuantile(p)': (p = NaN) => normalQuantile(p),
  'logGamma(x)': (x = NaN) => logGamma(x),
  'digamma(x)': (x = NaN) => digamma(x),
  'regularizedGammaP(shape,x)': (shape = NaN, x = NaN) => gammaTails(shape, x).lower,
  'gammaQuantile(p,shape,rate)': (p = NaN, shape = NaN, rate = NaN) => gammaQuantile(p, shape) / rate,
  'betaCdf(x,a,b)': (x = NaN, a = NaN, b = NaN) => betaTails(a, b, x).lower,
  'betaQuantile(p,a,b)': (p = NaN, a = NaN, b = NaN) => betaQuantile(p, a, b),
  'poissonCdf(k,lambda)': (k = NaN, mean = NaN) => poissonTails(k, mean).lower,
  'poissonQuantile(p,lambda)': (p = NaN, mean = NaN) => poissonQuantile(p, mean),
  'binomialCdf(k,n,p)': (k = NaN, n = NaN, p = NaN) => binomialTails(k, n, p).lower,
  'negBinomialSf(k,size,prob)=P(X>=k)': (k = NaN, size = NaN, prob = NaN) =>
    negativeBinomialTails(k - 1, size, prob).upper,
  'negBinomialQuantile(p,size,prob)': (p = NaN, size = NaN, prob = NaN) =>
    negativeBinomialQuantile(p, size, prob),
  'hypergeometricSf(k,m,n,N)=P(X>=k); m=white,n=black,N=drawn': (k = NaN, m = NaN, n = NaN, drawn = NaN) =>
    hypergeometricTails(k - 1, m, n, drawn).upper,
  'studentTCdf(x,df)': (t = NaN, df = NaN) => studentTails(t, df).lower,
  'chiSquareSf(x,df)': (x = NaN, df = NaN) => gammaTails(df / 2, x / 2).upper,
}

const pair = ({ lower, upper }: Interval): [number, number] => [lower, upper]

const indices = (p: readonly number[], q: number): number[] =>
  p.flatMap((value, i) => (value <= q ? [i] : []))

interface TwoRates {
  readonly rows: readonly { y1: number; t1: number; y2: number; t2: number }[]
}

export const distributions: Methods = {
  specialFunctions: ({ calls }: { calls: readonly { fn: string; args: number[] }[] }) => ({
    values: calls.map(({ fn, args }) => FUNCTIONS[fn]?.(...args)),
  }),
  proportionIntervals: ({ x, n }: { x: number[]; n: number[] }) => ({
    rows: x.map((k, i) => {
      const of = n[i] ?? NaN
      return {
        x: k,
        n: of,
        p: k / of,
        wilson: pair(wilson(k, of)),
        clopperPearson: pair(clopperPearson(k, of)),
        jeffreys: pair(jeffreys(k, of)),
      }
    }),
  }),
  proportionDifference: ({ x1, n1, x2, n2 }: Record<'x1' | 'n1' | 'x2' | 'n2', number[]>) => ({
    rows: x1.map((_, i) =>
      proportionDifference(
        { successes: x1[i] ?? NaN, n: n1[i] ?? NaN },
        { successes: x2[i] ?? NaN, n: n2[i] ?? NaN },
      ),
    ),
  }),
  poissonExactInterval: ({ x }: { x: number[] }) => {
    const intervals = x.map((count) => poissonInterval(count))
    return { lower: intervals.map(({ lower }) => lower), upper: intervals.map(({ upper }) => upper) }
  },
  rateRatioExact: ({ rows }: TwoRates) => ({
    rows: rows.map(({ y1, t1, y2, t2 }) => {
      const found = rateRatio({ count: y1, exposure: t1 }, { count: y2, exposure: t2 })
      const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)
      return {
        ...found,
        ratio: finite(found.ratio),
        upper: finite(found.upper),
        pCentral: found.p,
        pMidCentral: found.pMid,
        pMinlike: found.pNoLikelier,
      }
    }),
  }),
  adjustPValues: ({ p }: { p: number[] }, { q }: { q: number }) => ({
    bh: benjaminiHochberg(p),
    by: benjaminiYekutieli(p),
    holm: holm(p),
    bonferroni: bonferroni(p),
    rejectedBH: indices(benjaminiHochberg(p), q),
    rejectedBonferroni: indices(bonferroni(p), q),
  }),
}
