import { onBeforeUnmount, onMounted } from 'vue'

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Calls what belongs to a pressed key while the component is there; not while someone is typing. */
export function useKeys(actions: Readonly<Record<string, () => void>>): void {
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isWriting(event.target))
      return
    const action = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (action) action()
  }
  onMounted(() => document.addEventListener('keydown', press))
  onBeforeUnmount(() => document.removeEventListener('keydown', press))
}
