import { onBeforeUnmount, onMounted, shallowRef, type ShallowRef } from 'vue'

const open = shallowRef(false)

/** Is the palette open? A button may open it too. */
export const usePalette = (): { readonly open: ShallowRef<boolean> } => ({ open })

/** Ctrl-K, or ⌘K, opens the palette from everywhere, also while somebody types. */
export function usePaletteKey(): ShallowRef<boolean> {
  function press(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'k') return
    event.preventDefault()
    // Over a window that asks for something there is no other.
    if (!document.querySelector('dialog[open]')) open.value = true
  }
  onMounted(() => document.addEventListener('keydown', press))
  onBeforeUnmount(() => document.removeEventListener('keydown', press))
  return open
}
