import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql/index.js'

/** Marks the refusal, whose sentence is made where the caller's language is known. */
export const TOO_COMPLEX = 'TOO_COMPLEX'
/** The deepest the product's own pages go is 6. */
const DEEPEST = 8
/** One screen asks for about 15 things at once. */
const MOST_ROOT_FIELDS = 30

interface Size {
  readonly depth: number
  readonly rootFields: number
}

/**
 * Validation rule: refuses documents that are too deep or ask for too much at once, fragments counted where they are
 * used. Introspection is switched on or off elsewhere and not measured.
 */
export function limitDocument(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      const { depth, rootFields } = measure(
        operation.selectionSet,
        (name) => context.getFragment(name),
        new Set(),
      )
      if (depth > DEEPEST || rootFields > MOST_ROOT_FIELDS) {
        context.reportError(
          new GraphQLError(`请求过于复杂：最多${DEEPEST}层、一次${MOST_ROOT_FIELDS}项。`, {
            nodes: operation,
            extensions: { reason: TOO_COMPLEX },
          }),
        )
      }
    },
  }
}

function measure(
  { selections }: SelectionSetNode,
  fragment: (name: string) => FragmentDefinitionNode | null | undefined,
  within: ReadonlySet<string>,
): Size {
  const sizes = selections.map((selection): Size => {
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value.startsWith('__') || !selection.selectionSet) return { depth: 1, rootFields: 1 }
      return { depth: 1 + measure(selection.selectionSet, fragment, within).depth, rootFields: 1 }
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) return measure(selection.selectionSet, fragment, within)
    const name = selection.name.value
    const spread = within.has(name) ? undefined : fragment(name)
    return spread
      ? measure(spread.selectionSet, fragment, new Set([...within, name]))
      : { depth: 0, rootFields: 0 }
  })
  return {
    depth: Math.max(0, ...sizes.map((size) => size.depth)),
    rootFields: sizes.reduce((sum, size) => sum + size.rootFields, 0),
  }
}
