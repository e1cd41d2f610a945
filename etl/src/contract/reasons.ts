/** Chinese and English text of a reason. */
interface ReasonText {
  readonly zh: string
  readonly en: string
}

/**
 * Why a row was quarantined (`row.*`, `value.*`, `date.*`, `amount.*`, `code.*`), counted as a duplicate (`duplicate.*`), or
 * loaded with a remark (`note.*`). The closed list: nothing else is ever stored.
 */
export const REASONS = {
  'row.cellCount': { zh: '单元格数与表头不符', en: 'Number of cells differs from the heads' },
  'row.test': { zh: '测试数据', en: 'Test record' },
  'value.missing': { zh: '必填项为空', en: 'Required value is missing' },
  'date.unreadable': { zh: '日期无法识别', en: 'Date cannot be read' },
  'date.implausible': { zh: '日期不合理（1990年以前）', en: 'Implausible date (before 1990)' },
  'date.future': { zh: '日期晚于数据截止日', en: 'Date after the as-of day' },
  'date.order': {
    zh: '日期先后颠倒（受理早于接报，或核查、办结早于受理）',
    en: 'Dates in an impossible order',
  },
  'amount.unreadable': { zh: '数字或金额无法识别', en: 'Number or amount cannot be read' },
  'amount.negative': { zh: '数字或金额为负', en: 'Negative number or amount' },
  'amount.implausible': {
    zh: '金额超过法定上限，可能误用了单位（元、万元）',
    en: 'Amount beyond what the law allows',
  },
  'value.boolean': { zh: '是否项无法识别', en: 'Yes/no value cannot be read' },
  'code.unknown': { zh: '代码或名称不在清单内', en: 'Code or name is not in the list' },
  'duplicate.inFile': { zh: '同一文件内编号重复', en: 'Same number twice in the file' },
  'duplicate.unchanged': { zh: '与已入库的内容相同', en: 'Unchanged since an earlier load' },
  'duplicate.otherSource': { zh: '同一事项已由其他系统入库', en: 'Same matter known from another source' },
  'duplicate.quarantined': { zh: '与已隔离的内容相同', en: 'Same content is already quarantined' },
  'note.codeUnknown': {
    zh: '已入库：代码不在清单内，记为“未知”',
    en: 'Loaded: unknown code counted as unknown',
  },
  'note.levelMismatch': {
    zh: '已入库：下级不属于上级，下级记为“未知”',
    en: 'Loaded: second level not below the first',
  },
  'note.levelConflict': {
    zh: '已入库：两列的上级不一致，取前一列',
    en: 'Loaded: two columns disagree, first one taken',
  },
  'note.assignedBeforeReceipt': {
    zh: '已入库：转办早于接报',
    en: 'Loaded: assigned before it was received',
  },
  'note.returnedBeforeAssignment': {
    zh: '已入库：退回早于转办（或早于接报）',
    en: 'Loaded: returned before it was assigned or received',
  },
  'note.replyBeforeClosing': { zh: '已入库：回复早于办结', en: 'Loaded: replied before closing' },
  'note.paidBeforeDecision': {
    zh: '已入库：奖励发放早于决定',
    en: 'Loaded: reward paid before it was decided',
  },
  'note.dayOrder': {
    zh: '已入库：签收、延期、告知或领奖通知的日期前后不一致',
    en: 'Loaded: days of signing, extension, telling or reward notice are out of order',
  },
  'note.transfersUnreadable': {
    zh: '已入库：流转记录无法识别，未采用',
    en: 'Loaded without its chain of transfers, which cannot be read',
  },
  'note.extensionLate': {
    zh: '已入库：延期批准晚于原期限，延期不计',
    en: 'Loaded: extension approved too late, not counted',
  },
  'note.extensionCapped': {
    zh: '已入库：延期超过上限，按上限计',
    en: 'Loaded: extension cut to the longest allowed',
  },
  'note.amountLarge': { zh: '已入库：罚款超过500万元，请核对单位', en: 'Loaded: fine above 5 million yuan' },
  'note.updateDay': {
    zh: '已入库：更新日期无法识别、不合理或晚于数据截止日，按没有更新日期处理',
    en: 'Loaded: unreadable or impossible update day, counted as absent',
  },
  'note.closingDayMissing': {
    zh: '已入库：状态为已办结但没有办结日期，期限仍按未办结计，请补填',
    en: 'Loaded: closed without a closing day, still counted against its due date',
  },
  'note.dueIgnored': {
    zh: '已入库：来源期限早于受理日，改按规定计算',
    en: 'Loaded: due date before acceptance, computed instead',
  },
} as const satisfies Record<string, ReasonText>

export type Reason = keyof typeof REASONS

/** The Chinese (or English) text of a stored reason code. */
export function reasonText(reason: string, locale: 'zh' | 'en' = 'zh'): string {
  return reason in REASONS ? REASONS[reason as Reason][locale] : reason
}
