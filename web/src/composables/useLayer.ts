import { onBeforeUnmount, watch, type Ref } from 'vue'

/** What lies over the page (popovers, sheets), the last opened on top. */
const layers: Ref<boolean>[] = []

function leave(layer: Ref<boolean>): void {
  const at = layers.indexOf(layer)
  if (at >= 0) layers.splice(at, 1)
}

/** Esc takes away what lies on top before it means anything to the page, also while someone is typing there. */
function press(event: KeyboardEvent): void {
  const top = layers.at(-1)
  if (event.key !== 'Escape' || event.defaultPrevented || !top) return
  event.preventDefault()
  top.value = false
}

// Before any component listens: what is handled here is said to be.
document.addEventListener('keydown', press)

/** Makes Esc close what `open` shows. */
export function useLayer(open: Ref<boolean>): void {
  watch(
    open,
    (isOpen) => {
      leave(open)
      if (isOpen) layers.push(open)
    },
    { immediate: true, flush: 'sync' },
  )
  onBeforeUnmount(() => leave(open))
}
