import { shallowRef, type ShallowRef } from 'vue'

const open = shallowRef(false)

/** Is the basket open? The button of the top bar and the drawer have it in common. */
export const useBasketDrawer = (): { open: ShallowRef<boolean> } => ({ open })
