import { readTable } from './csv-table.js'
import { isIsoDay } from './iso-day.js'
import { ANNOTATION_KINDS, type AnnotationKind, type CodeList, type OfficeAnnotation } from './office.js'
import type { Problems } from './problems.js'

const COLUMNS = {
  required: ['kind', 'from', 'text'],
  optional: ['to', 'text_en', 'region', 'industry'],
}

const isKind = (word: string): word is AnnotationKind =>
  (ANNOTATION_KINDS as readonly string[]).includes(word)

/** Reads annotations.csv, what happened and when, in order of days; [] when there is none. */
export async function readAnnotations(
  problems: Problems,
  dir: string,
  lists: { readonly region: CodeList; readonly industry: CodeList },
): Promise<readonly OfficeAnnotation[]> {
  const rows = (await readTable(problems, dir, 'annotations.csv', COLUMNS)) ?? []
  const top = (list: CodeList) =>
    new Set(list.members.flatMap(({ code, level }) => (level === 1 ? code : [])))
  const codes = { region: top(lists.region), industry: top(lists.industry) }
  const annotations = rows.map((row): OfficeAnnotation => {
    const kind = row.cell('kind')
    const from = row.cell('from')
    const to = row.cell('to') || from
    const text = row.cell('text')
    if (!isKind(kind)) row.complain('kind', `“${kind}”应为 ${ANNOTATION_KINDS.join('、')} 之一`)
    for (const column of ['from', 'to'] as const) {
      const day = row.cell(column)
      const mayLack = column === 'to' && day === ''
      if (!mayLack && !isIsoDay(day)) row.complain(column, `日期“${day}”无法识别，应写成 2026-10-01 的样式`)
    }
    if (to < from) row.complain('to', `结束日期“${to}”早于开始日期“${from}”`)
    if (text === '') row.complain('text', '缺少标注的文字')
    for (const column of ['region', 'industry'] as const) {
      const code = row.cell(column)
      if (code !== '' && !codes[column].has(code))
        row.complain(column, `代码“${code}”不在 ${column} 列表的第一级中`)
    }
    return {
      kind: isKind(kind) ? kind : 'policy',
      from,
      to,
      text,
      textEn: row.cell('text_en') || text,
      region: row.cell('region'),
      industry: row.cell('industry'),
    }
  })
  return annotations.sort((a, b) => (a.from < b.from ? -1 : 1))
}
