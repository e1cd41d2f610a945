import type { Catalogue } from '../../catalogue/catalogue'
import type { Filter } from '../../composables/question'
import type { useText } from '../../locales/useText'

/** More names than this are said by their number. */
const MOST_NAMED = 2

/** What a filter holds: in short (长坝镇等3项), and every name of it. */
export function filterNames(
  { dimension, codes }: Filter,
  catalogue: Catalogue,
  t: ReturnType<typeof useText>['t'],
): { readonly text: string; readonly all: string } {
  const names = codes.map((code) => catalogue.nameOf(dimension, code, t('chart.unknown')))
  const all = names.join(t('list.names'))
  const text =
    names.length > MOST_NAMED ? t('filters.more', { first: names[0] ?? '', count: names.length }) : all
  return { text, all }
}
