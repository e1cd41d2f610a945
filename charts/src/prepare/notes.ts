import type { Annotation } from '../answer.js'
import type { Translate } from '../format.js'
import type { Note } from '../model.js'
import type { Setting } from './mark.js'

interface Days {
  readonly key: string
  readonly to: string
}

/** One day, or the first and the last. */
const daysOf = ({ from, to }: Annotation) => (from === to ? from : `${from} — ${to}`)

/** An annotation in words: 〔政策〕…（2024-01-01）. */
const wordsOf = (annotation: Annotation, t: Translate): string =>
  t('chart.note', { kind: annotation.kindLabel, text: annotation.text, days: daysOf(annotation) })

const touches = ({ from, to }: Annotation, bucket: Days) => from <= bucket.to && to >= bucket.key

/**
 * What happened in the buckets of a time axis, by the first one that it touches. Days off are said of days only: in a
 * longer bucket there are always some.
 */
export function notesOf(
  buckets: readonly Days[],
  { annotations = [], t }: Pick<Setting, 'annotations' | 't'>,
): Note[] {
  const isDaily = buckets.every(({ key, to }) => key === to)
  return annotations
    .filter(({ kind }) => kind !== 'holiday' || isDaily)
    .flatMap((annotation): Note[] => {
      const first = buckets.findIndex((bucket) => touches(annotation, bucket))
      const last = buckets.findLastIndex((bucket) => touches(annotation, bucket))
      const { kind, kindLabel, text } = annotation
      return first < 0 ? [] : [{ kind, kindLabel, text, words: wordsOf(annotation, t), first, last }]
    })
    .sort((a, b) => a.first - b.first)
}

/** What happened in a bucket, other than days off: an accident before anything else; null where nothing did. */
export function notedAt(notes: readonly Note[], at: number): Note['kind'] | null {
  const kinds = notes
    .filter(({ first, last, kind }) => kind !== 'holiday' && first <= at && at <= last)
    .map(({ kind }) => kind)
  return kinds.includes('accident') ? 'accident' : (kinds[0] ?? null)
}

/** Lines of a bucket's tooltip. */
export const noteLines = (notes: readonly Note[], at: number): string[] =>
  notes.filter(({ first, last }) => first <= at && at <= last).map(({ words }) => words)
