/** A typed piece of ClickHouse SQL: text and values stay apart until `toQuery` numbers the values. */
const fragment = Symbol('fragment')

type ClickHouseType =
  'Date32' | 'UInt32' | 'String' | 'Array(Int32)' | 'Array(String)' | 'Array(Array(String))'

export type ParamValue = string | number | readonly (string | number | readonly string[])[]

export interface Param {
  readonly value: ParamValue
  readonly type: ClickHouseType
}

export interface Sql {
  readonly [fragment]: true
  readonly chunks: readonly (string | Param)[]
}

const made = (chunks: readonly (string | Param)[]): Sql => ({ [fragment]: true, chunks })

/** Writes SQL around fragments and values. A plain string does not type-check: it would become text. */
export function sql(text: TemplateStringsArray, ...parts: readonly (Sql | Param)[]): Sql {
  const chunks: (string | Param)[] = []
  text.forEach((piece, i) => {
    chunks.push(piece)
    const part = parts[i]
    if (part) chunks.push(...('chunks' in part ? part.chunks : [part]))
  })
  return made(chunks)
}

/** A value to be bound. */
export const param = (value: ParamValue, type: ClickHouseType): Param => ({ value, type })

/** Text of our own source code taken as SQL. Only `compile.ts` may call it, only with text of the catalogue. */
export const trusted = (text: string): Sql => made([text])

/** Puts fragments after one another with a separator between them. */
export function join(parts: readonly Sql[], separator: Sql): Sql {
  return made(parts.flatMap((part, i) => (i === 0 ? part.chunks : [...separator.chunks, ...part.chunks])))
}

export interface BoundQuery {
  readonly text: string
  readonly params: Readonly<Record<string, ParamValue>>
}

/** Numbers the values p0, p1, … in order of appearance; equal values share a number. The text is the same every time. */
export function toQuery({ chunks }: Sql): BoundQuery {
  const names = new Map<string, string>()
  const params: Record<string, ParamValue> = {}
  const text = chunks.map((chunk) => {
    if (typeof chunk === 'string') return chunk
    const identity = JSON.stringify([chunk.type, chunk.value])
    const name = names.get(identity) ?? `p${names.size}`
    names.set(identity, name)
    params[name] = chunk.value
    return `{${name}: ${chunk.type}}`
  })
  return { text: text.join(''), params }
}
