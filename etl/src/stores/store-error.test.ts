import { describe, expect, it } from 'vitest'
import { isDiskFull } from './store-error.js'

describe('a full disk', () => {
  it.each([
    [Object.assign(new Error('write failed'), { code: 'ENOSPC' })],
    [Object.assign(new Error('Cannot reserve 1.00 MiB, not enough space'), { code: '243' })],
    [new Error('ENOSPC: no space left on device, write. ')],
    [new Error('Cannot write to file: errno: 28, strerror: No space left on device')],
  ])('is known by %s', (error) => expect(isDiskFull(error)).toBe(true))

  it('is not seen where something else failed', () => {
    expect(isDiskFull(Object.assign(new Error('Memory limit exceeded'), { code: '241' }))).toBe(false)
    expect(isDiskFull('ENOSPC')).toBe(false)
  })
})
