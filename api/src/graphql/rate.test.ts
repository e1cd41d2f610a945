import { expect, it } from 'vitest'
import { Rate } from './rate.js'

it('gives a session a minute’s worth at once, then as it fills, and another its own', () => {
  let now = 0
  const rate = new Rate(60, () => now)
  rate.take('a', 60)
  expect(() => rate.take('a', 10)).toThrow(
    expect.objectContaining({ extensions: expect.objectContaining({ retryAfterSeconds: 10 }) as object }),
  )
  rate.take('b', 60)
  now = 9_999
  expect(() => rate.take('a', 10)).toThrow()
  now = 10_000
  rate.take('a', 10)
  expect(() => rate.take('a', 1)).toThrow()
  now = 600_000
  rate.take('a', 60)
  expect(() => rate.take('a', 1)).toThrow()
})
