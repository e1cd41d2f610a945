import { lookupKey } from '@fengsui/prisma/office/lookup'
import type { ColumnConfig, SourceConfig } from '@fengsui/prisma/office/office'
import { LoadRefused } from '../sources/load-refused.js'

/** A column of the contract and where it stands in the file; -1: an optional column that the file lacks. */
export interface PlacedColumn {
  readonly config: ColumnConfig
  readonly index: number
}

/** What a file keeps of its source's promise. */
export interface Contract {
  readonly columns: readonly PlacedColumn[]
  /** Heads in the file that the contract does not know; their cells are never kept. */
  readonly unknown: readonly string[]
  readonly width: number
}

/**
 * Holds a file's heads against its source's contract. Heads are compared after NFKC, without white space or line breaks.
 *
 * @throws LoadRefused when a required column is missing, a head that is used stands twice, or an unknown one must stop.
 */
export function placeColumns(source: SourceConfig, heads: readonly string[], fileName: string): Contract {
  const keys = heads.map(lookupKey)
  const columns = source.columns.map((config) => ({ config, index: indexOf(config, keys) }))
  const missing = columns.filter(({ config, index }) => config.required && index === -1)
  if (missing.length > 0) {
    const names = [...new Set(missing.map(({ config }) => `「${config.heads.join('／')}」`))].join('、')
    throw new LoadRefused(
      `文件「${fileName}」缺少必需的列${names}；${recognised(columns, heads)}。请核对是否选错文件、表头行号或来源（${source.name}）。`,
    )
  }
  const used = new Set(columns.map(({ index }) => index))
  const twice = keys.find(
    (key, index) => key !== '' && used.has(keys.indexOf(key)) && keys.indexOf(key) !== index,
  )
  if (twice !== undefined) {
    throw new LoadRefused(
      `文件「${fileName}」的列「${twice}」出现了两次，无法判断用哪一列，请删去其中一列后重试。`,
    )
  }
  const unknown = heads.flatMap((head, index) => (head.trim() !== '' && !used.has(index) ? [index] : []))
  if (unknown.length > 0 && source.unknownColumns === 'stop') {
    throw new LoadRefused(
      `文件「${fileName}」有 ${unknown.length} 个来源（${source.name}）未约定的列（${places(unknown)}）。请核对后在来源配置中登记，或改为 unknownColumns: ignore。`,
    )
  }
  return { columns, unknown: unknown.map((index) => heads[index] ?? ''), width: heads.length }
}

function indexOf(config: ColumnConfig, keys: readonly string[]): number {
  for (const head of config.heads) {
    const index = keys.indexOf(lookupKey(head))
    if (index !== -1) return index
  }
  return -1
}

/** Only heads of the contract are named: where the row of heads is missing, the others are a case's cells. */
function recognised(columns: readonly PlacedColumn[], heads: readonly string[]): string {
  const indexes = [...new Set(columns.map(({ index }) => index))].filter((index) => index !== -1)
  const names = indexes
    .sort((a, b) => a - b)
    .map((index) => (heads[index] ?? '').replace(/\s+/gu, ' ').trim())
  const others = heads.filter((head, index) => head.trim() !== '' && !indexes.includes(index)).length
  const found = names.length === 0 ? '文件中没有认得的列' : `文件中认得的列是：${names.join('、')}`
  return others === 0 ? found : `${found}，另有 ${others} 列不认得`
}

/** Where in the file heads stand, 第 3、7 列. */
function places(indexes: readonly number[]): string {
  const numbers = indexes.map((index) => index + 1)
  return `第 ${numbers.slice(0, 40).join('、')}${numbers.length > 40 ? '…' : ''} 列`
}
