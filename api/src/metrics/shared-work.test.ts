import { describe, expect, it, vi } from 'vitest'
import { SharedWork } from './shared-work.js'

const stays = new AbortController().signal
const tick = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('SharedWork', () => {
  it('does equal work once for all who ask while it runs, and keeps the result', async () => {
    const shared = new SharedWork<number>(10, () => true)
    const work = vi.fn(() => tick().then(() => 7))
    const all = await Promise.all([shared.get('a', stays, work), shared.get('a', stays, work)])
    expect([...all, await shared.get('a', stays, work)]).toEqual([7, 7, 7])
    expect(work).toHaveBeenCalledTimes(1)
  })

  it('keeps no refusal and no failure', async () => {
    const shared = new SharedWork<string>(10, (result) => result !== 'refused')
    const work = vi
      .fn()
      .mockResolvedValueOnce('refused')
      .mockRejectedValueOnce(new Error('broken'))
      .mockResolvedValue('fine')
    expect(await shared.get('a', stays, work)).toBe('refused')
    await expect(shared.get('a', stays, work)).rejects.toThrow('broken')
    expect(await shared.get('a', stays, work)).toBe('fine')
  })

  it('forgets the result that was unused for longest', async () => {
    const shared = new SharedWork<string>(2, () => true)
    const work = vi.fn((key: string) => Promise.resolve(key))
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await shared.get(key, stays, () => work(key))
    expect(work.mock.calls.flat()).toEqual(['a', 'b', 'c', 'b'])
  })

  it('stops the work only when the last who waits has left', async () => {
    const shared = new SharedWork<number>(10, () => true)
    const aborted = vi.fn()
    const work = (signal: AbortSignal) => {
      signal.addEventListener('abort', aborted)
      return new Promise<number>((_, reject) =>
        signal.addEventListener('abort', () => reject(new Error('stopped'))),
      )
    }
    const [first, second] = [new AbortController(), new AbortController()]
    const answers = [shared.get('a', first.signal, work), shared.get('a', second.signal, work)]
    const left = Promise.allSettled(answers)
    first.abort(new Error('gone'))
    await tick()
    expect(aborted).not.toHaveBeenCalled()
    second.abort(new Error('gone'))
    expect((await left).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(aborted).toHaveBeenCalledTimes(1)
    expect(await shared.get('a', stays, () => Promise.resolve(3))).toBe(3)
  })
})
