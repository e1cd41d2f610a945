import { cusum, likelihoodRatioShift, type CusumScale } from '../emerging/cusum.js'
import {
  farringtonFlexible,
  farringtonOriginal,
  flexibleBaseline,
  flexibleRows,
  FLEXIBLE_WEEKLY,
  type FlexibleOptions,
  type Threshold,
} from '../emerging/farrington.js'
import {
  coefficientOf,
  fitQuasiPoisson,
  type QuasiPoisson,
  type Regression,
} from '../emerging/quasi-poisson.js'
import { bayesPredictive, ears, earsC3 } from '../emerging/short-history.js'
import type { Methods } from './differences.js'

interface Series {
  readonly counts: readonly number[]
  readonly dates?: readonly string[]
}

/** Parameters as R's surveillance package has them. */
interface Surveillance {
  readonly freq: number
  readonly b: number
  readonly w: number
  readonly alpha: number
  readonly evaluate: readonly number[]
}
interface Farrington extends Surveillance {
  readonly trend: boolean
  readonly reweight: boolean
  readonly limit54: readonly [number, number]
  readonly powertrans: '2/3' | '1/2' | 'none'
}
interface Flexible extends Farrington {
  readonly weightsThreshold: number
  readonly pThresholdTrend: number
  readonly noPeriods: number
  readonly thresholdMethod: 'delta' | 'nbPlugin' | 'muan'
  readonly pastWeeksNotIncluded: number
}

const THRESHOLDS: Readonly<Record<Flexible['thresholdMethod'], Threshold>> = {
  delta: 'twoThirdsPower',
  nbPlugin: 'negativeBinomial',
  muan: 'negativeBinomialOfUpperMean',
}

const DAY = 86_400_000

const flexibleOptions = ({ dates }: Series, params: Flexible): FlexibleOptions => ({
  ...FLEXIBLE_WEEKLY,
  calendar: dates ? { days: dates.map((date) => Date.parse(date) / DAY) } : { perYear: params.freq },
  years: params.b,
  halfWidth: params.w,
  levels: params.noPeriods,
  skipLatest: params.pastWeeksNotIncluded,
  alpha: params.alpha,
  threshold: THRESHOLDS[params.thresholdMethod],
  trend: params.trend ?? true,
  trendP: params.pThresholdTrend ?? 1,
  reweight: params.reweight ?? true,
  outbreakResidual: params.weightsThreshold,
  least: leastOf(params.limit54 ?? [5, 4]),
})

const leastOf = ([cases, periods]: readonly [number, number]) => ({ cases, periods })

/** One list for each field, as the references have them. */
function columns<T extends object>(rows: readonly T[]): Record<keyof T, unknown[]> {
  const keys = Object.keys(rows[0] ?? {}) as (keyof T)[]
  return Object.fromEntries(keys.map((key) => [key, rows.map((row) => row[key])])) as Record<
    keyof T,
    unknown[]
  >
}

const fitted = (fit: QuasiPoisson, names: readonly string[], origin: number) => ({
  // Time counts from the period that is judged; R's from its own first.
  coefficients: Object.fromEntries(
    names.map((name, i) => {
      const value = fit.coefficients[i] ?? NaN
      return [name, name === '(Intercept)' ? value - origin * (fit.coefficients[1] ?? NaN) : value]
    }),
  ),
  mu: fit.fitted,
  hat: fit.leverage,
  phi: Math.max(1, fit.dispersion),
})

export const emerging: Methods = {
  glmQuasiPoisson: (input: { X: Regression['design']; y: number[]; offset: number[]; weights: number[] }) => {
    const regression = { design: input.X, counts: input.y, offset: input.offset, weights: input.weights }
    // R stops early, and takes its dispersion with the weights of the step before.
    const early = fitQuasiPoisson(regression, 1e-8)
    const squares = early.fitted.map(
      (mean, i) => (early.workingWeights[i] ?? NaN) * ((input.y[i] ?? NaN) / mean - 1) ** 2,
    )
    const fit = { ...early, dispersion: squares.reduce((a, b) => a + b) / early.degreesOfFreedom }
    const tests = fit.coefficients.map((_, column) => coefficientOf(fit, column))
    return {
      ...fit,
      pearsonX2: fit.pearson,
      standardErrors: tests.map(({ standardError }) => standardError),
      tValues: tests.map(({ t }) => t),
      pValues: tests.map(({ p }) => p),
      hat: fit.leverage,
      dfResidual: fit.degreesOfFreedom,
    }
  },
  farringtonFlexible: (input: Series, params: Flexible) =>
    columns(
      params.evaluate.map((at) => {
        const found = farringtonFlexible(input.counts, at, flexibleOptions(input, params))
        return {
          expected: found.isTooFew ? null : found.expected,
          upperbound: found.isTooFew ? null : found.upperBound,
          score: found.isTooFew
            ? null
            : (found.observed - found.expected) / (found.upperBound - found.expected),
          alarm: found.isAlarm,
          pValue: found.p,
          phi: found.dispersion,
          trendUsed: found.trend !== null,
          trendCoefficient: found.trend,
        }
      }),
    ),
  farringtonFlexibleExplain: (input: Series, params: Flexible) => {
    const [at = NaN] = params.evaluate
    const options = flexibleOptions(input, params)
    const baseline = flexibleBaseline(input.counts, at, options)
    const found = farringtonFlexible(input.counts, at, options)
    const seasons = Array.from({ length: options.levels - 1 }, (_, i) => `seasgroups${i + 2}`)
    const names = ['(Intercept)', 'wtime', ...seasons]
    return {
      rows: columns(flexibleRows(input.counts, at, options)),
      firstFit: { ...fitted(baseline.first, names, at + 1), anscombe: baseline.residuals },
      weights: baseline.weights,
      secondFit: {
        ...fitted(baseline.second, names, at + 1),
        trendPValue: coefficientOf(baseline.second, 1).p,
      },
      prediction: {
        eta0: Math.log(found.expected),
        seEta0: baseline.logError,
        mu0: found.expected,
        upperbound: found.upperBound,
        observed: found.observed,
        pValue: found.p,
      },
    }
  },
  farringtonOriginal: ({ counts }: Series, params: Farrington) =>
    columns(
      params.evaluate.map((at) => {
        const found = farringtonOriginal(counts, at, {
          ...params,
          perYear: params.freq,
          years: params.b,
          halfWidth: params.w,
          power: params.powertrans === 'none' ? '1' : params.powertrans,
          least: leastOf(params.limit54),
        })
        return {
          upperbound: found.isTooFew ? 0 : found.upperBound,
          alarm: found.isAlarm,
          trendUsed: found.trend !== null,
        }
      }),
    ),
  bayesPredictive: ({ counts }: Series, params: Surveillance & { useCurrentYear: boolean }) =>
    columns(
      params.evaluate.map((at) => {
        const { upperBound, isAlarm } = bayesPredictive(counts, at, {
          halfWidth: params.w,
          usesLatest: params.useCurrentYear,
          years: params.b,
          perYear: params.freq,
          alpha: params.alpha,
        })
        return { upperbound: upperBound, alarm: isAlarm }
      }),
    ),
  ...Object.fromEntries(
    (['C1', 'C2'] as const).map((chart) => [
      `ears${chart}`,
      (
        { counts }: Series,
        params: { alpha: number; baseline: number; minSigma: number; evaluate: number[] },
      ) =>
        columns(
          params.evaluate.map((at) => {
            const options = { baseline: params.baseline, leastDeviation: params.minSigma }
            const { upperBound, isAlarm } = ears(chart, counts, at, options, params.alpha)
            return { upperbound: upperBound, alarm: isAlarm }
          }),
        ),
    ]),
  ),
  earsC3: (
    { counts }: Series,
    params: { threshold: number; baseline: number; minSigma: number; evaluate: number[] },
  ) =>
    columns(
      params.evaluate.map((at) => {
        const options = { baseline: params.baseline, leastDeviation: params.minSigma }
        const { statistic, isAlarm } = earsC3(counts, at, options, params.threshold)
        return { c2: ears('C2', counts, at, options, 0.5).statistic, statistic, alarm: isAlarm }
      }),
    ),
  cusum: (
    { counts }: Series,
    params: { k: number; h: number; transform: 'rossi' | 'standard' | 'none'; evaluate: number[] },
  ) => {
    const [from = 0] = params.evaluate
    const mean = counts.slice(0, from).reduce((sum, count) => sum + count, 0) / from
    const scale: CusumScale = params.transform === 'none' ? 'count' : params.transform
    const found = cusum(counts.slice(from), mean, { k: params.k, limit: params.h, scale })
    return { cusum: found.map(({ sum }) => sum), alarm: found.map(({ isAlarm }) => isAlarm), m: [mean] }
  },
  ...Object.fromEntries(
    ['glrPoisson', 'glrNegBinomial'].map((name) => [
      name,
      (
        { counts, mu0 }: { counts: number[]; mu0: number[] },
        params: { cARL: number; alpha: number; theta: number | null },
      ) => {
        const found = likelihoodRatioShift(counts, mu0, {
          limit: params.cARL,
          overdispersion: params.alpha,
          shift: params.theta,
        })
        return {
          statistic: found.map(({ statistic }) => statistic),
          alarm: found.map(({ isAlarm }) => isAlarm),
        }
      },
    ]),
  ),
}
