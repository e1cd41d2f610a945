import { readTable, type CsvRow } from './csv-table.js'
import { isIsoDay } from './iso-day.js'
import { keysOf } from './lookup.js'
import type { CodeList, CodeMember, Denominator, ListName } from './office.js'
import type { Problems } from './problems.js'

/** The file in which each list stands. */
export const LIST_FILES: Readonly<Record<ListName, string>> = {
  region: 'regions.csv',
  industry: 'industries.csv',
  issue: 'issues.csv',
  channel: 'channels.csv',
  department: 'departments.csv',
}

const FLAT: readonly ListName[] = ['channel', 'department']
const DENOMINATOR = 'denominator.'
const COLUMNS = {
  required: ['code', 'name'],
  optional: [
    'parent',
    'name_en',
    'kind',
    'aliases',
    'valid_from',
    'valid_to',
    'lon',
    'lat',
    'tile_x',
    'tile_y',
    'supervisors',
  ],
  prefix: DENOMINATOR,
} as const

interface Line {
  readonly row: CsvRow
  readonly member: CodeMember
}

/**
 * Reads one code list of the office in `dir` and checks it: codes and names unique, parents present and above, tiles
 * apart, days readable, no alias for two members. `departments` are the codes that `supervisors` may name; null skips that.
 */
export async function readCodeList(
  problems: Problems,
  dir: string,
  name: ListName,
  departments: ReadonlySet<string> | null,
): Promise<CodeList> {
  const file = LIST_FILES[name]
  const rows = await readTable(problems, dir, file, COLUMNS)
  if (rows === null) problems.add(file, 1, 1, `缺少文件 ${file}；没有成员时也要有只含列名的文件`)
  const lines = (rows ?? []).map((row) => ({ row, member: readMember(row) }))
  checkCodes(lines, FLAT.includes(name))
  checkTiles(lines)
  checkKeys(lines)
  if (departments !== null) checkSupervisors(lines, departments)
  return { name, members: lines.map((line) => line.member) }
}

function readMember(row: CsvRow): CodeMember {
  const name = row.cell('name')
  if (name === '') row.complain('name', '缺少名称')
  const parent = row.cell('parent')
  return {
    code: row.cell('code'),
    parent,
    level: parent === '' ? 1 : 2,
    name,
    nameEn: row.cell('name_en') || name,
    kind: row.cell('kind'),
    aliases: parts(row.cell('aliases')),
    validFrom: day(row, 'valid_from'),
    validTo: day(row, 'valid_to'),
    lon: number(row, 'lon', -180, 180),
    lat: number(row, 'lat', -90, 90),
    tileX: tile(row, 'tile_x'),
    tileY: tile(row, 'tile_y'),
    supervisors: parts(row.cell('supervisors')),
    denominators: Object.fromEntries(row.columns(DENOMINATOR).flatMap((what) => denominator(row, what))),
  }
}

/** A column `denominator.population@2023-12-31` holds numbers of that day; without a day they are only kept. */
function denominator(row: CsvRow, what: string): [string, Denominator][] {
  const column = DENOMINATOR + what
  const value = number(row, column, 0, Number.MAX_SAFE_INTEGER)
  const [name = what, asOf = null] = what.split('@', 2)
  if (asOf !== null && !isIsoDay(asOf))
    row.complain(column, `列名“${column}”中的日期无法识别，应写成 denominator.${name}@2023-12-31 的样式`)
  return value === null ? [] : [[name, { value, asOf }]]
}

function checkCodes(lines: readonly Line[], flat: boolean): void {
  const seen = new Map<string, CodeMember>()
  for (const { row, member } of lines) {
    if (member.code === '') row.complain('code', '缺少代码')
    else if (seen.has(member.code)) row.complain('code', `代码“${member.code}”重复`)
    if (member.parent !== '') {
      const parent = seen.get(member.parent)
      if (flat) row.complain('parent', '这个列表只有一级，不能有上级')
      else if (parent === undefined) row.complain('parent', `上级“${member.parent}”不存在，或不在这一行之前`)
      else if (parent.level !== 1) row.complain('parent', `上级“${member.parent}”本身是第二级，最多两级`)
    }
    if (member.validFrom !== '' && member.validTo !== '' && member.validTo < member.validFrom)
      row.complain('valid_to', '失效日期早于生效日期')
    seen.set(member.code, member)
  }
}

function checkTiles(lines: readonly Line[]): void {
  const seen = new Map<string, string>()
  for (const { row, member } of lines) {
    if ((member.tileX === null) !== (member.tileY === null))
      row.complain('tile_x', 'tile_x 与 tile_y 应同时填写')
    if (member.tileX === null || member.tileY === null) continue
    const place = `${member.level}:${member.tileX},${member.tileY}`
    const other = seen.get(place)
    if (other !== undefined)
      row.complain('tile_x', `示意图格子（${member.tileX}, ${member.tileY}）已被“${other}”占用`)
    seen.set(place, member.name)
  }
}

/** A word must not stand for two members of the first level, nor for two children of one parent. */
function checkKeys(lines: readonly Line[]): void {
  const seen = new Map<string, CodeMember>()
  for (const { row, member } of lines) {
    for (const key of keysOf(member)) {
      const other = seen.get(`${member.parent}\n${key}`)
      if (other !== undefined && other.code !== member.code)
        row.complain(columnOf(member, key), `“${key}”同时指向“${other.name}”和“${member.name}”，只能指向一个`)
      seen.set(`${member.parent}\n${key}`, member)
    }
  }
}

function columnOf(member: CodeMember, key: string): string {
  if (keysOf({ ...member, nameEn: '', aliases: [] }).includes(key)) return 'name'
  return keysOf({ ...member, aliases: [] }).includes(key) ? 'name_en' : 'aliases'
}

function checkSupervisors(lines: readonly Line[], departments: ReadonlySet<string>): void {
  for (const { row, member } of lines) {
    for (const code of member.supervisors) {
      if (!departments.has(code)) row.complain('supervisors', `监管部门“${code}”不在 departments.csv 中`)
    }
  }
}

function parts(cell: string): readonly string[] {
  return cell
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function day(row: CsvRow, column: string): string {
  const text = row.cell(column)
  if (text === '' || isIsoDay(text)) return text
  row.complain(column, `日期“${text}”无法识别，应写成 2020-06-30 的样式`)
  return ''
}

function number(row: CsvRow, column: string, least: number, most: number): number | null {
  const text = row.cell(column)
  if (text === '') return null
  const value = Number(text)
  if (Number.isFinite(value) && value >= least && value <= most) return value
  row.complain(column, `“${text}”不是 ${least} 到 ${most} 之间的数`)
  return null
}

function tile(row: CsvRow, column: string): number | null {
  const value = number(row, column, 0, 999)
  if (value === null || Number.isInteger(value)) return value
  row.complain(column, `“${row.cell(column)}”应为整数`)
  return null
}
