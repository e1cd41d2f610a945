import { expect, test } from 'vitest'
import { inTurn } from './turns'

const settled = () => new Promise((resolve) => setTimeout(resolve, 80))

test('works are done in their order, each in a task of its own, after what they wait for', async () => {
  const done: string[] = []
  let release: (value?: unknown) => void = () => undefined
  const ready = new Promise((resolve) => (release = resolve))
  for (const name of ['a', 'b']) {
    inTurn(() => {
      done.push(name)
      void Promise.resolve().then(() => done.push(`after ${name}`))
    }, ready)
  }
  await settled()
  expect(done).toEqual([])
  release()
  await settled()
  expect(done).toEqual(['a', 'after a', 'b', 'after b'])
})

test('a work that was taken out is not done, one that comes meanwhile is', async () => {
  const done: string[] = []
  const leave = inTurn(() => done.push('left'), Promise.resolve())
  inTurn(() => {
    done.push('first')
    inTurn(() => done.push('last'), Promise.resolve())
  }, Promise.resolve())
  leave()
  await settled()
  expect(done).toEqual(['first', 'last'])
})
