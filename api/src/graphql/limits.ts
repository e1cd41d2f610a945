import {
  type ASTVisitor,
  GraphQLError,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql/index.js'
import { isCostly } from './cost.js'
import { type FindFragment, rootFieldsOf } from './root-fields.js'
import { tooComplex } from './too-complex.js'

/** Words and marks of a document; the product's own longest has about 400. */
export const MOST_TOKENS = 2000
/** The deepest the product's own pages go is 6. */
const DEEPEST = 8
/** One screen asks for about 15 things at once. */
const MOST_ROOT_FIELDS = 30
/** One screen asks for about 10 tables at once. */
const MOST_OF_ONE_COSTLY = 15
/** One screen leaves out up to 8 parts. */
const MOST_DIRECTIVES = 40

/**
 * Validation rule: refuses documents that are too deep or ask for too much at once, fragments counted where they are
 * used. Introspection is switched on or off elsewhere and not measured.
 */
export function limitDocument(context: ValidationContext): ASTVisitor {
  const fragment: FindFragment = (name) => context.getFragment(name)
  const depthOf = depthMeter(fragment)
  let directives = 0
  return {
    OperationDefinition(operation) {
      const refuse = (zh: string, en: string): void => context.reportError(tooComplex({ zh, en }, operation))
      // There are none, and the execution would take the asking for a fault of ours.
      if (operation.operation === OperationTypeNode.SUBSCRIPTION)
        context.reportError(new GraphQLError('no subscriptions', { nodes: operation }))
      if (depthOf(operation.selectionSet) > DEEPEST)
        refuse(`请求嵌套过深，最多${DEEPEST}层。`, `The request is nested deeper than ${DEEPEST} levels.`)
      const fields = [...rootFieldsOf(operation, fragment).values()].map(({ name }) => name.value)
      if (fields.length > MOST_ROOT_FIELDS)
        refuse(
          `请求一次要的内容过多，最多${MOST_ROOT_FIELDS}项。`,
          `The request asks for more than ${MOST_ROOT_FIELDS} things at once.`,
        )
      for (const field of new Set(fields.filter(isCostly))) {
        if (fields.filter((each) => each === field).length > MOST_OF_ONE_COSTLY)
          refuse(
            `同一项内容（${field}）一次最多查询${MOST_OF_ONE_COSTLY}次。`,
            `The request asks for ${field} more than ${MOST_OF_ONE_COSTLY} times at once.`,
          )
      }
    },
    Directive(node) {
      directives++
      if (directives === MOST_DIRECTIVES + 1)
        context.reportError(
          tooComplex(
            {
              zh: `请求的条件指令过多，最多${MOST_DIRECTIVES}个。`,
              en: `The request has more than ${MOST_DIRECTIVES} directives.`,
            },
            node,
          ),
        )
    },
  }
}

/** Measures levels of fields; each fragment once, and one that is inside itself, which another rule refuses, as none. */
function depthMeter(fragment: FindFragment): (set: SelectionSetNode) => number {
  const known = new Map<string, number>()
  const ofFragment = (name: string): number => {
    const measured = known.get(name)
    if (measured !== undefined) return measured
    known.set(name, 0)
    const spread = fragment(name)
    const depth = spread ? depthOf(spread.selectionSet) : 0
    known.set(name, depth)
    return depth
  }
  const depthOf = ({ selections }: SelectionSetNode): number =>
    Math.max(
      0,
      ...selections.map((selection) => {
        if (selection.kind === Kind.INLINE_FRAGMENT) return depthOf(selection.selectionSet)
        if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value)
        const inside = selection.name.value.startsWith('__') ? undefined : selection.selectionSet
        return 1 + (inside ? depthOf(inside) : 0)
      }),
    )
  return depthOf
}
