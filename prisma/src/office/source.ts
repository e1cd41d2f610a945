import { readColumn } from './column.js'
import type { CodeIndex } from './lookup.js'
import type { ColumnConfig, ListName, SourceConfig } from './office.js'
import type { YamlObject } from './yaml-object.js'

/** Encodings a CSV may have; `gb18030` reads GBK and GB2312 as well. */
export const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le'] as const

/**
 * Reads one file of sources/: what a source system promises and how its columns become a case.
 * Code maps are checked against the lists of the office.
 */
export function readSource(
  id: string,
  yaml: YamlObject,
  lists: Readonly<Record<ListName, CodeIndex>>,
): SourceConfig {
  yaml.allow(['name', 'nameEn', 'kind', 'files', 'csv', 'xlsx', 'unknownColumns', 'repeatedKey', 'columns'])
  const name = yaml.required('name')
  const csv = yaml.object('csv')?.allow(['encoding', 'delimiter'])
  const xlsx = yaml.object('xlsx')?.allow(['sheet', 'headerRow'])
  const files = yaml.texts('files')
  if (files.length === 0) yaml.complain('files', '“files”至少要有一个文件名，例如 市系统*.xlsx')
  const objects = yaml.objects('columns')
  const columns = objects.map((column) => readColumn(column, lists))
  checkFields(yaml, objects, columns)
  return {
    id,
    name,
    nameEn: yaml.text('nameEn') ?? name,
    kind: yaml.oneOf('kind', ['file'] as const, 'file'),
    files,
    csv: {
      encoding: csv?.oneOf('encoding', ENCODINGS, 'utf-8') ?? 'utf-8',
      delimiter: csv?.text('delimiter') ?? ',',
    },
    xlsx: { sheet: xlsx?.text('sheet') ?? null, headerRow: xlsx?.whole('headerRow', 1, 1) ?? 1 },
    columns,
    unknownColumns: yaml.oneOf('unknownColumns', ['ignore', 'stop'] as const, 'ignore'),
    repeatedKey: yaml.oneOf('repeatedKey', ['latest', 'mostComplete'] as const, 'latest'),
  }
}

/** A case needs its number and its day; and a field that is no code of a two-level list comes from one column only. */
function checkFields(
  yaml: YamlObject,
  objects: readonly YamlObject[],
  columns: readonly ColumnConfig[],
): void {
  for (const field of ['sourceCaseNo', 'receivedOn'] as const) {
    if (!columns.some((column) => column.field === field && column.required))
      yaml.complain('columns', `没有任何必填列对应“${field}”，每条举报都要有编号和接报日期`)
  }
  const levels = ['region', 'industry', 'issue']
  columns.forEach((column, i) => {
    const first = columns.findIndex((other) => other.field === column.field)
    if (column.field !== null && !levels.includes(column.field) && first < i)
      objects[i]?.complain('field', `字段“${column.field}”已由列“${columns[first]?.heads[0] ?? ''}”填写`)
  })
}
