import type { Text } from '@fengsui/domain/metrics/model'
import { GraphQLError } from 'graphql/index.js'
import { manages } from './roles.js'
import type { Scope } from './scope.js'
import type { Session } from './session.js'

/** What a scope allows or not, without degrees. */
type Right = { [K in keyof Scope]: Scope[K] extends boolean ? K : never }[keyof Scope]

/** @throws GraphQLError FORBIDDEN, whose sentence says whom to ask, unless the session's scope has the right. */
export function demand({ scope }: Session, right: Right): void {
  if (scope[right] === true) return
  throw forbidden({
    zh: '您的角色不能查看这项内容，确有需要请联系安委办业务人员。',
    en: 'Your role does not show this. Ask the safety commission office if you need it.',
  })
}

/** Why somebody may not change how the office is set up. */
export const NOT_MANAGER: Text = {
  zh: '您的角色不能更改本单位的设置，确有需要请联系安委办业务人员。',
  en: 'Your role cannot change how the office is set up. Ask the safety commission office.',
}

/** @throws GraphQLError FORBIDDEN unless the session's role runs the product. */
export function demandManager({ persona }: Session): void {
  if (!manages(persona)) throw forbidden(NOT_MANAGER)
}

const forbidden = (sentence: Text): GraphQLError =>
  new GraphQLError('forbidden', { extensions: { code: 'FORBIDDEN', sentence } })
