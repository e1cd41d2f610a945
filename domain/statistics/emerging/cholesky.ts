/** Below this part of its size a pivot is what rounding left of 0. */
const SINGULAR = 1e-11

/**
 * The inverse of a symmetric, positive semidefinite matrix, by Cholesky's decomposition L Lᵀ. A row that the ones before
 * it determine is left out: it has zeros in the inverse, and does not count for the rank.
 */
export function inverseOf(matrix: readonly (readonly number[])[]): {
  readonly inverse: number[][]
  readonly rank: number
} {
  const n = matrix.length
  const l = matrix.map((row) => row.map(() => 0))
  const isKept = matrix.map(() => true)
  const at = (m: readonly (readonly number[])[], i: number, j: number): number => m[i]?.[j] ?? 0
  for (let j = 0; j < n; j++) {
    const diagonal = at(matrix, j, j)
    let pivot = diagonal
    for (let k = 0; k < j; k++) pivot -= at(l, j, k) ** 2
    if (!(pivot > SINGULAR * diagonal)) {
      isKept[j] = false
      l[j]?.fill(0)
      continue
    }
    const root = Math.sqrt(pivot)
    for (let i = j; i < n; i++) {
      let sum = at(matrix, i, j)
      for (let k = 0; k < j; k++) sum -= at(l, i, k) * at(l, j, k)
      const row = l[i]
      if (row) row[j] = sum / root
    }
  }
  const columns = matrix.map((_, column) => solve(l, isKept, column))
  return {
    inverse: matrix.map((_, i) => matrix.map((__, j) => columns[j]?.[i] ?? 0)),
    rank: isKept.filter(Boolean).length,
  }
}

/** L Lᵀ x = e, forward and back. */
function solve(l: readonly (readonly number[])[], isKept: readonly boolean[], column: number): number[] {
  const n = l.length
  const x = Array.from({ length: n }, (_, i): number => (i === column && isKept[i] ? 1 : 0))
  for (let i = 0; i < n; i++) {
    if (!isKept[i]) continue
    let sum = x[i] ?? 0
    for (let k = 0; k < i; k++) sum -= (l[i]?.[k] ?? 0) * (x[k] ?? 0)
    x[i] = sum / (l[i]?.[i] ?? NaN)
  }
  for (let i = n - 1; i >= 0; i--) {
    if (!isKept[i]) continue
    let sum = x[i] ?? 0
    for (let k = i + 1; k < n; k++) if (isKept[k]) sum -= (l[k]?.[i] ?? 0) * (x[k] ?? 0)
    x[i] = sum / (l[i]?.[i] ?? NaN)
  }
  return x
}
