/** Remembers what a pure function gave for a text; forgets everything when it holds too many. Columns repeat themselves. */
export function memoised<T>(read: (text: string) => T, limit = 20_000): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const value = read(text)
    if (known.size >= limit) known.clear()
    known.set(text, value)
    return value
  }
}
