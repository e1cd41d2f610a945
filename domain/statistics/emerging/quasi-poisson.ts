import { studentTails } from '../distributions/student.js'
import { inverseOf } from './cholesky.js'

/** Counts, and what they are explained by. */
export interface Regression {
  /** One row for each count; the intercept is a column of ones. */
  readonly design: readonly (readonly number[])[]
  readonly counts: readonly number[]
  /** Logarithms of exposures; 0 if not given. */
  readonly offset?: readonly number[]
  /** 1 if not given. */
  readonly weights?: readonly number[]
}

export interface QuasiPoisson {
  /** 0 for a column that others determine. */
  readonly coefficients: readonly number[]
  readonly fitted: readonly number[]
  /** Diagonal of the hat matrix: how far a count determines its own fitted value. */
  readonly leverage: readonly number[]
  readonly deviance: number
  readonly pearson: number
  readonly degreesOfFreedom: number
  /** Pearson's X² ÷ degrees of freedom; variance ÷ mean. NaN without degrees of freedom. */
  readonly dispersion: number
  /** W of the last step: prior weights times means. */
  readonly workingWeights: readonly number[]
  /** (XᵀWX)⁻¹: the coefficients' covariance ÷ dispersion. */
  readonly covariance: readonly (readonly number[])[]
}

const MOST_STEPS = 100

/** Means are kept above 0 where all counts of a level are 0 and its coefficient falls for ever. */
const LEAST_MEAN = 1e-12

/**
 * Log-linear regression of counts whose variance is a multiple of their mean: iteratively reweighted least squares.
 * P. McCullagh, J. Nelder, Generalized Linear Models, 2nd ed. (1989), sections 2.5 and 6.2.
 *
 * @param convergence relative change of the deviance at which it ends. R ends at 1e-8, where four digits of a
 *   standard error may still be missing.
 */
export function fitQuasiPoisson(
  { design, counts, offset, weights }: Regression,
  convergence = 1e-13,
): QuasiPoisson {
  const n = counts.length
  const prior = (i: number): number => weights?.[i] ?? 1
  const shift = (i: number): number => offset?.[i] ?? 0
  let means = counts.map((count) => count + 0.1)
  let etas = means.map((mean) => Math.log(mean))
  let coefficients: number[] = []
  let solved = inverseOf([])
  let working: number[] = []
  let deviance = Infinity
  for (let step = 0; step < MOST_STEPS; step++) {
    working = means.map((mean, i) => mean * prior(i))
    const target = etas.map(
      (eta, i) => eta - shift(i) + ((counts[i] ?? NaN) - (means[i] ?? NaN)) / (means[i] ?? NaN),
    )
    solved = inverseOf(crossProduct(design, working))
    const right = moments(design, working, target)
    coefficients = solved.inverse.map((row) => dot(row, right))
    etas = design.map((row, i) => dot(row, coefficients) + shift(i))
    means = etas.map((eta) => Math.max(LEAST_MEAN, Math.exp(eta)))
    const before = deviance
    deviance = devianceOf(counts, means, prior)
    if (Math.abs(deviance - before) <= convergence * (Math.abs(deviance) + 0.1)) break
  }
  const pearson = counts.reduce((sum, count, i) => {
    const mean = means[i] ?? NaN
    return sum + (prior(i) * (count - mean) ** 2) / mean
  }, 0)
  const degreesOfFreedom = n - solved.rank
  return {
    coefficients,
    fitted: means,
    leverage: design.map((row, i) => (working[i] ?? NaN) * quadratic(solved.inverse, row)),
    deviance,
    pearson,
    degreesOfFreedom,
    dispersion: pearson / degreesOfFreedom,
    workingWeights: working,
    covariance: solved.inverse,
  }
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? NaN), 0)

/** xᵀ M x. */
const quadratic = (matrix: readonly (readonly number[])[], x: readonly number[]): number =>
  matrix.reduce((sum, row, i) => sum + (x[i] ?? NaN) * dot(row, x), 0)

/** Xᵀ W X. */
function crossProduct(design: readonly (readonly number[])[], weights: readonly number[]): number[][] {
  const columns = design[0]?.length ?? 0
  const product = Array.from({ length: columns }, () => Array.from({ length: columns }, () => 0))
  design.forEach((row, i) => {
    const weight = weights[i] ?? NaN
    row.forEach((a, j) => {
      const into = product[j]
      if (a === 0 || !into) return
      for (let k = 0; k < columns; k++) into[k] = (into[k] ?? 0) + weight * a * (row[k] ?? NaN)
    })
  })
  return product
}

/** Xᵀ W z. */
const moments = (
  design: readonly (readonly number[])[],
  weights: readonly number[],
  target: readonly number[],
): number[] =>
  (design[0] ?? []).map((_, j) =>
    design.reduce((sum, row, i) => sum + (row[j] ?? NaN) * (weights[i] ?? NaN) * (target[i] ?? NaN), 0),
  )

const devianceOf = (
  counts: readonly number[],
  means: readonly number[],
  prior: (i: number) => number,
): number =>
  2 *
  counts.reduce((sum, count, i) => {
    const mean = means[i] ?? NaN
    return sum + prior(i) * ((count > 0 ? count * Math.log(count / mean) : 0) - (count - mean))
  }, 0)

export interface Coefficient {
  readonly estimate: number
  readonly standardError: number
  readonly t: number
  /** Two-sided, of Student's t. */
  readonly p: number
}

/** A coefficient with its test; its error is scaled by the dispersion, which may be below 1. */
export function coefficientOf(fit: QuasiPoisson, column: number): Coefficient {
  const estimate = fit.coefficients[column] ?? NaN
  const standardError = Math.sqrt(fit.dispersion * (fit.covariance[column]?.[column] ?? NaN))
  const t = estimate / standardError
  return { estimate, standardError, t, p: 2 * studentTails(Math.abs(t), fit.degreesOfFreedom).upper }
}

/**
 * What the fit expects at a further row.
 *
 * @param dispersion by which the error is scaled.
 * @returns the logarithm of the expected count, and its standard error.
 */
export function predict(
  fit: QuasiPoisson,
  row: readonly number[],
  dispersion: number,
): { readonly eta: number; readonly standardError: number } {
  return {
    eta: dot(row, fit.coefficients),
    standardError: Math.sqrt(dispersion * quadratic(fit.covariance, row)),
  }
}
