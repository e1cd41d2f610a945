import { describe, expect, it } from 'vitest'
import { crossingOf } from './crossings.js'
import type { Ring } from './shape.js'
import { square } from './testing.js'

describe('rings', () => {
  it.each<[string, readonly Ring[]]>([
    ['a square', [square(0, 0)]],
    ['a hole', [square(0, 0), square(0.25, 0.25, 0.5)]],
    [
      'a hole that touches the shell in a point',
      [
        square(0, 0),
        [
          [0, 0],
          [0.5, 0.2],
          [0.2, 0.5],
          [0, 0],
        ],
      ],
    ],
    [
      'two lobes that touch in a point',
      [
        [
          [0, 0],
          [1, 1],
          [2, 0],
          [2, 2],
          [1, 1],
          [0, 2],
          [0, 0],
        ],
      ],
    ],
    [
      'a position on another side',
      [
        [
          [0, 0],
          [2, 0],
          [2, 2],
          [1, 0],
          [0, 2],
          [0, 0],
        ],
      ],
    ],
  ])('do not cross: %s', (_, rings) => {
    expect(crossingOf(rings)).toBeNull()
  })

  it.each<[string, readonly Ring[], readonly [number, number]]>([
    [
      'a bow tie',
      [
        [
          [0, 0],
          [2, 2],
          [2, 0],
          [0, 2],
          [0, 0],
        ],
      ],
      [1, 1],
    ],
    [
      'a bow tie through a position',
      [
        [
          [0, 0],
          [1, 1],
          [2, 2],
          [2, 0],
          [1, 1],
          [0, 2],
          [0, 0],
        ],
      ],
      [1, 1],
    ],
    [
      'a line through a position of another',
      [
        [
          [0, 0],
          [3, 0],
          [3, 2],
          [1, 0],
          [1, -1],
          [0, 2],
          [0, 0],
        ],
      ],
      [1, 0],
    ],
    ['a hole that leaves the shell', [square(0, 0), square(0.5, 0.25, 1)], [1, 0.25]],
    [
      'a hole along the shell',
      [
        square(0, 0),
        [
          [0, 0.2],
          [0.5, 0.5],
          [0, 0.8],
          [0, 0.2],
        ],
      ],
      [0, 0.5],
    ],
  ])('cross: %s', (_, rings, place) => {
    expect(crossingOf(rings)).toEqual(place)
  })
})

it('looks through a ring of 100,000 positions without comparing each with each', () => {
  const round: [number, number][] = Array.from({ length: 100_000 }, (_, at) => {
    const angle = (at / 100_000) * 2 * Math.PI
    return [Math.cos(angle) * (1 + (at % 2) * 1e-6), Math.sin(angle)]
  })
  const [first = [0, 0]] = round
  expect(crossingOf([[...round, first]])).toBeNull()
})
