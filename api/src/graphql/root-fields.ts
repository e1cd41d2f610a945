import {
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql/index.js'

export type FindFragment = (name: string) => FragmentDefinitionNode | null | undefined

/**
 * What an operation asks the API for, by the name under which it is answered. The same name twice is one answer, and a
 * fragment is looked into once, as the execution does it; so this is linear in the document's length.
 */
export function rootFieldsOf(
  operation: OperationDefinitionNode,
  fragment: FindFragment,
): ReadonlyMap<string, FieldNode> {
  const found = new Map<string, FieldNode>()
  const seen = new Set<string>()
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value
        if (!found.has(name)) found.set(name, selection)
      } else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet)
      else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value)
        const spread = fragment(selection.name.value)
        if (spread) collect(spread.selectionSet)
      }
    }
  }
  collect(operation.selectionSet)
  return found
}
