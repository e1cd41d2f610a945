import { NO_CLOCK_DAYS } from './clock-days.js'
import type { DemoCase } from './demo-case.js'
import { NOT_HANDED_OVER } from './handover.js'
import { NOTHING } from './life.js'
import { DEFECTS, DEFECTS_OF, type DefectKind, type Soiling } from './dirt.js'
import type { Random } from './random.js'
import type { Cell, SourceSheet } from './source-sheet.js'

/** What was written wrong into one file, and what follows from that by construction. */
interface Manifest {
  /** Rows below the heads. */
  rows: number
  readonly defects: Partial<Record<DefectKind, number>>
  readonly expected: { quarantined: number; duplicates: number }
}

/** A row of another file that a case brings along. */
export interface Copy {
  readonly to: 'mem' | 'ledger'
  readonly of: DemoCase
}

/** Writes the rows of one source: most clean, every `every`-th with the next kind of dirt. */
export class SoiledSource {
  readonly manifest: Manifest = { rows: 0, defects: {}, expected: { quarantined: 0, duplicates: 0 } }
  private readonly pending: DefectKind[] = []
  private readonly kinds: readonly DefectKind[]
  private next = 0
  private cases = 0

  constructor(
    readonly sheet: SourceSheet,
    id: DemoCase['source'],
    private readonly random: Random,
    private readonly every: number,
    copies: boolean,
  ) {
    this.kinds = DEFECTS_OF[id].filter(
      (kind) => copies || (kind !== 'copyOfOtherClass' && kind !== 'ledgerCopy'),
    )
  }

  /** The rows of a case in this file, and its copies for others. Stories stay clean. */
  write(of: DemoCase): { readonly rows: readonly Cell[][]; readonly copies: readonly Copy[] } {
    const kind = of.story === '' ? this.turn(of) : null
    const row = this.sheet.row(of)
    const written =
      kind === null
        ? { rows: [row], copies: [] }
        : kind in DEFECTS
          ? this.soil(kind, row, of)
          : this.extra(kind, row, of)
    this.manifest.rows += written.rows.length
    return written
  }

  /** A row that repeats a case of another file, whose number it carries: loaded after that file it is a duplicate. */
  writeCopy(of: DemoCase): Cell[] {
    this.manifest.rows++
    this.manifest.expected.duplicates++
    return this.sheet.row(of)
  }

  /** The kind whose turn it is, or has been since it did not fit an earlier case. */
  private turn(of: DemoCase): DefectKind | null {
    if (++this.cases % this.every === 0) {
      const kind = this.kinds[this.next++ % this.kinds.length]
      if (kind !== undefined) this.pending.push(kind)
    }
    const at = this.pending.findIndex((kind) => fits(kind, of))
    return at < 0 ? null : (this.pending.splice(at, 1)[0] ?? null)
  }

  private soil(kind: DefectKind, row: Cell[], of: DemoCase) {
    const defect = DEFECTS[kind as keyof typeof DEFECTS]
    const at: Soiling = { sheet: this.sheet, row, of, random: this.random }
    defect.soil(at)
    this.count(kind)
    if (defect.outcome === 'quarantined') this.manifest.expected.quarantined++
    return { rows: [row], copies: [] }
  }

  private extra(kind: DefectKind, row: Cell[], of: DemoCase) {
    this.count(kind)
    const other = { ...of, sourceCaseNo: `${of.sourceCaseNo}-${String(this.next)}` }
    if (kind === 'copyOfOtherClass') {
      const reportClass = of.reportClass === 'violation' ? 'majorHazard' : 'violation'
      const sourceCaseNo = `YJ-${of.sourceCaseNo}`
      const copy = {
        ...of,
        source: 'mem',
        sourceCaseNo,
        upstreamCaseNo: of.sourceCaseNo,
        reportClass,
      } as const
      return { rows: [row], copies: [{ to: 'mem', of: copy } as const] }
    }
    if (kind === 'ledgerCopy') {
      const copy = {
        ...of,
        source: 'ledger',
        sourceCaseNo: `TZ-${of.sourceCaseNo}`,
        upstreamCaseNo: of.sourceCaseNo,
      } as const
      return { rows: [row], copies: [{ to: 'ledger', of: copy } as const] }
    }
    if (kind === 'repeatedNumber') {
      this.manifest.expected.duplicates++
      return { rows: [this.sheet.row(asReceived(of)), row], copies: [] }
    }
    if (kind === 'resentNumber') {
      const returned = { ...asReceived(of), state: 'withdrawn' } as const
      return { rows: [this.sheet.row(returned), this.sheet.row(other)], copies: [] }
    }
    this.manifest.expected.quarantined++
    const strange = this.sheet.row(other)
    if (kind === 'testRow') {
      this.sheet.set(strange, 'issue', '测试')
      this.sheet.set(strange, 'enterprise', '测试')
      this.sheet.set(strange, 'summary', '测试')
    } else {
      this.sheet.set(strange, '区县', this.random.pick(['彭水县', '涪陵区', '南川区']))
    }
    return { rows: [row, strange], copies: [] }
  }

  private count(kind: DefectKind): void {
    this.manifest.defects[kind] = (this.manifest.defects[kind] ?? 0) + 1
  }
}

function fits(kind: DefectKind, of: DemoCase): boolean {
  if (kind === 'repeatedNumber') return of.closedOn !== null
  if (kind === 'resentNumber') return of.channel.code === '12345'
  const defect = kind in DEFECTS ? DEFECTS[kind as keyof typeof DEFECTS] : null
  return defect === null || !('fits' in defect) || defect.fits(of)
}

/** The case as it stood when it had just come in. */
function asReceived(of: DemoCase): DemoCase {
  return {
    ...of,
    ...NOTHING,
    ...NOT_HANDED_OVER,
    ...NO_CLOCK_DAYS,
    state: 'registered',
    updatedOn: of.receivedOn,
  }
}
