/** The query of an address, as the router gives it. */
export type Address = Readonly<Record<string, string | null | readonly (string | null)[] | undefined>>

/** All texts of one name. */
export const texts = (value: Address[string]): string[] =>
  (Array.isArray(value) ? value : [value]).filter((text): text is string => typeof text === 'string')

export const first = (value: Address[string]): string | null => texts(value)[0] ?? null

/** The parts of a text that are among the known ones, each once, in their order. */
export function known<T extends string>(text: string | null, list: readonly { readonly id: T }[]): T[] {
  const parts = [...new Set((text ?? '').split('~'))]
  return parts.flatMap((part) => list.find(({ id }) => id === part)?.id ?? [])
}
