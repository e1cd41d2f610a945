import { useMutation } from '@urql/vue'
import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import {
  AddAnnotationDocument,
  ChangeAnnotationDocument,
  RemoveAnnotationDocument,
} from '../../graphql/annotation-documents'
import type { AnnotationInput } from '../../graphql/generated/graphql'
import { useText } from '../../locales/useText'

interface Writing {
  /** Why the last step did not succeed, '' if it did. */
  readonly failed: ShallowRef<string>
  readonly busy: ComputedRef<boolean>
  /** Adds an annotation, or with an id changes that one; resolves to false where it was refused. */
  save: (id: string | null, annotation: AnnotationInput) => Promise<boolean>
  remove: (id: string) => Promise<boolean>
}

/** Writes annotations at the server, and says in its words what it refuses. */
export function useWriting(): Writing {
  const { t } = useText()
  const adding = useMutation(AddAnnotationDocument)
  const changing = useMutation(ChangeAnnotationDocument)
  const removing = useMutation(RemoveAnnotationDocument)
  const failed = shallowRef('')

  function settle(answer: { readonly __typename: string; readonly message?: string } | undefined): boolean {
    const refused = answer ? (answer.__typename === 'Rejection' ? answer.message : '') : t('error.network')
    failed.value = refused ?? ''
    return failed.value === ''
  }

  return {
    failed,
    busy: computed(() => [adding, changing, removing].some(({ fetching }) => fetching.value)),
    save: async (id, annotation) =>
      id === null
        ? settle((await adding.executeMutation({ annotation })).data?.addAnnotation)
        : settle((await changing.executeMutation({ id, annotation })).data?.changeAnnotation),
    remove: async (id) => settle((await removing.executeMutation({ id })).data?.removeAnnotation),
  }
}
