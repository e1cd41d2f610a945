import { onBeforeUnmount, onMounted } from 'vue'

type Actions = Readonly<Record<string, () => void>>

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/**
 * Calls what belongs to a pressed key while the component is there; not while someone is typing. A key that one
 * component took is not meant for another: those inside come first.
 * @param actions the keys, or a function that says which they are now.
 */
export function useKeys(actions: Actions | (() => Actions)): void {
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isWriting(event.target))
      return
    const now = typeof actions === 'function' ? actions() : actions
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    if (!Object.hasOwn(now, key)) return
    event.preventDefault()
    now[key]?.()
  }
  onMounted(() => document.addEventListener('keydown', press))
  onBeforeUnmount(() => document.removeEventListener('keydown', press))
}
