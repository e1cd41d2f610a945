import { useMutation, type UseMutationResponse } from '@urql/vue'
import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import type { AssessmentEntryInput, ObjectionInput } from '../../graphql/generated/graphql'
import {
  AddAssessmentEntryDocument,
  CloseQuarterDocument,
  DecideObjectionDocument,
  ObjectToDeductionDocument,
  PreviewAssessmentDocument,
  PublishAssessmentDocument,
  ReviseQuarterDocument,
  WithdrawAssessmentEntryDocument,
} from '../../graphql/assessing-documents'
import { useText } from '../../locales/useText'

type Taken = Readonly<Record<string, { readonly __typename: string; readonly message?: string }>>

interface Assessing {
  /** Why the last step was not taken, '' if it was. */
  readonly failed: ShallowRef<string>
  readonly busy: ComputedRef<boolean>
  /** Each resolves to false where it was refused; the page asks again by itself where it was not. */
  close: (quarter: string) => Promise<boolean>
  revise: (quarter: string, reason: string) => Promise<boolean>
  preview: (id: string) => Promise<boolean>
  publish: (id: string, reason: string) => Promise<boolean>
  object: (objection: ObjectionInput) => Promise<boolean>
  decide: (id: string, upheld: boolean, reason: string) => Promise<boolean>
  addEntry: (entry: AssessmentEntryInput) => Promise<boolean>
  withdraw: (id: string) => Promise<boolean>
}

/** Takes steps of the assessment at the server, and says in its words what it refuses. */
export function useAssessing(): Assessing {
  const { t } = useText()
  const failed = shallowRef('')
  const busy: ComputedRef<boolean>[] = []

  function step<Variables extends object>(
    mutation: UseMutationResponse<object, Variables>,
  ): (variables: Variables) => Promise<boolean> {
    busy.push(computed(() => mutation.fetching.value))
    return async (variables) => {
      const { data } = await mutation.executeMutation(variables)
      const [answer] = Object.values((data ?? {}) as Taken)
      const refused = answer ? (answer.__typename === 'Rejection' ? answer.message : '') : t('error.network')
      failed.value = refused ?? ''
      return failed.value === ''
    }
  }

  const closing = step(useMutation(CloseQuarterDocument))
  const revising = step(useMutation(ReviseQuarterDocument))
  const previewing = step(useMutation(PreviewAssessmentDocument))
  const publishing = step(useMutation(PublishAssessmentDocument))
  const objecting = step(useMutation(ObjectToDeductionDocument))
  const deciding = step(useMutation(DecideObjectionDocument))
  const adding = step(useMutation(AddAssessmentEntryDocument))
  const withdrawing = step(useMutation(WithdrawAssessmentEntryDocument))
  return {
    failed,
    busy: computed(() => busy.some(({ value }) => value)),
    close: (quarter) => closing({ quarter }),
    revise: (quarter, reason) => revising({ quarter, reason }),
    preview: (id) => previewing({ id }),
    publish: (id, reason) => publishing({ id, reason }),
    object: (objection) => objecting({ objection }),
    decide: (id, upheld, reason) => deciding({ id, upheld, reason }),
    addEntry: (entry) => adding({ entry }),
    withdraw: (id) => withdrawing({ id }),
  }
}
