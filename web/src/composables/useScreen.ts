import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useCatalogue } from '../catalogue/useCatalogue'
import { parseScreen, screenAddress, type Screen } from './screen'

interface ScreenState {
  readonly screen: ComputedRef<Screen>
  /** Changes the screen as one step that the back button undoes. */
  change: (change: (screen: Screen) => Screen) => void
}

/** The state of the screen, read from the address and written to it. */
export function useScreen(): ScreenState {
  const route = useRoute()
  const router = useRouter()
  const catalogue = useCatalogue()
  const screen = computed(() => parseScreen(route.query, catalogue.value))
  return {
    screen,
    change: (change) => void router.push({ query: screenAddress(change(screen.value)) }),
  }
}
