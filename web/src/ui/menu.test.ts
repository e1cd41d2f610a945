import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, test } from 'vitest'
import { h, nextTick } from 'vue'
import Menu from './Menu.vue'

const CHOICES = [
  { key: 'png', label: '图片' },
  { key: 'pdf', label: '文档' },
  { key: 'basket', label: '加入素材', line: true },
]
let menu: VueWrapper

function offer(): HTMLButtonElement {
  menu = mount(Menu, {
    attachTo: document.body,
    props: { choices: CHOICES },
    slots: { default: ({ open }: { open: boolean }) => h('button', { 'aria-expanded': open }, '导出') },
  })
  return menu.get<HTMLButtonElement>('button').element
}

const entries = () => [...document.querySelectorAll<HTMLButtonElement>('[role=menuitem]')]
const press = async (on: Element | null, key: string) => {
  on?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  await nextTick()
  await nextTick()
}

afterEach(() => menu.unmount())

test('what is chosen is told, and the menu closes', async () => {
  const button = offer()
  expect(entries()).toEqual([])
  button.click()
  await nextTick()
  expect(button.getAttribute('aria-expanded')).toBe('true')
  expect(entries().map(({ textContent }) => textContent?.trim())).toEqual(['图片', '文档', '加入素材'])
  entries()[1]?.click()
  await nextTick()
  expect(menu.emitted('select')).toEqual([['pdf']])
  expect(entries()).toEqual([])
  expect(document.activeElement).toBe(button)
})

test('it is walked by arrows, in a circle, and left by Esc without a choice', async () => {
  const button = offer()
  await press(button, 'ArrowDown')
  const said = () => document.activeElement?.textContent?.trim()
  expect(said()).toBe('图片')
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await press(document.activeElement, key)
  expect(said()).toBe('图片')
  await press(document.activeElement, 'End')
  expect(said()).toBe('加入素材')
  await press(document.activeElement, 'Escape')
  expect(entries()).toEqual([])
  expect(document.activeElement).toBe(button)
  expect(menu.emitted('select')).toBeUndefined()
})

test('a click anywhere else closes it', async () => {
  offer().click()
  await nextTick()
  await nextTick()
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))
  await nextTick()
  expect(entries()).toEqual([])
})
