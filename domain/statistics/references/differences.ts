/** How far a result may be from the reference: by `abs`, and by a part `rel` of its size. */
export interface Limit {
  readonly abs: number
  readonly rel: number
}

/** A result of other software or of a publication, that ours must agree with. */
export interface Reference {
  readonly id: string
  /** What is computed; `methods` says how ours is called. */
  readonly method: string
  readonly params: unknown
  readonly input: unknown
  readonly expected: unknown
  readonly tolerance: { readonly default: Limit; readonly fields: Readonly<Record<string, Limit>> }
}

/** How a method of the references is said with our functions. */
export type Methods = Readonly<Record<string, (input: never, params: never, expected: never) => unknown>>

const said = (value: unknown): string =>
  typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? 'nothing')

/**
 * Where a result differs from the reference, in words; empty when it agrees. Only what the reference has is compared;
 * null there means that there is no number.
 */
export function differences(actual: unknown, { expected, tolerance }: Reference): string[] {
  const found: string[] = []
  const walk = (a: unknown, e: unknown, at: string, limit: Limit): void => {
    if (e === null) {
      if (!(a === null || a === undefined || Number.isNaN(a))) found.push(`${at}: ${said(a)} instead of null`)
    } else if (typeof e === 'number') {
      const isClose = typeof a === 'number' && Math.abs(a - e) <= limit.abs + limit.rel * Math.abs(e)
      if (!isClose) found.push(`${at}: ${said(a)} instead of ${e}`)
    } else if (Array.isArray(e)) {
      const list = a as ArrayLike<unknown> | undefined
      if (list?.length !== e.length) found.push(`${at}: ${list?.length} items instead of ${e.length}`)
      else e.forEach((item, i) => walk(list[i], item, `${at}[${i}]`, limit))
    } else if (typeof e === 'object') {
      const record = a as Readonly<Record<string, unknown>> | undefined
      for (const [key, value] of Object.entries(e))
        walk(record?.[key], value, `${at}.${key}`, tolerance.fields[key] ?? limit)
    } else if (a !== e) {
      found.push(`${at}: ${said(a)} instead of ${said(e)}`)
    }
  }
  walk(actual, expected, '', tolerance.default)
  return found
}
