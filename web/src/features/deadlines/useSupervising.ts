import { useMutation } from '@urql/vue'
import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import {
  AnswerUrgeDocument,
  EndEscalationDocument,
  EscalateDocument,
  UrgeDocument,
} from '../../graphql/deadline-documents'
import type { EscalationInput, UrgeInput } from '../../graphql/generated/graphql'
import { useText } from '../../locales/useText'

interface Supervising {
  /** Why the last step did not succeed, '' if it did. */
  readonly failed: ShallowRef<string>
  readonly busy: ComputedRef<boolean>
  /** Each resolves to false where it was refused. */
  urge: (urge: UrgeInput) => Promise<boolean>
  answer: (id: string, text: string) => Promise<boolean>
  escalate: (escalation: EscalationInput) => Promise<boolean>
  end: (id: string) => Promise<boolean>
}

/** Writes down at the server what was done about a case, and says in its words what it refuses. */
export function useSupervising(): Supervising {
  const { t } = useText()
  const urging = useMutation(UrgeDocument)
  const answering = useMutation(AnswerUrgeDocument)
  const escalating = useMutation(EscalateDocument)
  const ending = useMutation(EndEscalationDocument)
  const failed = shallowRef('')

  function settle(answer: { readonly __typename: string; readonly message?: string } | undefined): boolean {
    const refused = answer ? (answer.__typename === 'Rejection' ? answer.message : '') : t('error.network')
    failed.value = refused ?? ''
    return failed.value === ''
  }

  return {
    failed,
    busy: computed(() => [urging, answering, escalating, ending].some(({ fetching }) => fetching.value)),
    urge: async (urge) => settle((await urging.executeMutation({ urge })).data?.urge),
    answer: async (id, text) => settle((await answering.executeMutation({ id, text })).data?.answerUrge),
    escalate: async (escalation) => settle((await escalating.executeMutation({ escalation })).data?.escalate),
    end: async (id) => settle((await ending.executeMutation({ id })).data?.endEscalation),
  }
}
