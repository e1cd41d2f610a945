import { Kind, parse } from 'graphql/index.js'
import { describe, expect, it } from 'vitest'
import { costsOf, refuseTooCostly } from './cost.js'

function costs(text: string, variables: Record<string, unknown> = {}): number[] {
  const { definitions } = parse(text)
  const operation = definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION)
  if (!operation) throw new Error('no operation')
  const fragment = (name: string) =>
    definitions
      .filter((each) => each.kind === Kind.FRAGMENT_DEFINITION)
      .find((each) => each.name.value === name)
  return costsOf({ operation, fragment, variables })
}
const cost = (request: unknown): number | undefined =>
  costs('query ($r: MetricsRequest!) { metrics(request: $r) { x } }', { r: request })[0]

describe('the cost', () => {
  // By hand: measures × (dimensions + 1) × (comparisons + 1) × grain.
  it.each([
    [{ measures: ['a'] }, 1],
    [{ measures: ['a', 'b'], dimensions: ['d'], comparisons: ['c', 'e'] }, 12],
    [{ measures: ['a', 'b', 'c'], grain: 'month', comparisons: [] }, 9],
    [{ measures: ['a'], grain: 'day', dimensions: ['d', 'e'] }, 36],
    [{ measures: ['a'], grain: 'fortnight' }, 12],
    [{ measures: 'a', dimensions: 'd' }, 2],
    [{ measures: [] }, 1],
    ['nonsense', 1],
    [null, 1],
    [undefined, 1],
  ])('of %o is %i', (request, expected) => expect(cost(request)).toBe(expected))

  it('is read from literals and defaults too', () => {
    expect(costs('{ metrics(request: { measures: [a, b], grain: week }) { x } }')).toEqual([12])
    expect(costs('query ($n: Int = 200) { batches(first: $n) { x } }')).toEqual([20])
    expect(costs('query ($n: Int = 200) { batches(first: $n) { x } }', { n: 3 })).toEqual([1])
  })

  it('of an earlier question is high, whatever that was', () => {
    expect(costs('{ a: again(id: "x") { x } b: again(id: "y") { x } }')).toEqual([500, 500])
  })

  it('counts every name, through fragments, but not what is left out or costs nothing', () => {
    const text = `query ($no: Boolean!) { viewer { x } a: metrics { x } ...f c: sources @include(if: $no) { x } }
      fragment f on Query { b: metrics { x } d: batches @skip(if: true) { x } }`
    expect(costs(text, { no: false })).toEqual([1, 1])
    expect(costs(text, { no: true })).toEqual([1, 1, 1])
  })

  it('of a new field is counted until somebody decides', () =>
    expect(costs('{ brandNew { x } }')).toEqual([1]))

  it('above 2,000 is refused with its sum', () => {
    expect(() => refuseTooCostly([1000, 1000])).not.toThrow()
    expect(() => refuseTooCostly([1000, 1001])).toThrow(
      expect.objectContaining({
        extensions: expect.objectContaining({
          sentence: { zh: expect.stringContaining('2001') as string, en: expect.anything() as string },
        }) as object,
      }),
    )
  })
})
