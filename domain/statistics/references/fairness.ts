import { betaMoments, betaPosterior, fitBetaBinomial, type BetaPrior } from '../fairness/beta-binomial.js'
import { betaBinomialFullBayes } from '../fairness/full-bayes.js'
import { funnelLimits, overdispersion, randomEffects } from '../fairness/funnel.js'
import { fitGammaPoisson, gammaPosterior } from '../fairness/gamma-poisson.js'
import { credible, type Posterior } from '../fairness/posterior.js'
import { probabilitiesLarger, rankUnits } from '../fairness/rank.js'
import type { Methods } from './differences.js'

interface Counts {
  readonly y: readonly number[]
  readonly n: readonly number[]
}

const trials = ({ y, n }: Counts) => y.map((events, i) => ({ events, n: n[i] ?? NaN }))

const described = (posteriors: readonly Posterior[]) => ({
  posteriorMean: posteriors.map(({ mean }) => mean),
  posteriorLower: posteriors.map((posterior) => credible(posterior).lower),
  posteriorUpper: posteriors.map((posterior) => credible(posterior).upper),
})

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

export const fairness: Methods = {
  betaBinomialShrinkage: (input: Counts, params: { estimator: string } & BetaPrior) => {
    const units = trials(input)
    if (params.estimator === 'fixed-prior') return described(units.map((unit) => betaPosterior(unit, params)))
    const fit = fitBetaBinomial(units)
    return {
      ...fit,
      priorMean: fit.mean,
      priorStrength: fit.strength,
      ...described(units.map((unit) => betaPosterior(unit, fit))),
    }
  },
  betaMoments: (input: Counts) => {
    const { mean, sd, alpha, beta } = betaMoments(trials(input))
    return { meanOfRates: mean, sdOfRates: sd, alpha, beta }
  },
  betaBinomialFullBayes: (input: Counts) => {
    const { alpha, beta, means } = betaBinomialFullBayes(trials(input), {
      logit: [-2.7, -0.9],
      logStrength: [0.3, 7.5],
      points: 100,
    })
    return { alphaMean: alpha, betaMean: beta, posteriorMean: means }
  },
  gammaPoissonShrinkage: ({ y, exposure }: { y: number[]; exposure: number[] }) => {
    const units = y.map((events, i) => ({ events, exposure: exposure[i] ?? NaN }))
    const fit = fitGammaPoisson(units)
    return { ...fit, priorMean: fit.mean, ...described(units.map((unit) => gammaPosterior(unit, fit))) }
  },
  bayesRank: (input: Counts, prior: BetaPrior) => {
    const posteriors = trials(input).map((unit) => betaPosterior(unit, prior))
    const ranks = rankUnits(posteriors)
    return {
      posteriorMean: posteriors.map(({ mean }) => mean),
      expectedRank: ranks.map(({ expected }) => expected),
      probabilityBetter: probabilitiesLarger(posteriors),
      rankProbability: ranks.map(({ probability }) => probability),
      rankLower: ranks.map(({ lower }) => lower),
      rankUpper: ranks.map(({ upper }) => upper),
      probabilityTop3: ranks.map(({ probability }) => total(probability.slice(0, 3))),
      probabilityBottom3: ranks.map(({ probability }) => total(probability.slice(-3))),
    }
  },
  funnelProportion: (input: Counts, { target, winsorise }: { target: number; winsorise: number }) => {
    const limits = (confidence: number) => input.n.map((n) => funnelLimits(n, target, confidence))
    const { z, phi, tau2, zAdjusted } = overdispersion(trials(input), target, winsorise)
    return {
      limits: {
        lower95: limits(0.95).map(({ lower }) => lower),
        upper95: limits(0.95).map(({ upper }) => upper),
        lower998: limits(0.998).map(({ lower }) => lower),
        upper998: limits(0.998).map(({ upper }) => upper),
      },
      z,
      phi,
      tau2,
      zOverdispersed: zAdjusted,
    }
  },
  randomEffectsDL: ({ estimate, variance }: { estimate: number[]; variance: number[] }) => {
    const found = randomEffects(estimate.map((value, i) => ({ value, variance: variance[i] ?? NaN })))
    return { ...found, se: found.standardError, Q: found.q, I2: found.i2, blup: found.shrunken }
  },
}
