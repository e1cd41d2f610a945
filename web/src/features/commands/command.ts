import type { Catalogue } from '../../catalogue/catalogue'
import type { Filter, PeriodChoice } from '../../composables/question'
import type { DimensionId } from '../../graphql/generated/graphql'
import type { Speaking } from '../../catalogue/speaking'
import { pagesFor } from '../shell/pages'

/** What a chosen line does. */
export type Act =
  | { readonly kind: 'page'; readonly route: string }
  | { readonly kind: 'view'; readonly address: string }
  | { readonly kind: 'filter'; readonly filter: Filter }
  | { readonly kind: 'period'; readonly period: PeriodChoice }
  | { readonly kind: 'clear' | 'appearance' | 'language' | 'help' | 'compare' | 'notes' | 'basket' }

/** A line of the palette: what it is called, of what sort it is, and what it does. */
export interface Command {
  readonly id: string
  readonly label: string
  /** 页面, 乡镇（街道）, 期间…; what stands behind the name. */
  readonly group: string
  readonly act: Act
}

/** The lists by whose members a board can be filtered from here, in the order in which one looks for them. */
const LISTS: readonly DimensionId[] = [
  'region1',
  'region2',
  'industry1',
  'industry2',
  'issue1',
  'issue2',
  'department',
]

const actions = ({
  viewer,
}: Catalogue): readonly Exclude<Act['kind'], 'page' | 'view' | 'filter' | 'period'>[] => [
  'clear',
  'compare',
  'notes',
  'appearance',
  'language',
  ...(viewer.may.export ? (['basket'] as const) : []),
  'help',
]

/** Everything that can be done from the palette, in the order in which it stands there before anything is typed. */
export function commandsOf(
  { catalogue, t }: Speaking,
  views: readonly { readonly name: string; readonly address: string }[],
): Command[] {
  return [
    ...pagesFor(catalogue).map(({ route, text }) => ({
      id: `page-${route}`,
      label: t(text),
      group: t('commands.page'),
      act: { kind: 'page' as const, route },
    })),
    ...actions(catalogue).map((kind) => ({
      id: `action-${kind}`,
      label: t(`commands.actions.${kind}`),
      group: t('commands.action'),
      act: { kind },
    })),
    ...catalogue.periods.map(({ id, label }) => ({
      id: `period-${id}`,
      label,
      group: t('filters.period'),
      act: { kind: 'period' as const, period: { preset: id } },
    })),
    ...views.map(({ name, address }) => ({
      id: `view-${name}`,
      label: name,
      group: t('commands.view'),
      act: { kind: 'view' as const, address },
    })),
    ...LISTS.flatMap((dimension) => {
      const group = catalogue.dimension(dimension)?.label
      if (group === undefined) return []
      return catalogue
        .members(dimension)
        .filter(({ code }) => code !== '')
        .map(({ code, name, parent }) => {
          const above = dimension.endsWith('2') ? (dimension.replace('2', '1') as DimensionId) : null
          return {
            id: `${dimension}-${code}`,
            label: name,
            group: above && parent ? `${group} · ${catalogue.nameOf(above, parent, '')}` : group,
            act: { kind: 'filter' as const, filter: { dimension, codes: [code] } },
          }
        })
    }),
  ]
}
