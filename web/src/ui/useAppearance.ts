import { computed, shallowRef, type ComputedRef } from 'vue'
import { printing } from './printing'
import { DARK, LIGHT, type Palette } from '@fengsui/charts/palette'

const KEY = 'fengsui.appearance'

interface Appearance {
  readonly palette: ComputedRef<Palette>
  toggle: () => void
}

/** The wall is dark, whatever was chosen for the desk. */
export const wallAppearance = shallowRef(false)

const dark = shallowRef(localStorage.getItem(KEY) === 'dark')

/** Light or dark, kept for the next visit; paper is light. */
export function useAppearance(): Appearance {
  return {
    palette: computed(() => ((dark.value || wallAppearance.value) && !printing.value ? DARK : LIGHT)),
    toggle: () => {
      dark.value = !dark.value
      localStorage.setItem(KEY, dark.value ? 'dark' : 'light')
    },
  }
}
