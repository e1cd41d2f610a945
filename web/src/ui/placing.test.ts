import { expect, test } from 'vitest'
import { placed } from './placing'

const WINDOW = { width: 390, height: 800 }
const button = (left: number, top: number) => ({ left, top, width: 60, height: 26 })

test('it opens below, its edge under that of the button', () => {
  expect(placed(button(40, 100), { width: 200, height: 300 }, WINDOW, false)).toEqual({ left: 40, top: 132 })
  expect(placed(button(300, 100), { width: 200, height: 300 }, WINDOW, true)).toEqual({ left: 160, top: 132 })
})

test('it does not leave the window', () => {
  expect(placed(button(300, 100), { width: 200, height: 300 }, WINDOW, false).left).toBe(182)
  expect(placed(button(4, 100), { width: 200, height: 300 }, WINDOW, true).left).toBe(8)
})

test('it opens above where there is no room below', () => {
  expect(placed(button(40, 700), { width: 200, height: 300 }, WINDOW, false).top).toBe(394)
})

test('what is higher than both sides begins as low as it may', () => {
  expect(placed(button(40, 400), { width: 200, height: 500 }, WINDOW, false).top).toBe(292)
  expect(placed(button(40, 400), { width: 200, height: 900 }, WINDOW, false).top).toBe(8)
})
