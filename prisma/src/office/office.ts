/** An office as data: everything that differs between one installation and another, read from a folder. */
export interface Office {
  /** The folder's name, e.g. `wulong`. */
  readonly id: string
  readonly dir: string
  readonly name: string
  readonly nameEn: string
  /** IANA zone in which the office's days begin, e.g. `Asia/Shanghai`. */
  readonly timeZone: string
  readonly locale: 'zh' | 'en'
  /** Period preset with which the first screen opens. */
  readonly defaultPeriod: string
  /** Printed on every map, e.g. 示意图，不作为划界依据. */
  readonly mapNote: string
  /** The office's own names of dimensions, by dimension id (`region1`: 乡镇（街道）). */
  readonly dimensionNames: Readonly<Record<string, { readonly zh: string; readonly en: string }>>
  /** The four hierarchies and two flat lists by name: region, industry, issue, channel, department. */
  readonly lists: Readonly<Record<ListName, CodeList>>
  readonly sources: readonly SourceConfig[]
  readonly rules: Rules
  readonly calendar: readonly CalendarDay[]
  /** Last day for which the calendar is published; later days are 「日历未公布」. */
  readonly calendarKnownUntil: string | null
  /** Whether `npm start` may fill an empty warehouse with the synthetic district. */
  readonly demo: boolean
}

export type ListName = 'region' | 'industry' | 'issue' | 'channel' | 'department'

/** One code list; `members` are in display order, parents before children. */
export interface CodeList {
  readonly name: ListName
  readonly members: readonly CodeMember[]
}

export interface CodeMember {
  readonly code: string
  /** '' for the first level. */
  readonly parent: string
  readonly level: 1 | 2
  readonly name: string
  readonly nameEn: string
  readonly kind: string
  /** Other names and other systems' codes by which a source may call it; `system:code` for foreign codes. */
  readonly aliases: readonly string[]
  /** ISO days; '' = open. */
  readonly validFrom: string
  readonly validTo: string
  readonly lon: number | null
  readonly lat: number | null
  readonly tileX: number | null
  readonly tileY: number | null
  /** Departments that supervise an industry (codes), 三管三必须: competent first. */
  readonly supervisors: readonly string[]
  /** Denominators by name, e.g. villages: 18. */
  readonly denominators: Readonly<Record<string, number>>
}

export interface CalendarDay {
  readonly day: string
  readonly kind: 'holiday' | 'workday'
  readonly name: string
}

/** Limits of the office, each with its source and the day from which it holds. */
export interface Rules {
  /** Closing: calendar days from acceptance (start day not counted), and the longest extension. Null: no limit known. */
  readonly closing: {
    readonly days: number
    readonly extensionDays: number
    readonly basis: string
    readonly from: string
  } | null
}

/** What a canonical field of a case is called; the target of a column mapping. */
export const CASE_FIELDS = [
  'sourceCaseNo',
  'upstreamCaseNo',
  'receivedOn',
  'channel',
  'reportClass',
  'region',
  'industry',
  'issue',
  'department',
  'enterprise',
  'hazardLevel',
  'summary',
  'reporterPhone',
  'reporterKind',
  'state',
  'result',
  'acceptedOn',
  'rejectedOn',
  'verifiedOn',
  'dueOn',
  'extendedOn',
  'extensionDays',
  'closedOn',
  'repliedOn',
  'rewardDecidedOn',
  'rewardPaidOn',
  'rewardAmount',
  'fineAmount',
  'updatedOn',
  'deleted',
] as const
export type CaseField = (typeof CASE_FIELDS)[number]

/** One source system: what it promises and how its rows become cases. */
export interface SourceConfig {
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly kind: 'file'
  /** File names (globs) that belong to this source, e.g. `市系统*.xlsx`. */
  readonly files: readonly string[]
  readonly csv: { readonly encoding: string; readonly delimiter: string }
  readonly xlsx: { readonly sheet: string | null; readonly headerRow: number }
  readonly columns: readonly ColumnConfig[]
  /** Columns allowed beyond the contract: `ignore` drops them with a note, `stop` refuses the file. */
  readonly unknownColumns: 'ignore' | 'stop'
  /** Which of two rows with the same number in one file wins; the other is a duplicate. */
  readonly repeatedKey: 'latest' | 'mostComplete'
}

export interface ColumnConfig {
  /** The column's head in the file, as it stands there; alternatives in `heads`. */
  readonly heads: readonly string[]
  /** Required: the file is refused without the column, and a row without a value is quarantined. */
  readonly required: boolean
  /** What may be in it. `identity` columns never reach the warehouse. */
  readonly type: 'text' | 'date' | 'number' | 'money' | 'boolean' | 'code' | 'identity'
  /** Identity only: `token` keeps an HMAC of it, `drop` keeps nothing. */
  readonly identity: 'token' | 'drop' | null
  readonly field: CaseField | null
  /** Money only: what one unit of the column is in yuan (10000 for 万元). */
  readonly factor: number
  /** Code columns: value in the file → code of the office's list (or canonical word for state, result …). */
  readonly codes: Readonly<Record<string, string>>
  /** Code columns without an entry in `codes` are looked up in this list by code, name and alias. */
  readonly list: ListName | null
  /** Prefix under which this source's foreign codes stand among the aliases, e.g. `tencent`. */
  readonly system: string | null
  /** Regular expression whose first group is taken from the value before anything else, e.g. the part before a slash. */
  readonly extract: string | null
  /** What an unknown code does: quarantine the row, or count as unknown ('') with a note. */
  readonly onUnknown: 'quarantine' | 'unknown'
}
