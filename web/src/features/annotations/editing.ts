import { shallowRef, type ShallowRef } from 'vue'
import type { Annotation } from './useAnnotations'

/** What is being written: an annotation that is there, or a new one of these days. */
export type Editing = Annotation | { readonly id: null; readonly from: string; readonly to: string }

const editing = shallowRef<Editing | null>(null)

interface EditingState {
  /** Null while nothing is. */
  readonly editing: Readonly<ShallowRef<Editing | null>>
  edit: (annotation: Editing) => void
  close: () => void
}

/** One annotation at a time is written. */
export const useEditing = (): EditingState => ({
  editing,
  edit: (annotation) => (editing.value = annotation),
  close: () => (editing.value = null),
})
