import { mount } from '@vue/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import { defineComponent, h, shallowRef } from 'vue'
import { useKeys } from './useKeys'
import { useLayer } from './useLayer'
import { useRowKeys } from './useRowKeys'

const press = (key: string, from: EventTarget = document) =>
  from.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))

const mounted: { unmount: () => void }[] = []
function using(setup: () => unknown, inside = '') {
  const wrapper = mount(
    defineComponent({
      setup,
      render: () => h('div', { innerHTML: inside }),
    }),
    { attachTo: document.body },
  )
  mounted.push(wrapper)
  return wrapper
}
afterEach(() => mounted.splice(0).forEach((wrapper) => wrapper.unmount()))

test('a key means something to the page, and nothing while somebody types or with a modifier', () => {
  const x = vi.fn()
  const wrapper = using(() => useKeys({ x }), '<input>')
  press('X')
  press('x', wrapper.find('input').element)
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', ctrlKey: true, bubbles: true }))
  expect(x).toHaveBeenCalledTimes(1)
})

test('what a part inside takes is not meant for the page around it', () => {
  const [inside, around] = [vi.fn(), vi.fn()]
  const isOpen = shallowRef(true)
  using(() => useKeys((): Record<string, () => void> => (isOpen.value ? { t: inside } : {})))
  using(() => useKeys({ t: around }))
  press('t')
  isOpen.value = false
  press('t')
  expect([inside.mock.calls.length, around.mock.calls.length]).toEqual([1, 1])
})

test('Esc closes what lies on top, one after the other, and only then is it for the page', () => {
  const [lower, upper, page] = [shallowRef(true), shallowRef(true), vi.fn()]
  const wrapper = using(() => {
    useLayer(lower)
    useLayer(upper)
    useKeys({ Escape: page })
  }, '<input>')
  press('Escape', wrapper.find('input').element)
  expect([lower.value, upper.value]).toEqual([true, false])
  press('Escape')
  expect([lower.value, page.mock.calls.length]).toEqual([false, 0])
  press('Escape')
  expect(page).toHaveBeenCalledTimes(1)
})

test('J and K go from row to row and stay at the ends', () => {
  // No layout here: every element is taken to be shown.
  const shown = [{}] as unknown as DOMRectList
  vi.spyOn(Element.prototype, 'getClientRects').mockReturnValue(shown)
  const rows = ['a', 'b'].map((name) => `<tr><td><button>${name}</button></td></tr>`).join('')
  using(useRowKeys, `<main><table><tbody>${rows}<tr><td>c</td></tr></tbody></table></main>`)
  const at = (key: string) => {
    press(key)
    return document.activeElement?.textContent
  }
  expect(['j', 'j', 'j', 'j', 'k', 'k', 'k'].map(at)).toEqual(['a', 'b', 'c', 'c', 'b', 'a', 'a'])
})
