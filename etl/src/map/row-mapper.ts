import { hideWords, redact } from '@fengsui/domain/privacy/redaction'
import type { Office, SourceConfig } from '@fengsui/prisma/office/office'
import { hash } from 'node:crypto'
import type { Contract } from '../contract/heads.js'
import type { Reason } from '../contract/reasons.js'
import type { Tokeniser } from '../identity/token.js'
import type { SourceRow } from '../sources/table.js'
import { type CaseFact, emptyFact, FACT_KEYS, latestEvent } from './case-fact.js'
import { checkDays, checkUpdateDay, type Defect } from './date-checks.js'
import { checkAmounts, dueDaySetter, isContactable, isTestRecord, stateByDates } from './derive.js'
import { compileFields, type FieldReader } from './field-readers.js'
import { memoised } from './memo.js'
import { rawKeeper } from './raw-row.js'

/** A row after mapping: a fact, or the reasons why it is none. Nothing in it leads to a reporter. */
export interface MappedRow {
  readonly rowNo: number
  /** '' when the row has no readable number. */
  readonly sourceCaseNo: string
  readonly upstreamCaseNo: string
  readonly caseId: string
  readonly fact: CaseFact | null
  readonly reasons: readonly Reason[]
  /** Chinese, for the person who corrects the row. */
  readonly detail: string
  readonly contentHash: string
  /** The row as JSON of head → cell, without identities. */
  readonly raw: string
  /** The day of the row's state: its own update day, else the latest event; '' for a quarantined row. */
  readonly stateDay: string
  /** Update day where the source has such a column, '' otherwise: orders the versions of a case. */
  readonly versionDay: string
  /** Which of several rows of one case in a file wins, by the source's repeatedKey: the highest. */
  readonly rank: number
}

interface MappingContext {
  readonly office: Office
  readonly source: SourceConfig
  /** Days after this one are impossible: the file's as-of day, or today in the office's zone. */
  readonly lastDay: string
  readonly token: Tokeniser
}

/** Values of a row that are no columns of a fact. */
export interface RowKeys {
  sourceCaseNo: string
  upstreamCaseNo: string
  updatedOn: string
  /** The row's own identity cells, so that no remark repeats them. */
  readonly identities: readonly string[]
}

/** Compiles a contract into a pure function from rows to facts. */
export function rowMapper(
  contract: Contract,
  heads: readonly string[],
  context: MappingContext,
): (row: SourceRow) => MappedRow {
  const setDueDays = dueDaySetter(context.office)
  const clean = memoised((text) => redact(text))
  const token = memoised(context.token)
  const readers: readonly FieldReader[] = compileFields(contract, { office: context.office, token })
  const keepRaw = rawKeeper(contract, heads, token, clean)
  // By the source's promise: one file that lacks the column must not be numbered like a source that never has it.
  const hasUpdates = contract.columns.some(({ config }) => config.field === 'updatedOn')
  return (row) => {
    const cells = fitted(row.cells, contract.width)
    if (cells === null) return misfit(row, contract.width)
    const { raw, identities } = keepRaw(cells)
    const fact = emptyFact()
    const keys: RowKeys = { sourceCaseNo: '', upstreamCaseNo: '', updatedOn: '', identities }
    const defects: Defect[] = []
    for (const read of readers) read(cells, fact, keys, defects)
    fact.summary = clean(hideWords(fact.summary, identities))
    fact.enterprise = clean(hideWords(fact.enterprise, identities))
    if (fact.receivedOn === '' && !defects.some(breaks))
      defects.push({ reason: 'value.missing', detail: '接报日期' })
    if (isTestRecord(fact)) defects.push({ reason: 'row.test', detail: '内容标明为测试' })
    if (!defects.some(breaks)) {
      if (fact.state === '') fact.state = stateByDates(fact)
      fact.contactable = isContactable(fact)
      defects.push(...checkDays(fact, context.lastDay), ...checkAmounts(fact), ...setDueDays(fact))
    }
    if (defects.some(breaks))
      return quarantined(row.rowNo, keys, context.source.id, defects.filter(breaks), raw)
    const fault = checkUpdateDay(keys.updatedOn, context.lastDay)
    const notes = fault === null ? defects : [...defects, fault]
    const updatedOn = fault === null ? keys.updatedOn : ''
    return loadable(row.rowNo, keys, context.source, fact, { notes, updatedOn, raw, hasUpdates })
  }
}

const breaks = (defect: Defect): boolean => !defect.reason.startsWith('note.')

/** The cells in the heads' number; null if they do not fit. Empty cells beyond the heads are no cells. */
function fitted(cells: readonly string[], width: number): readonly string[] | null {
  if (cells.length === width) return cells
  if (cells.length < width || cells.slice(width).some((cell) => cell.trim() !== '')) return null
  return cells.slice(0, width)
}

/** Nobody knows which cell belongs to which head, so none is kept: any of them may be a name. */
function misfit(row: SourceRow, width: number): MappedRow {
  const detail = `应有 ${width} 个单元格，实有 ${row.cells.length} 个（为保护举报人，错位的内容不保存）`
  return {
    ...NO_FACT,
    rowNo: row.rowNo,
    reasons: ['row.cellCount'],
    detail,
    contentHash: digest(`cells\n${row.cells.join('\u001f')}`),
    raw: JSON.stringify({ cells: row.cells.length }),
  }
}

const NO_FACT = {
  sourceCaseNo: '',
  upstreamCaseNo: '',
  caseId: '',
  fact: null,
  stateDay: '',
  versionDay: '',
  rank: 0,
} as const

function quarantined(
  rowNo: number,
  keys: RowKeys,
  source: string,
  defects: readonly Defect[],
  raw: string,
): MappedRow {
  const reasons = [...new Set(defects.map(({ reason }) => reason))].sort()
  return {
    ...NO_FACT,
    rowNo,
    sourceCaseNo: keys.sourceCaseNo,
    upstreamCaseNo: keys.upstreamCaseNo,
    caseId: keys.sourceCaseNo === '' ? '' : `${source}:${keys.sourceCaseNo}`,
    reasons,
    detail: detailOf(defects, keys),
    contentHash: digest(`quarantined\n${reasons.join()}\n${raw}`),
    raw,
  }
}

/** What of a row is neither its key nor its fact. */
interface RowRest {
  readonly notes: readonly Defect[]
  /** '' where the row has no update day that can be believed. */
  readonly updatedOn: string
  readonly raw: string
  readonly hasUpdates: boolean
}

function loadable(
  rowNo: number,
  keys: RowKeys,
  source: SourceConfig,
  fact: CaseFact,
  { notes, updatedOn, raw, hasUpdates }: RowRest,
): MappedRow {
  // The update day as it was read: whether it is believed changes with the day of the load, the content does not.
  let content = `${keys.upstreamCaseNo}\n${keys.updatedOn}`
  let filled = 0
  for (const key of FACT_KEYS) {
    const value = fact[key]
    content += `\n${typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '')}`
    if (isFilled(value)) filled += 1
  }
  const contentHash = digest(content)
  const latest = latestEvent(fact)
  const updated = updatedOn || latest
  return {
    rowNo,
    sourceCaseNo: keys.sourceCaseNo,
    upstreamCaseNo: keys.upstreamCaseNo,
    // Without a number the content is the identity, so that the same file twice still changes nothing.
    caseId: `${source.id}:${keys.sourceCaseNo || `#${contentHash}`}`,
    fact,
    reasons: notes.length === 0 ? [] : [...new Set(notes.map(({ reason }) => reason))].sort(),
    detail: notes.length === 0 ? '' : detailOf(notes, keys),
    contentHash,
    raw,
    stateDay: updated,
    versionDay: hasUpdates ? updated : '',
    rank: (source.repeatedKey === 'mostComplete' ? filled * 1e8 : 0) + Number(updated.replaceAll('-', '')),
  }
}

const isFilled = (value: CaseFact[keyof CaseFact]): boolean =>
  typeof value === 'object' && value !== null
    ? value.length > 0
    : value !== null && value !== '' && value !== 0 && value !== false

const detailOf = (defects: readonly Defect[], { identities }: RowKeys): string =>
  redact(defects.map(({ detail }) => detail).join('；'), identities)

const digest = (text: string): string => hash('sha256', text, 'hex').slice(0, 32)
