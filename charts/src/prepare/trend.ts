import type { SeriesColour, TrendModel } from '../model.js'
import { fillingOf } from './filling.js'
import { noteLines, notesOf } from './notes.js'
import { tooltipLines, type Setting } from './mark.js'

const COLOURS: readonly SeriesColour[] = [0, 1, 2, 3, 4]

/**
 * Lines over the buckets of the answer, and for the first measure a dashed one of what it is compared with: the same
 * time last year if that was asked, else the first comparison.
 * A bucket without a row is zero for counts and a gap for everything else; one that is not over yet is said to be so.
 * @param chosen the period of the screen; the buckets in it are highlighted if they are not all.
 */
export function prepareTrend(
  setting: Setting,
  measures: readonly string[],
  chosen: { readonly from: string; readonly to: string } | null,
): TrendModel {
  const { table, t } = setting
  const rows = new Map(table.rows.map((row) => [row.bucket ?? '', row]))
  const at = (id: string) => table.measures.indexOf(id)
  const valueIn = (key: string, id: string) => {
    const row = rows.get(key)
    if (!row) return setting.names.measure(id).additive ? 0 : null
    return row.values[at(id)]?.value ?? null
  }
  const before = Math.max(
    table.comparedPeriods.findIndex((period) => period.kind === 'yearAgo'),
    table.comparedPeriods.length > 0 ? 0 : -1,
  )
  const lead = measures[0]
  const now = measures.map((id, nth) => ({
    name: setting.names.measure(id).label,
    dashed: false,
    colour: COLOURS[nth] ?? 5,
    values: table.buckets.map((bucket) => valueIn(bucket.key, id)),
    filling: fillingOf(
      table.buckets.map((bucket) => rows.get(bucket.key)?.values[at(id)]),
      t,
    ),
  }))
  const last =
    lead === undefined || before < 0
      ? []
      : [
          {
            name: baseName(setting.names.measure(lead).label, table.comparedPeriods[before], t),
            dashed: true,
            colour: 0 as const,
            values: table.buckets.map(
              (bucket) => rows.get(bucket.key)?.values[at(lead)]?.changes[before]?.value ?? null,
            ),
          },
        ]
  const notes = notesOf(table.buckets, setting)
  return {
    kind: 'trend',
    unit: lead === undefined ? 'cases' : setting.names.measure(lead).unit,
    buckets: table.buckets.map((bucket, nth) => {
      const row = rows.get(bucket.key)
      return {
        key: bucket.key,
        to: bucket.to,
        label: bucket.label,
        partial: bucket.partial,
        lines: [
          `${bucket.label}${bucket.partial ? t('chart.partial') : ''}`,
          ...(row
            ? tooltipLines(row, setting, measures, (kind) =>
                kind === 'yearAgo' ? yearBefore(bucket, t('chart.sameTime')) : t('chart.counterpart'),
              )
            : [t('chart.none')]),
          ...noteLines(notes, nth),
        ],
      }
    }),
    series: [...now, ...last],
    highlight: highlightOf(table.buckets, chosen),
    notes,
  }
}

/** What the line of the compared period is called. */
function baseName(
  measure: string,
  compared: Setting['table']['comparedPeriods'][number] | undefined,
  t: Setting['t'],
): string {
  return compared?.kind === 'yearAgo'
    ? t('chart.yearAgo', { measure })
    : t('chart.base', { measure, comparison: compared?.label ?? '' })
}

function highlightOf(
  buckets: readonly { readonly key: string; readonly to: string }[],
  chosen: { readonly from: string; readonly to: string } | null,
): readonly [string, string] | null {
  if (!chosen) return null
  const inside = buckets.filter((bucket) => bucket.to >= chosen.from && bucket.key <= chosen.to)
  const [first, last] = [inside[0], inside.at(-1)]
  return first && last && inside.length < buckets.length ? [first.key, last.key] : null
}

/** What a bucket is called a year before: 2026年4月 → 2025年4月; `otherwise` where its name has no year. */
function yearBefore(bucket: { readonly key: string; readonly label: string }, otherwise: string): string {
  const year = bucket.key.slice(0, 4)
  return bucket.label.includes(year) ? bucket.label.replaceAll(year, String(Number(year) - 1)) : otherwise
}
