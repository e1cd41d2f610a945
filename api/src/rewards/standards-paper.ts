import type { Text } from '@fengsui/domain/metrics/model'
import type { Office } from '@fengsui/prisma/office/office'
import type { ListPaper } from '../exports/paper.js'
import type { Locale } from '../office/member-lists.js'
import { formulaWords } from './reward-words.js'

const FEN = 100
export const STANDARDS_TITLE: Text = { zh: '安全生产举报奖励标准', en: 'Reward standards' }

const COLUMNS: readonly { readonly label: Text; readonly unit: 'yuan' | null }[] = [
  { label: { zh: '适用顺序', en: 'Order' }, unit: null },
  { label: { zh: '文件', en: 'Text' }, unit: null },
  { label: { zh: '适用地区', en: 'Place' }, unit: null },
  { label: { zh: '施行日期', en: 'From' }, unit: null },
  { label: { zh: '类别', en: 'Category' }, unit: null },
  { label: { zh: '编号', en: 'No.' }, unit: null },
  { label: { zh: '举报事项或计算办法', en: 'Matter or formula' }, unit: null },
  { label: { zh: '奖励金额', en: 'Amount' }, unit: 'yuan' },
  { label: { zh: '受理核查处理部门', en: 'Units' }, unit: null },
  { label: { zh: '来源和说明', en: 'Source and notes' }, unit: null },
]

/** The table of the reward standards as it is announced (通知第8项：奖励标准向社会公告); no case is in it. */
export function standardsPaper({ rewards }: Pick<Office, 'rewards'>, locale: Locale): ListPaper {
  const rows = rewards.flatMap((standard, at) => {
    const { name, place, from, note, isPublic, isReference, categories, formulas } = standard
    const order = isReference ? { zh: '参考', en: 'reference' }[locale] : String(at + 1)
    const head = [order, name, place, from]
    const unknown = { zh: '（全文未公开，未载入）', en: '(not public)' }[locale]
    return [
      ...(isPublic ? [] : [[...head, '', '', unknown, '', '', note]]),
      ...categories.flatMap((category) =>
        category.items.map(({ id, text, amount }) => [
          ...head,
          ...[category.name, id, text, amount / FEN, category.units, category.source],
        ]),
      ),
      ...formulas.map((formula) => [...head, '', '', formulaWords(formula)[locale], '', '', note]),
    ]
  })
  return {
    title: STANDARDS_TITLE[locale],
    columns: COLUMNS.map(({ label, unit }, at) => ({ id: String(at), label: label[locale], unit })),
    rows,
    filters: '',
    asOf: '',
    total: rows.length,
    withheld: 0,
    holds: 'standards',
  }
}
