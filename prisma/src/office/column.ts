import { lookupKey, type CodeIndex } from './lookup.js'
import { CASE_FIELDS, WORDS_OF_FIELD, type CaseField, type ColumnConfig, type ListName } from './office.js'
import type { YamlObject } from './yaml-object.js'

const TYPES = ['text', 'date', 'number', 'money', 'boolean', 'code', 'identity'] as const
const LISTS = ['region', 'industry', 'issue', 'channel', 'department'] as const
const TWO_LEVELS: readonly string[] = ['region', 'industry', 'issue']

/** The type each field is stored as; a column for it may not promise another. */
const TYPE_OF_FIELD: Readonly<Record<CaseField, ColumnConfig['type']>> = {
  sourceCaseNo: 'text',
  upstreamCaseNo: 'text',
  receivedOn: 'date',
  channel: 'code',
  reportClass: 'code',
  region: 'code',
  industry: 'code',
  issue: 'code',
  department: 'code',
  enterprise: 'text',
  hazardLevel: 'code',
  summary: 'text',
  reporterPhone: 'identity',
  reporterKind: 'code',
  state: 'code',
  result: 'code',
  acceptedOn: 'date',
  rejectedOn: 'date',
  assignedOn: 'date',
  returnedOn: 'date',
  signedOn: 'date',
  transfers: 'text',
  verifiedOn: 'date',
  dueOn: 'date',
  extensionAskedOn: 'date',
  extendedOn: 'date',
  extensionDays: 'number',
  pausedDays: 'number',
  closedOn: 'date',
  repliedOn: 'date',
  refusalToldOn: 'date',
  rewardDecidedOn: 'date',
  rewardNotifiedOn: 'date',
  rewardPaidOn: 'date',
  rewardAmount: 'money',
  rewardItem: 'text',
  fineAmount: 'money',
  fatal: 'boolean',
  updatedOn: 'date',
  deleted: 'boolean',
}

/** Reads one entry of a source's `columns`. */
export function readColumn(yaml: YamlObject, lists: Readonly<Record<ListName, CodeIndex>>): ColumnConfig {
  yaml.allow([
    'head',
    'field',
    'required',
    'type',
    'identity',
    'factor',
    'codes',
    'list',
    'level',
    'final',
    'system',
    'extract',
    'onUnknown',
  ])
  const heads = yaml.texts('head')
  if (heads.length === 0) yaml.complain('head', '缺少“head”（文件里的列名）')
  const column: ColumnConfig = {
    heads,
    required: yaml.flag('required', false),
    type: yaml.oneOf('type', TYPES, 'text'),
    identity:
      yaml.text('identity') === null ? null : yaml.oneOf('identity', ['token', 'drop'] as const, 'drop'),
    field: readField(yaml),
    factor: yaml.whole('factor', 1, 1),
    codes: Object.fromEntries((yaml.object('codes')?.entries() ?? []).map(({ key, value }) => [key, value])),
    list: yaml.text('list') === null ? null : yaml.oneOf('list', LISTS, null),
    level: readLevel(yaml),
    final: yaml.flag('final', false),
    system: yaml.text('system'),
    extract: readPattern(yaml),
    onUnknown: yaml.oneOf('onUnknown', ['quarantine', 'unknown'] as const, 'quarantine'),
  }
  checkType(yaml, column)
  if (column.type === 'code') checkCodes(yaml, column, lists)
  return column
}

function readField(yaml: YamlObject): CaseField | null {
  const text = yaml.text('field')
  if (text === null) return null
  const field = CASE_FIELDS.find((known) => known === text)
  if (field !== undefined) return field
  yaml.complain('field', `不认识的字段“${text}”，可用的字段：${CASE_FIELDS.join('、')}`)
  return null
}

function readLevel(yaml: YamlObject): 1 | 2 | null {
  if (yaml.text('level') === null) return null
  return yaml.oneOf('level', ['1', '2'] as const, null) === '1' ? 1 : 2
}

function readPattern(yaml: YamlObject): string | null {
  const text = yaml.text('extract')
  if (text === null) return null
  try {
    // An alternative that matches nothing tells the number of groups.
    const groups = (new RegExp(`${text}|`, 'u').exec('')?.length ?? 1) - 1
    if (groups < 1) yaml.complain('extract', `“${text}”没有括号，取出的应是第一个括号里的内容`)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    yaml.complain('extract', `“${text}”不是正确的正则表达式`)
    return null
  }
  return text
}

function checkType(yaml: YamlObject, column: ColumnConfig): void {
  const { field, type, identity } = column
  if (field !== null && TYPE_OF_FIELD[field] !== type)
    yaml.complain('type', `字段“${field}”的列类型应为 ${TYPE_OF_FIELD[field]}，现为 ${type}`)
  if (type === 'identity' && identity === null)
    yaml.complain('type', '身份列要写明 identity: token（留令牌）或 drop（不留）')
  if (type !== 'identity' && identity !== null)
    yaml.complain('identity', '只有 type: identity 的列才能写 identity')
  if (field === 'reporterPhone' && identity === 'drop')
    yaml.complain('identity', '字段“reporterPhone”要用 identity: token')
  if (type === 'identity' && field !== null && field !== 'reporterPhone')
    yaml.complain('field', '身份列只能对应字段 reporterPhone，或不对应字段')
  for (const key of ['codes', 'list', 'level', 'system', 'final'] as const) {
    if (type !== 'code' && (yaml.text(key) !== null || yaml.object(key) !== null))
      yaml.complain(key, `只有 type: code 的列才能写“${key}”`)
  }
}

function checkCodes(
  yaml: YamlObject,
  column: ColumnConfig,
  lists: Readonly<Record<ListName, CodeIndex>>,
): void {
  const { field, list } = column
  const words =
    field !== null && field in WORDS_OF_FIELD ? WORDS_OF_FIELD[field as keyof typeof WORDS_OF_FIELD] : null
  const target = list ?? LISTS.find((name) => name === field) ?? null
  const entries = yaml.object('codes')?.entries() ?? []
  if (words !== null && list !== null) yaml.complain('list', `字段“${field ?? ''}”用规范词，不用代码列表`)
  else if (field !== null && words === null && list !== null && list !== field)
    yaml.complain('list', `字段“${field}”的代码列表应为 ${field}`)
  if (entries.length === 0 && list === null) yaml.complain('type', '代码列要有 codes 或 list')
  if (column.final && column.level !== 1) yaml.complain('final', '“final”只能用于 level: 1 的列')
  if (column.level !== null && (target === null || !TWO_LEVELS.includes(target)))
    yaml.complain('level', '“level”只能用于 region、industry、issue')
  const seen = new Set<string>()
  for (const { key, value, complain } of entries) {
    if (seen.has(lookupKey(key))) complain(`“${key}”与前面的一项写法相同`)
    seen.add(lookupKey(key))
    if (value === '') continue
    if (words !== null && !(words as readonly string[]).includes(value))
      complain(`“${value}”不是规范词，可用的词：${words.filter((word) => word !== '').join('、')}`)
    if (words === null && field !== null && target !== null && !lists[target].byCode.has(value))
      complain(`代码“${value}”不在 ${target} 列表中`)
  }
}
