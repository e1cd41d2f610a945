import { randomUUID } from 'node:crypto'

/** Names a statement of a batch, so that one whose caller died can be found and stopped. */
export const statementId = (batch: number, what: string): string =>
  `${statementPrefix(batch)}${what}-${randomUUID()}`

/** What the names of all statements of a batch begin with. */
export const statementPrefix = (batch: number): string => `fengsui-batch-${batch}-`
