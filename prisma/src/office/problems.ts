/** One thing that is wrong in an office's folder, and where: line and column count from 1. */
export interface Problem {
  /** Path below the office's folder, e.g. `sources/cq.yaml`. */
  readonly file: string
  readonly line: number
  readonly column: number
  /** Chinese, says what is wrong and what to do. */
  readonly message: string
}

/** An office that cannot be used: every problem of its folder at once, so that one reading mends it. */
export class OfficeError extends Error {
  constructor(
    readonly dir: string,
    readonly problems: readonly Problem[],
  ) {
    const lines = problems.map(({ file, line, column, message }) => `  ${file}:${line}:${column} ${message}`)
    super(`单位配置有 ${problems.length} 处问题（${dir}）：\n${lines.join('\n')}`)
    this.name = 'OfficeError'
  }
}

/** Collects problems while a folder is read. */
export class Problems {
  private readonly found: Problem[] = []

  add(file: string, line: number, column: number, message: string): void {
    this.found.push({ file, line, column, message })
  }

  get count(): number {
    return this.found.length
  }

  /** In the order in which one reads: by file, then by place. */
  sorted(): readonly Problem[] {
    return [...this.found].sort(
      (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
    )
  }
}
