import type { ExecutionContext } from '@nestjs/common'
import { createParamDecorator } from '@nestjs/common'
import { GqlExecutionContext } from '@nestjs/graphql'
import type { Session } from '../access/session.js'
import type { Locale } from '../office/member-lists.js'

/** Who asks, in which language, and until when he waits. The GraphQL context of every request. */
export interface Caller {
  readonly session: Session
  readonly locale: Locale
  readonly requestId: string
  /** Ends when the client leaves. */
  readonly signal: AbortSignal
}

/** Injects the caller into a resolver's method. */
export const Asked = createParamDecorator((_: unknown, context: ExecutionContext) =>
  GqlExecutionContext.create(context).getContext<Caller>(),
)

/** English where the browser prefers it, else Chinese. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  return /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'zh'
}
