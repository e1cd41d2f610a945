import { associationRules } from '../combinations/association-rules.js'
import { association, contingency, type Cell } from '../combinations/contingency.js'
import { informationComponent } from '../combinations/information-component.js'
import { concentration } from '../concentration/effective-number.js'
import {
  getisOrd,
  getisOrdStar,
  globalMoran,
  localMoran,
  type HotSpot,
  type Neighbours,
} from '../concentration/local-autocorrelation.js'
import { locationQuotient } from '../concentration/location-quotient.js'
import { marshall, marshallLocal } from '../concentration/marshall.js'
import { benjaminiHochberg } from '../multiple-testing.js'
import { mannKendall, seasonalMannKendall, senSlope, type Value } from '../tendency/mann-kendall.js'
import { pettitt } from '../tendency/pettitt.js'
import type { Methods } from './differences.js'

interface Areas {
  readonly values: readonly number[]
  readonly neighbours: Neighbours
}
interface Table {
  readonly table: readonly (readonly number[])[]
}

const hotSpots = (found: readonly HotSpot[]) => {
  const known = benjaminiHochberg(found.flatMap(({ p }) => p ?? []))[Symbol.iterator]()
  return {
    z: found.map(({ z }) => z),
    pValue: found.map(({ p }) => p),
    pAdjustedBH: found.map(({ p }) => (p === null ? null : known.next().value)),
  }
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

const quotients = ({ table }: Table) => {
  const columns = (table[0] ?? []).map((_, j) => total(table.map((row) => row[j] ?? NaN)))
  return table.map((row) =>
    row.map((cell, j) => locationQuotient(cell, total(row), columns[j] ?? NaN, total(columns))),
  )
}

export const findings: Methods = {
  mannKendallSen: ({ x }: { x: Value[] }) => {
    const { n, s, variance, z, p, tau } = mannKendall(x)
    const { slope, lower, upper } = senSlope(x)
    return { n, S: s, varS: variance, z, pValue: p, tau, senSlope: slope, senLower: lower, senUpper: upper }
  },
  seasonalMannKendall: ({ x }: { x: Value[] }, { period }: { period: number }) => {
    const { s, variance, tau, z, p, pUncorrected, slope } = seasonalMannKendall(x, period)
    return {
      S: s,
      varS: variance,
      tau,
      pValue: pUncorrected,
      zContinuity: z,
      pContinuity: p,
      seasonalSenSlope: slope,
    }
  },
  pettittChangePoint: ({ x }: { x: number[] }) => {
    const { k, after, p } = pettitt(x)
    return { K: k, changeAfterIndex: after, pValue: p }
  },
  concentration: (input: Table) => {
    const found = input.table.map((row) => concentration(row))
    return {
      locationQuotient: quotients(input).map((row) => row.map(({ quotient }) => quotient)),
      locationQuotientLower: quotients(input).map((row) => row.map(({ lower }) => lower)),
      locationQuotientUpper: quotients(input).map((row) => row.map(({ upper }) => upper)),
      hhi: found.map((row) => row?.herfindahl),
      effectiveNumber: found.map((row) => row?.effectiveNumber),
      gini: found.map((row) => row?.gini),
      giniCorrected: found.map((row) => row?.giniCorrected),
      entropy: found.map((row) => row?.entropy),
      topShare1: found.map((row) => row?.topShare(1)),
      topShare3: found.map((row) => row?.topShare(3)),
    }
  },
  gini: ({ x }: { x: number[] }) => {
    const found = concentration(x)
    return { ...found, hhi: found?.herfindahl }
  },
  contingencyResiduals: (input: Table) => {
    const found = contingency(input.table)
    const each = (of: (cell: Cell) => number) => found.cells.map((row) => row.map(of))
    return {
      ...found,
      pValue: found.p,
      expected: each(({ expected }) => expected),
      pearson: each(({ pearson }) => pearson),
      adjusted: each(({ adjusted }) => adjusted),
      cellP: each(({ p }) => p),
      cellPAdjustedBH: each(({ q }) => q),
      locationQuotient: quotients(input).map((row) => row.map(({ quotient }) => quotient)),
    }
  },
  logLikelihoodRatio2x2: ({ tables }: { tables: [number, number, number, number][] }) => ({
    rows: tables.map((table) => {
      const { signedRoot, adjusted, p, pGreater, ...rest } = association(table)
      return {
        ...rest,
        signedRootG2: signedRoot,
        adjustedResidual11: adjusted,
        pG2: p,
        fisherGreater: pGreater,
      }
    }),
  }),
  informationComponent: ({ observed, expected }: { observed: number[]; expected: number[] }) => {
    const found = observed.map((count, i) => informationComponent(count, expected[i] ?? NaN))
    return {
      ic: found.map(({ ic }) => ic),
      lower: found.map(({ lower }) => lower),
      upper: found.map(({ upper }) => upper),
    }
  },
  associationRules: (
    { transactions }: { transactions: number[][] },
    params: { minSupport: number; minConfidence: number; minLength: number; maxLength: number },
    { rules: listed }: { rules: { lhs: number[]; rhs: number }[] },
  ) => {
    const rules = associationRules(
      transactions.map((transaction) => [...transaction].sort((a, b) => a - b)),
      {
        support: params.minSupport,
        confidence: params.minConfidence,
        items: [params.minLength, params.maxLength],
      },
    )
    // In no order, and not all are listed: by what they say.
    const said = ({ when, then }: { when: readonly number[]; then: number }): string =>
      `${when.join(' ')} → ${then}`
    const byWords = new Map(rules.map((rule) => [said(rule), rule]))
    return {
      ruleCount: rules.length,
      bhRejected: rules.filter(({ q }) => q <= 0.05).length,
      rules: listed.map(({ lhs, rhs }) => {
        const rule = byWords.get(said({ when: lhs, then: rhs }))
        return { ...rule, lhs: rule?.when, rhs: rule?.then, fisherP: rule?.p }
      }),
    }
  },
  getisOrdGiStar: ({ values, neighbours }: Areas) => hotSpots(getisOrdStar(values, neighbours)),
  getisOrdGi: ({ values, neighbours }: Areas) => hotSpots(getisOrd(values, neighbours)),
  localMoran: ({ values, neighbours }: Areas) => {
    const found = localMoran(values, neighbours)
    const all = globalMoran(values, neighbours)
    return {
      Ii: found.map(({ statistic }) => statistic),
      expected: found.map(({ expected }) => expected),
      variance: found.map(({ variance }) => variance),
      z: found.map(({ z }) => z),
      pValue: found.map(({ p }) => p),
      quadrant: found.map(({ quadrant }) => quadrant),
      globalMoran: all.statistic,
      globalExpected: all.expected,
      globalVariance: all.variance,
      globalZ: all.z,
    }
  },
  ebMarshall: ({
    cases,
    population,
    neighbours,
  }: {
    cases: number[]
    population: number[]
    neighbours: Neighbours
  }) => {
    const areas = cases.map((count, i) => ({ cases: count, population: population[i] ?? NaN }))
    const { mean, variance, rates } = marshall(areas)
    return {
      raw: areas.map((area) => area.cases / area.population),
      globalEB: rates,
      a: variance,
      b: mean,
      localEB: marshallLocal(areas, neighbours),
    }
  },
}
