/** Remembers what a pure function gave for a text; forgets everything when it holds too many. Columns repeat themselves. */
export function memoised<T>(read: (text: string) => T, limit = 20_000): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    // A cell is a slice of the chunk it was read from and would keep all of it in memory; a copy keeps itself.
    const copy = Buffer.from(text, 'utf8').toString('utf8')
    const value = read(copy)
    if (known.size >= limit) known.clear()
    known.set(copy, value)
    return value
  }
}
