import {
  WORDS_OF_FIELD,
  type CaseField,
  type CodeMember,
  type ColumnConfig,
  type SourceConfig,
} from '@fengsui/prisma/office/office'
import { excelSerial, isoOf, type Day } from './days.js'
import type { DemoCase } from './demo-case.js'
import { shortName } from './district.js'

export type Cell = string | number
type Write = (of: DemoCase) => Cell

/** How one system writes days: ISO text, 2024/9/5, or the bare serial number of Excel. */
const DAYS: Readonly<Record<DemoCase['source'], (day: Day) => Cell>> = {
  cq: isoOf,
  mem: (day) => isoOf(day).replaceAll('-0', '-').replaceAll('-', '/'),
  ledger: excelSerial,
}

/** What a source says that has no word for a state of its own. */
const COARSER: Readonly<Record<string, string>> = { assigned: 'accepted', archived: 'replied' }

/**
 * Writes cases as rows of one source system, in the words of that source's contract: the contract is read backwards,
 * so the demo cannot drift away from it.
 */
export class SourceSheet {
  readonly heads: readonly string[]
  private readonly writers: readonly Write[]

  constructor(
    readonly config: SourceConfig,
    private readonly id: DemoCase['source'],
  ) {
    this.heads = config.columns.map((column) => column.heads[0] ?? '')
    this.writers = config.columns.map((column) => this.writerOf(column))
  }

  row(of: DemoCase): Cell[] {
    return this.writers.map((write) => write(of))
  }

  /** Overwrites the cell of a field (its first column, or the one for `level`), or of a head. */
  set(row: Cell[], target: string, value: Cell, level: 1 | 2 | null = null): void {
    const at = this.config.columns.findIndex(
      (column) =>
        column.heads.includes(target) ||
        (column.field === target && (level === null || column.level === level) && column.system === null),
    )
    if (at < 0) throw new Error(`source ${this.config.id} has no column for ${target}`)
    row[at] = value
  }

  /** Whether the source has a column for a field or with a head. */
  has(target: string): boolean {
    return this.config.columns.some((column) => column.field === target || column.heads.includes(target))
  }

  private writerOf(column: ColumnConfig): Write {
    const { field } = column
    if (field === null) return UNMAPPED[column.heads[0] ?? ''] ?? (() => '')
    if (column.type === 'date') return this.dayWriter(field)
    if (column.type === 'code') return this.codeWriter(column, field)
    if (column.type === 'money') {
      const amount = field === 'fineAmount' ? 'fineAmount' : 'rewardAmount'
      return (of) => (of[amount] === null ? '' : this.number(of[amount] / column.factor))
    }
    if (field === 'reporterPhone') return (of) => (leavesPhone(of) ? of.reporter.phone : '')
    if (field === 'extensionDays')
      return (of) => (of.extensionDays === 0 ? '' : this.number(of.extensionDays))
    if (field === 'deleted' || field === 'fatal')
      return (of) => (this.id === 'mem' ? (of[field] ? '1' : '0') : of[field] ? '是' : '否')
    if (field === 'transfers')
      return (of) => of.transfers.map(({ day, unit }) => `${isoOf(day)} ${unit?.name ?? '退回'}`).join('；')
    if (
      field === 'sourceCaseNo' ||
      field === 'upstreamCaseNo' ||
      field === 'enterprise' ||
      field === 'rewardItem' ||
      field === 'summary'
    )
      return (of) => of[field]
    throw new Error(`the demo does not know how to write ${field}`)
  }

  private number(value: number): Cell {
    return this.id === 'ledger' ? value : String(value)
  }

  private dayWriter(field: CaseField): Write {
    const write = DAYS[this.id]
    const days = field as keyof DemoCase
    return (of) => {
      const day = of[days]
      return typeof day === 'number' ? write(day) : ''
    }
  }

  private codeWriter(column: ColumnConfig, field: CaseField): Write {
    const words = new Map<string, string>()
    for (const [word, code] of Object.entries(column.codes)) if (!words.has(code)) words.set(code, word)
    if (field in WORDS_OF_FIELD) {
      const word = field as keyof typeof WORDS_OF_FIELD
      return (of) => words.get(of[word]) ?? words.get(COARSER[of[word]] ?? '') ?? ''
    }
    const memberOf = (of: DemoCase): CodeMember => {
      if (field === 'region') return column.level === 2 ? of.village : of.town
      return of[field as 'channel' | 'industry' | 'issue' | 'department']
    }
    if (column.system !== null) return (of) => foreignCode(memberOf(of), column.system ?? '')
    if (column.list === null) return (of) => codeIn(words, memberOf(of))
    if (this.id === 'ledger' && field === 'region') return (of) => shortName(memberOf(of))
    return (of) => memberOf(of).name
  }
}

/** Columns that no field of a case takes. */
const UNMAPPED: Readonly<Record<string, Write>> = {
  区县: () => '武隆区',
  县级代码: () => '500156',
  // A registration number of a place that does not exist.
  统一社会信用代码: (of) => (of.receivedOn % 3 === 0 ? `91000000MA${of.sourceCaseNo.slice(-8)}` : ''),
  举报人姓名: (of) => (of.reporterKind === 'anonymous' ? '' : of.reporter.name),
  姓名: (of) => (of.reporterKind === 'anonymous' ? '' : of.reporter.name),
  举报人: (of) => (of.reporterKind === 'anonymous' ? '匿名' : of.reporter.name),
  身份证号: (of) => (of.reporterKind === 'named' ? of.reporter.idNumber : ''),
  举报人住址: (of) => (of.reporterKind === 'named' ? of.reporter.address : ''),
  微信标识: (of) => `wx_${of.reporter.phone}`,
}

/** Of those who stay anonymous, half leave a number all the same. */
function leavesPhone(of: DemoCase): boolean {
  return of.reporterKind !== 'anonymous' || of.receivedOn % 2 === 0
}

/** The other system's code of a town, or that system's "district, town unknown" where it has none. */
function foreignCode(member: CodeMember, system: string): string {
  const prefix = `${system}:`
  const alias = member.aliases.find((name) => name.startsWith(prefix))
  return alias === undefined ? `${member.code.slice(0, 6)}000` : alias.slice(prefix.length)
}

/** The word for a code, or for its parent, or for 其他. */
function codeIn(words: ReadonlyMap<string, string>, member: CodeMember): string {
  return words.get(member.code) ?? words.get(member.parent) ?? words.get('99') ?? ''
}
