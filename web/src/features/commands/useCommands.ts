import { useQuery } from '@urql/vue'
import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useCatalogue } from '../../catalogue/useCatalogue'
import { first } from '../../composables/address'
import { parseQuestion, questionAddress, withFilter, type Question } from '../../composables/question'
import { SavedViewsDocument } from '../../graphql/view-documents'
import { switchLocale } from '../../locales/i18n'
import { useInquiryText } from '../../locales/useInquiryText'
import { useAppearance } from '../../ui/useAppearance'
import { useBasketDrawer } from '../basket/useBasketDrawer'
import { commandsOf, type Act, type Command } from './command'

/** Pages without a question of their own: there a filter or period opens the overview. */
const ASK_NOTHING: readonly unknown[] = ['loads', 'glossary', 'notFound', 'wall', 'ranking']

/** The lines of the palette, and what choosing one does to the page behind it. */
export function useCommands(): { commands: ComputedRef<Command[]>; run: (act: Act) => void } {
  const { t, locale } = useInquiryText()
  const catalogue = useCatalogue()
  const route = useRoute()
  const router = useRouter()
  const { toggle } = useAppearance()
  const { open: isBasketOpen } = useBasketDrawer()
  const views = useQuery({
    query: SavedViewsDocument,
    variables: {},
    context: { additionalTypenames: ['SavedView'] },
  })

  /** Asks something else on the page, or on the overview where the page asks nothing; the rest of its address stays. */
  function ask(change: (question: Question) => Question): void {
    const rest = { ...route.query, filter: undefined, period: undefined }
    const next = questionAddress(change(parseQuestion(route.query, catalogue.value)))
    if (ASK_NOTHING.includes(route.name)) void router.push({ name: 'overview', query: next })
    else void router.push({ query: { ...rest, ...next } })
  }

  /** Switches off what the page does unless its address says otherwise, and on again. */
  function flip(name: 'compare' | 'notes', off: string): void {
    const { [name]: now, ...rest } = route.query
    void router.push({ query: first(now) === off ? rest : { ...rest, [name]: off } })
  }

  function run(act: Act): void {
    switch (act.kind) {
      case 'page':
        return void router.push({ name: act.route })
      case 'view':
        return void router.push(`/explore?${act.address}`)
      case 'filter':
        return ask((question) => withFilter(question, act.filter.dimension, act.filter.codes))
      case 'period':
        return ask((question) => ({ ...question, period: act.period }))
      case 'clear':
        return ask((question) => ({ ...question, filters: [] }))
      case 'compare':
        return flip('compare', route.name === 'explore' ? 'none' : 'off')
      case 'notes':
        return flip('notes', 'off')
      case 'appearance':
        return toggle()
      case 'language':
        return switchLocale(locale === 'en' ? 'zh' : 'en')
      case 'basket':
        isBasketOpen.value = true
        return
      case 'help':
        document.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true, cancelable: true }))
    }
  }

  return {
    commands: computed(() =>
      commandsOf({ catalogue: catalogue.value, t }, views.data.value?.savedViews ?? []),
    ),
    run,
  }
}
