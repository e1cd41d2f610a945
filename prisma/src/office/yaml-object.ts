import { LineCounter, isMap, isScalar, isSeq, parseDocument, type Node, type YAMLMap } from 'yaml'
import type { Problems } from './problems.js'

interface Source {
  readonly problems: Problems
  readonly file: string
  readonly lines: LineCounter
}

/** A value with its place. */
export interface YamlEntry {
  readonly key: string
  readonly value: string
  readonly complain: (message: string) => void
}

/**
 * Reads one YAML file whose root is a mapping. What cannot be parsed is added to `problems`; null when nothing is usable.
 * Scalars are read as they are written: `01` stays `01`, `true` stays `true`.
 */
export function readYaml(problems: Problems, file: string, text: string): YamlObject | null {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  for (const error of document.errors) {
    const { line, col } = lines.linePos(error.pos[0])
    const what =
      error.code === 'DUPLICATE_KEY' ? '同一个键写了两次' : `YAML 语法错误：${error.message.split('\n')[0]}`
    problems.add(file, line, col, what)
  }
  if (isMap(document.contents)) return new YamlObject({ problems, file, lines }, document.contents)
  if (document.errors.length === 0) problems.add(file, 1, 1, '文件内容应为“键: 值”形式')
  return null
}

/** A mapping in a YAML file; every reader complains with the place of what it found. */
export class YamlObject {
  constructor(
    private readonly source: Source,
    private readonly map: YAMLMap,
  ) {}

  /** Complains about every key that is not among `keys`. */
  allow(keys: readonly string[]): this {
    for (const { key } of this.map.items) {
      const name = scalarText(key as Node | null)
      if (!keys.includes(name)) this.at(key as Node, `不认识的键“${name}”，可用的键：${keys.join('、')}`)
    }
    return this
  }

  /** The text of a scalar; null when the key is absent or empty. */
  text(key: string): string | null {
    const node = this.node(key)
    if (node === null) return null
    if (!isScalar(node)) {
      this.at(node, `“${key}”应为一个值`)
      return null
    }
    const text = scalarText(node)
    return text === '' || (node.type === 'PLAIN' && ['null', '~'].includes(text)) ? null : text
  }

  /** The text of a scalar that must be there; '' after a complaint. */
  required(key: string): string {
    const text = this.text(key)
    if (text === null) this.complain(key, `缺少“${key}”`)
    return text ?? ''
  }

  oneOf<W extends string>(key: string, words: readonly W[], fallback: W | null): W {
    const text = this.text(key)
    const word = words.find((candidate) => candidate === text)
    if (word !== undefined) return word
    if (text !== null) this.complain(key, `“${key}”不能是“${text}”，可用的值：${words.join('、')}`)
    else if (fallback === null) this.complain(key, `缺少“${key}”，可用的值：${words.join('、')}`)
    return fallback ?? (words[0] as W)
  }

  /** A whole number from `least` up; `fallback` when absent, a complaint when that is null. */
  whole(key: string, least: number, fallback: number | null): number {
    const text = this.text(key)
    if (text === null) {
      if (fallback === null) this.complain(key, `缺少“${key}”`)
      return fallback ?? least
    }
    const value = Number(text)
    if (Number.isInteger(value) && value >= least) return value
    this.complain(key, `“${key}”应为不小于 ${least} 的整数，现为“${text}”`)
    return fallback ?? least
  }

  flag(key: string, fallback: boolean): boolean {
    return this.oneOf(key, ['true', 'false'] as const, fallback ? 'true' : 'false') === 'true'
  }

  /** One text or a list of texts. */
  texts(key: string): readonly string[] {
    const node = this.node(key)
    if (node === null) return []
    const nodes = isSeq(node) ? (node.items as Node[]) : [node]
    return nodes.flatMap((item) => {
      if (isScalar(item) && scalarText(item) !== '') return [scalarText(item)]
      this.at(item, `“${key}”应为文字或文字列表`)
      return []
    })
  }

  object(key: string): YamlObject | null {
    const node = this.node(key)
    if (node === null || (isScalar(node) && this.text(key) === null)) return null
    if (isMap(node)) return new YamlObject(this.source, node)
    this.at(node, `“${key}”应为“键: 值”形式`)
    return null
  }

  /** One mapping, or a list of them; [] when the key is absent or empty. */
  oneOrMore(key: string): readonly YamlObject[] {
    const node = this.node(key)
    if (isSeq(node)) return this.objects(key)
    const one = this.object(key)
    return one === null ? [] : [one]
  }

  objects(key: string): readonly YamlObject[] {
    const node = this.node(key)
    if (node === null) return []
    if (!isSeq(node)) {
      this.at(node, `“${key}”应为列表`)
      return []
    }
    return node.items.flatMap((item) => {
      if (isMap(item)) return [new YamlObject(this.source, item)]
      this.at(item as Node, `“${key}”的每一项应为“键: 值”形式`)
      return []
    })
  }

  /** The pairs of a mapping from text to text. */
  entries(): readonly YamlEntry[] {
    return this.map.items.flatMap(({ key, value }) => {
      const node = (value ?? key) as Node
      if (value !== null && !isScalar(value)) {
        this.at(node, '此处应为一个值')
        return []
      }
      const complain = (message: string) => this.at(node, message)
      return [{ key: scalarText(key as Node), value: scalarText(value), complain }]
    })
  }

  /** Adds a problem at the value of `key`, or at the object itself when it has no such key. */
  complain(key: string, message: string): void {
    this.at(this.node(key) ?? this.map, message)
  }

  private node(key: string): Node | null {
    return (this.map.get(key, true) as Node | undefined) ?? null
  }

  private at(node: Node, message: string): void {
    const { line, col } = this.source.lines.linePos(node.range?.[0] ?? 0)
    this.source.problems.add(this.source.file, line, col, message)
  }
}

function scalarText(node: Node | null): string {
  return isScalar(node) ? (node.source ?? '').trim() : ''
}
