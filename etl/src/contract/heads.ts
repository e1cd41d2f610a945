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
      `文件「${fileName}」缺少必需的列${names}；文件中的列是：${listed(heads)}。请核对是否选错文件、表头行号或来源（${source.name}）。`,
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
  const unknown = heads.filter((head, index) => head.trim() !== '' && !used.has(index))
  if (unknown.length > 0 && source.unknownColumns === 'stop') {
    throw new LoadRefused(
      `文件「${fileName}」有来源（${source.name}）未约定的列：${listed(unknown)}。请核对后在来源配置中登记，或改为 unknownColumns: ignore。`,
    )
  }
  return { columns, unknown, width: heads.length }
}

function indexOf(config: ColumnConfig, keys: readonly string[]): number {
  for (const head of config.heads) {
    const index = keys.indexOf(lookupKey(head))
    if (index !== -1) return index
  }
  return -1
}

function listed(heads: readonly string[]): string {
  const names = heads
    .filter((head) => head.trim() !== '')
    .map((head) => head.replace(/\s+/gu, ' ').trim().slice(0, 30))
  return names.slice(0, 40).join('、') + (names.length > 40 ? ` 等 ${names.length} 列` : '')
}
