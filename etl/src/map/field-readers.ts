import { redact } from '@fengsui/domain/privacy/redaction'
import { type CodeIndex, indexCodes } from '@fengsui/prisma/office/lookup'
import {
  type CaseField,
  type ColumnConfig,
  type ListName,
  type Office,
  WORDS_OF_FIELD,
} from '@fengsui/prisma/office/office'
import type { Contract, PlacedColumn } from '../contract/heads.js'
import type { Tokeniser } from '../identity/token.js'
import { parseBoolean, parseCount, parseMoney, type Parsed } from './amounts.js'
import type { CaseFact } from './case-fact.js'
import { levelReader, type Said, wordReader } from './code-columns.js'
import type { Defect } from './date-checks.js'
import { parseDay } from './days.js'
import { fillLevels } from './levels.js'
import { memoised } from './memo.js'
import { rewardItemReader } from './reward-items.js'
import type { RowKeys } from './row-mapper.js'
import { transferReader } from './transfers.js'

/** Reads one field of a row into the fact, or says what is wrong with it. */
export type FieldReader = (cells: readonly string[], fact: CaseFact, keys: RowKeys, defects: Defect[]) => void

interface Context {
  readonly office: Office
  readonly token: Tokeniser
}

type Hierarchy = 'region' | 'industry' | 'issue'
const HIERARCHIES: readonly Hierarchy[] = ['region', 'industry', 'issue']
/** What people write into a cell that is empty. */
const EMPTY_WORDS = new Set([
  '',
  '-',
  '--',
  '—',
  '——',
  '/',
  '\\',
  '无',
  'null',
  'NULL',
  'N/A',
  'n/a',
  '\\N',
  '#N/A',
])

/** One reader per mapped column, and one per two-level list however many columns fill it. */
export function compileFields(contract: Contract, context: Context): readonly FieldReader[] {
  const indexes = new Map<ListName, CodeIndex>()
  const indexOf = (name: ListName): CodeIndex => {
    const index = indexes.get(name) ?? indexCodes(context.office.lists[name])
    indexes.set(name, index)
    return index
  }
  const placed = contract.columns.filter(({ index }) => index !== -1)
  const required = placed.filter(({ config }) => config.required).map(requiredReader)
  const hierarchies = HIERARCHIES.flatMap((name) => {
    const columns = placed.filter(({ config }) => config.field === name)
    return columns.length === 0 ? [] : [hierarchyReader(name, columns, indexOf(name))]
  })
  const single = placed
    .filter(({ config }) => !HIERARCHIES.some((name) => name === config.field))
    .flatMap((column) => singleReader(column, context, indexOf) ?? [])
  return [...required, ...single, ...hierarchies]
}

const nameOf = (config: ColumnConfig): string => config.heads[0] ?? ''
const textOf = (cells: readonly string[], index: number): string => (cells[index] ?? '').trim()
/** A value as it may be shown: redacted, then cut; a name cut in two would no longer be found. */
const shown = (text: string, { identities }: RowKeys): string =>
  redact(text, identities).replace(/\s+/gu, ' ').slice(0, 24)

function requiredReader({ config, index }: PlacedColumn): FieldReader {
  const defect: Defect = { reason: 'value.missing', detail: `列「${nameOf(config)}」为空` }
  return (cells, _fact, _keys, defects) => {
    if (EMPTY_WORDS.has(textOf(cells, index))) defects.push(defect)
  }
}

function hierarchyReader(name: Hierarchy, columns: readonly PlacedColumn[], index: CodeIndex): FieldReader {
  const readers = columns.map(({ config }) => levelReader(config, index))
  const strict = columns.some(({ config }) => config.onUnknown === 'quarantine')
  const heads = [...new Set(columns.map(({ config }) => nameOf(config)))].join('、')
  const fill = memoised((joined) => fillLevels(readers, joined.split('\u001f')))
  return (cells, fact, keys, defects) => {
    const levels = fill(columns.map((column) => textOf(cells, column.index)).join('\u001f'))
    fact[`${name}1`] = levels.level1
    fact[`${name}2`] = levels.level2
    if (levels.unknown !== null) {
      defects.push({
        reason: strict ? 'code.unknown' : 'note.codeUnknown',
        detail: `列「${heads}」的值「${shown(levels.unknown, keys)}」`,
      })
    } else if (levels.note !== null) defects.push({ reason: levels.note, detail: `列「${heads}」` })
  }
}

function singleReader(
  column: PlacedColumn,
  context: Context,
  indexOf: (name: ListName) => CodeIndex,
): FieldReader | null {
  const { config, index } = column
  switch (config.type) {
    case 'identity':
      return config.field === 'reporterPhone' && config.identity === 'token'
        ? (cells, fact) => void (fact.reporterToken = context.token(textOf(cells, index)))
        : null
    case 'text':
      if (config.field === 'transfers')
        return transfersReader(column, indexOf('department'), context.office.timeZone)
      return config.field === 'rewardItem' ? itemReader(column, context) : textReader(index, config.field)
    case 'code':
      return codeReader(column, config.list === null ? null : indexOf(config.list))
    case 'date':
      return parsedReader(column, (text) => {
        const day = parseDay(text, context.office.timeZone)
        return day === null ? { fault: 'date.unreadable' } : { value: day }
      })
    case 'money':
      return parsedReader(column, (text) => parseMoney(text, config.factor))
    case 'number':
      return parsedReader(column, parseCount)
    case 'boolean':
      return parsedReader(column, parseBoolean)
  }
}

function textReader(index: number, field: CaseField | null): FieldReader | null {
  if (field === null) return null
  return (cells, fact, keys) => store(fact, keys, field, textOf(cells, index))
}

function itemReader({ config, index }: PlacedColumn, { office }: Context): FieldReader {
  const read = rewardItemReader(office)
  return (cells, fact, keys, defects) => {
    const text = textOf(cells, index)
    if (EMPTY_WORDS.has(text)) return
    const item = read(text)
    fact.rewardItem = item ?? ''
    if (item === null)
      defects.push({
        reason: 'note.codeUnknown',
        detail: `列「${nameOf(config)}」的值「${shown(text, keys)}」`,
      })
  }
}

/** A chain that cannot be read whole is none: a part of it would name the wrong unit. */
function transfersReader({ config, index }: PlacedColumn, units: CodeIndex, zone: string): FieldReader {
  const read = memoised(transferReader(units, zone))
  return (cells, fact, keys, defects) => {
    const text = textOf(cells, index)
    if (EMPTY_WORDS.has(text)) return
    const { chain, unreadable } = read(text)
    fact.transfers = chain
    if (unreadable === null) return
    const detail = `列「${nameOf(config)}」的值「${shown(unreadable, keys)}」`
    defects.push({ reason: 'note.transfersUnreadable', detail })
  }
}

function codeReader({ config, index }: PlacedColumn, list: CodeIndex | null): FieldReader {
  const words =
    config.field !== null && config.field in WORDS_OF_FIELD
      ? WORDS_OF_FIELD[config.field as keyof typeof WORDS_OF_FIELD]
      : []
  const read = memoised<Said>(wordReader(config, list, words))
  return (cells, fact, keys, defects) => {
    const said = read(textOf(cells, index))
    if (said.kind === 'code' && config.field !== null) store(fact, keys, config.field, said.code)
    if (said.kind === 'unknown') {
      const reason = config.onUnknown === 'quarantine' ? 'code.unknown' : 'note.codeUnknown'
      defects.push({ reason, detail: `列「${nameOf(config)}」的值「${shown(said.text, keys)}」` })
    }
  }
}

function parsedReader<T extends string | number | boolean>(
  { config, index }: PlacedColumn,
  parse: (text: string) => Parsed<T>,
): FieldReader {
  const read = memoised(parse)
  // An update day only orders versions; without one the case is as true.
  const isUpdateDay = config.field === 'updatedOn'
  return (cells, fact, keys, defects) => {
    const text = textOf(cells, index)
    if (EMPTY_WORDS.has(text) && config.type !== 'boolean') return
    if (text === '') return
    const parsed = read(text)
    if ('fault' in parsed) {
      const reason = isUpdateDay ? 'note.updateDay' : parsed.fault
      defects.push({ reason, detail: `列「${nameOf(config)}」的值「${shown(text, keys)}」` })
    } else if (config.field !== null) store(fact, keys, config.field, parsed.value)
  }
}

type OtherField = 'region' | 'industry' | 'issue' | 'reporterPhone' | 'transfers' | 'rewardItem'
type TextField = Exclude<
  CaseField & keyof CaseFact,
  OtherField | 'deleted' | 'fatal' | 'extensionDays' | 'pausedDays'
>
/** Fields with readers of their own. */
const READ_OTHERWISE: ReadonlySet<CaseField> = new Set<OtherField>([
  'region',
  'industry',
  'issue',
  'reporterPhone',
  'transfers',
  'rewardItem',
])

/** Puts a value where its field belongs; the contract's types make the kinds agree. */
function store(fact: CaseFact, keys: RowKeys, field: CaseField, value: string | number | boolean): void {
  if (field === 'sourceCaseNo' || field === 'upstreamCaseNo' || field === 'updatedOn')
    keys[field] = String(value)
  else if (field === 'deleted' || field === 'fatal') fact[field] = value === true
  else if (field === 'extensionDays' || field === 'pausedDays') fact[field] = Number(value)
  else if (!READ_OTHERWISE.has(field)) fact[field as TextField] = String(value)
}
