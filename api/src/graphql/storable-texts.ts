import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql/index.js'
import { isStorable } from '../query/storable.js'

/**
 * Validation rule: refuses a document in which a text holds what no store takes. The body was looked through before it
 * got here (bodies.ts), but a document can write NUL in ways of its own.
 */
export function refuseUnstorableTexts(context: ValidationContext): ASTVisitor {
  return {
    StringValue(node) {
      if (!isStorable(node.value)) context.reportError(new GraphQLError('unstorable text', { nodes: node }))
    },
  }
}
