import type { CodeList, CodeMember } from './office.js'

/**
 * The form in which names, aliases and codes are compared: NFKC (full-width brackets and digits become plain),
 * without white space, in lower case.
 */
export function lookupKey(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()
}

/** Where to look: on one level, below one parent, among one system's foreign codes instead of our own. */
export interface Lookup {
  readonly level?: 1 | 2 | null
  readonly parent?: string | null
  readonly system?: string | null
}

export interface CodeIndex {
  readonly byCode: ReadonlyMap<string, CodeMember>
  /** The one member that a source calls so; undefined when there is none, or more than one. */
  find(value: string, where?: Lookup): CodeMember | undefined
}

/** All keys by which a member may be called: its code, its name in both languages, its aliases. */
export function keysOf(member: CodeMember): readonly string[] {
  const names = [member.code, member.name, member.nameEn, ...member.aliases]
  return [...new Set(names.map(lookupKey).filter((key) => key !== ''))]
}

/** Indexes one list. Building costs one pass; `find` is one map lookup. */
export function indexCodes(list: CodeList): CodeIndex {
  const byCode = new Map(list.members.map((member) => [member.code, member]))
  const byKey = new Map<string, CodeMember[]>()
  const byName = new Map<string, CodeMember[]>()
  for (const member of list.members) {
    for (const key of keysOf(member)) {
      push(byKey, key, member)
      if (key !== lookupKey(member.code)) push(byName, key, member)
    }
  }
  return {
    byCode,
    find(value, { level = null, parent = null, system = null } = {}) {
      const key = lookupKey(value)
      const called =
        system === null
          ? byKey.get(key)
          : [...(byKey.get(lookupKey(`${system}:${value}`)) ?? []), ...(byName.get(key) ?? [])]
      const fitting = (called ?? []).filter(
        (member) =>
          (level === null || member.level === level) && (parent === null || member.parent === parent),
      )
      // One word may name a parent and its only child; the parent is what is certain then.
      const coarse = fitting.filter((member) => member.level === 1)
      if (coarse.length === 1) return coarse[0]
      return fitting.length === 1 ? fitting[0] : undefined
    },
  }
}

function push(index: Map<string, CodeMember[]>, key: string, member: CodeMember): void {
  const members = index.get(key)
  if (members === undefined) index.set(key, [member])
  else members.push(member)
}
