import { hypergeometricTails } from '../distributions/discrete.js'
import { gammaTails } from '../distributions/gamma.js'
import { twoSided } from '../distributions/normal.js'
import { benjaminiHochberg } from '../multiple-testing.js'

type Table = readonly (readonly number[])[]

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** P of χ² so large or larger. */
const chiSquareP = (x: number, df: number): number => gammaTails(df / 2, x / 2).upper

export interface Cell {
  /** row × column ÷ all. */
  readonly expected: number
  /** (observed − expected) ÷ √expected. */
  readonly pearson: number
  /** Standard normal where row and column have nothing to do with each other. */
  readonly adjusted: number
  /** Two-sided, of `adjusted`. */
  readonly p: number
  /** `p`, adjusted for all cells of the table (Benjamini–Hochberg). */
  readonly q: number
}

export interface Contingency {
  /** Pearson's X² and the likelihood ratio G², with their degrees of freedom; p of X². */
  readonly x2: number
  readonly g2: number
  readonly df: number
  readonly p: number
  /** 0 … 1: how strongly rows and columns depend. H. Cramér (1946). */
  readonly cramerV: number
  readonly cells: readonly (readonly Cell[])[]
}

/**
 * Which combinations of a row and a column are more frequent than chance has them: adjusted residuals
 * (observed − expected) ÷ √(expected (1 − row ÷ all)(1 − column ÷ all)).
 * S. Haberman, Biometrics 29 (1973) 205–220; A. Agresti, Categorical Data Analysis, 2nd ed. (2002), section 3.3.1.
 *
 * @param table counts; rows and columns without a case are left out before.
 */
export function contingency(table: Table): Contingency {
  const rows = table.map(sumOf)
  const columns = (table[0] ?? []).map((_, j) => sumOf(table.map((row) => row[j] ?? 0)))
  const all = sumOf(rows)
  const bare = table.map((row, i) =>
    row.map((observed, j) => {
      const [ofRow, ofColumn] = [(rows[i] ?? NaN) / all, (columns[j] ?? NaN) / all]
      const expected = ofRow * ofColumn * all
      const pearson = (observed - expected) / Math.sqrt(expected)
      const adjusted = pearson / Math.sqrt((1 - ofRow) * (1 - ofColumn))
      return {
        expected,
        pearson,
        adjusted,
        p: twoSided(adjusted),
        g: observed && observed * Math.log(observed / expected),
      }
    }),
  )
  const x2 = sumOf(bare.flat().map(({ pearson }) => pearson ** 2))
  const df = (rows.length - 1) * (columns.length - 1)
  const q = benjaminiHochberg(bare.flat().map(({ p }) => p))
  return {
    x2,
    g2: 2 * sumOf(bare.flat().map(({ g }) => g)),
    df,
    p: chiSquareP(x2, df),
    cramerV: Math.sqrt(x2 / all / Math.min(rows.length - 1, columns.length - 1)),
    cells: bare.map((row, i) =>
      row.map(({ expected, pearson, adjusted, p }, j) => ({
        expected,
        pearson,
        adjusted,
        p,
        q: q[i * columns.length + j] ?? NaN,
      })),
    ),
  }
}

export interface Association {
  readonly g2: number
  /** √G², below 0 where both occur together less often than by chance. */
  readonly signedRoot: number
  /** Of G², two-sided. */
  readonly p: number
  readonly x2: number
  readonly adjusted: number
  /** Exact: P of so many together, or more (R. Fisher). */
  readonly pGreater: number
}

/**
 * Whether two things occur together more often than by chance: the likelihood ratio, which small counts do not mislead
 * as they do X². T. Dunning, Computational Linguistics 19 (1993) 61–74.
 *
 * @param table both, first only, second only, neither.
 */
export function association([both, first, second, neither]: readonly [
  number,
  number,
  number,
  number,
]): Association {
  const { x2, g2, cells } = contingency([
    [both, first],
    [second, neither],
  ])
  const adjusted = cells[0]?.[0]?.adjusted ?? NaN
  return {
    g2,
    signedRoot: Math.sign(adjusted) * Math.sqrt(Math.max(0, g2)),
    p: chiSquareP(Math.max(0, g2), 1),
    x2,
    adjusted,
    pGreater: hypergeometricTails(both - 1, both + first, second + neither, both + second).upper,
  }
}
