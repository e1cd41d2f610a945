import type { AssessmentRules } from './assessment.js'
import type { FlagRules } from './flags.js'
import type { RewardStandard } from './rewards.js'
import type { Rules } from './rules.js'

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
  readonly defaultPeriod: PeriodPreset
  /** Printed on every map, e.g. 示意图，不作为划界依据. */
  readonly mapNote: string
  readonly mapNoteEn: string
  /** The area that the office is in the level above it (重庆市's districts); null where none is named. */
  readonly above: Above | null
  /** Maps that come with the office's folder. */
  readonly maps: readonly MapFile[]
  /** The office's own names of dimensions, by dimension id (`region1`: 乡镇（街道）). */
  readonly dimensionNames: Readonly<Record<string, { readonly zh: string; readonly en: string }>>
  /** The four hierarchies and two flat lists by name: region, industry, issue, channel, department. */
  readonly lists: Readonly<Record<ListName, CodeList>>
  readonly sources: readonly SourceConfig[]
  readonly rules: Rules
  /** How units are assessed every quarter; null where they are not. */
  readonly assessment: AssessmentRules | null
  /** Of 研判; {} where the office has no flags.yaml. */
  readonly flags: FlagRules
  /** The texts by which rewards are measured, in the order in which they are tried; [] = none is known. */
  readonly rewards: readonly RewardStandard[]
  readonly calendar: readonly CalendarDay[]
  /** What happened and when, as it is said beside the pictures over time. */
  readonly annotations: readonly OfficeAnnotation[]
  /** Last day for which the calendar is published; later days are 「日历未公布」. */
  readonly calendarKnownUntil: string | null
  /** Whether `npm start` may fill an empty warehouse with the synthetic district. */
  readonly demo: boolean
}

export interface Above {
  /** The level above as a whole, e.g. 重庆市. */
  readonly name: string
  readonly nameEn: string
  /** The office's own code in it. */
  readonly code: string
}

/** What a map shows: the areas of the level above the office, its regions, or the regions below them. */
export const MAP_LEVELS = ['above', 'region1', 'region2'] as const
export type MapLevel = (typeof MAP_LEVELS)[number]

/** A GeoJSON file in the office's folder or in a package, with what was declared about it; nothing of it is checked yet. */
export interface MapFile {
  readonly level: MapLevel
  readonly path: string
  /** `WGS-84`, `CGCS2000` or `GCJ-02`. */
  readonly coordinates: string
  /** 审图号; '' without one. */
  readonly reviewNumber: string
  readonly origin: string
}

export type ListName = 'region' | 'industry' | 'issue' | 'channel' | 'department'

/** One code list; `members` are in display order, parents before children. `indexCodes` (lookup.ts) finds a member. */
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
  /**
   * Other names and other systems' codes by which a source may call it; `system:code` for foreign codes.
   * On level 1 no name, alias or code stands for two members; on level 2 that holds among the children of one parent
   * (two towns may each have a 新民村), and `indexCodes` finds a repeated name only below a known parent.
   */
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
  /** Denominators by name, e.g. population: 12000 as of 2023-12-31. */
  readonly denominators: Readonly<Record<string, Denominator>>
}

/** A number by which cases are divided; without the day of which it is, nothing is divided by it. */
export interface Denominator {
  readonly value: number
  readonly asOf: string | null
}

export interface CalendarDay {
  readonly day: string
  readonly kind: 'holiday' | 'workday'
  readonly name: string
}

/** 政策, 专项行动, 事故, 数据缺口. */
export const ANNOTATION_KINDS = ['policy', 'campaign', 'accident', 'dataGap'] as const
export type AnnotationKind = (typeof ANNOTATION_KINDS)[number]

export interface OfficeAnnotation {
  readonly kind: AnnotationKind
  /** ISO days, both inclusive. */
  readonly from: string
  readonly to: string
  readonly text: string
  readonly textEn: string
  /** Codes of the first level that it concerns; '' is everywhere. */
  readonly region: string
  readonly industry: string
}

/** Canonical words of a case; a source's own words are mapped to these. '' stands for "not known" everywhere. */
export const STATES = [
  'registered',
  'rejected',
  'accepted',
  'assigned',
  'verifying',
  'disposing',
  'closed',
  'replied',
  'rewarded',
  'archived',
  'withdrawn',
] as const
/** 属实, 部分属实, 不属实, 无法核实. */
export const RESULTS = ['true', 'partly', 'false', 'unclear', ''] as const
/** 实名, 匿名, 本单位从业人员, 信息员. */
export const REPORTER_KINDS = ['named', 'anonymous', 'employee', 'informant', ''] as const
/** 瞒报谎报事故, 重大事故隐患, 安全生产违法行为, 一般隐患. */
export const REPORT_CLASSES = ['concealment', 'majorHazard', 'violation', 'hazard', ''] as const
/** 重大, 一般. */
export const HAZARD_LEVELS = ['major', 'general', ''] as const

/** Fields whose values are canonical words instead of codes of a list. */
export const WORDS_OF_FIELD = {
  state: STATES,
  result: RESULTS,
  reporterKind: REPORTER_KINDS,
  reportClass: REPORT_CLASSES,
  hazardLevel: HAZARD_LEVELS,
} as const satisfies Partial<Record<CaseField, readonly string[]>>

/** Presets that `defaultPeriod` may name. */
export const PERIOD_PRESETS = [
  'thisWeek',
  'lastWeek',
  'last7Days',
  'thisTenDays',
  'lastTenDays',
  'thisMonth',
  'lastMonth',
  'last30Days',
  'thisQuarter',
  'lastQuarter',
  'last3Months',
  'last90Days',
  'thisHalfYear',
  'lastHalfYear',
  'yearToDate',
  'last12Months',
  'last13Months',
  'lastYear',
  'all',
] as const
export type PeriodPreset = (typeof PERIOD_PRESETS)[number]

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
  'assignedOn',
  'returnedOn',
  'signedOn',
  'transfers',
  'verifiedOn',
  'dueOn',
  'extensionAskedOn',
  'extendedOn',
  'extensionDays',
  'pausedDays',
  'closedOn',
  'repliedOn',
  'refusalToldOn',
  'rewardDecidedOn',
  'rewardNotifiedOn',
  'rewardPaidOn',
  'rewardAmount',
  'rewardItem',
  'fineAmount',
  'fatal',
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
  /** File names that belong to this source, `*` standing for any characters, e.g. `市系统*.xlsx`; `.gz` is named too. */
  readonly files: readonly string[]
  readonly csv: { readonly encoding: string; readonly delimiter: string }
  /** `headerRow` (from 1) is the row with the heads, the lowest one where heads are merged; a CSV's heads are its first row. */
  readonly xlsx: { readonly sheet: string | null; readonly headerRow: number }
  readonly columns: readonly ColumnConfig[]
  /** Columns allowed beyond the contract: `ignore` drops them with a note, `stop` refuses the file. */
  readonly unknownColumns: 'ignore' | 'stop'
  /** Which of two rows with the same number in one file wins; the other is a duplicate. */
  readonly repeatedKey: 'latest' | 'mostComplete'
}

/**
 * One column. The same head may be given several times to fill several fields, or two levels of one list
 * (NAICS `621320` → subsector 621 and sector 62 by two `extract`s).
 *
 * How the columns of one two-level list (region, industry, issue) come together:
 * 1. Every column's value is looked up (`codes`, then list; only on its `level`, if it has one).
 * 2. Level 1 is what the level-1 columns found. A `final` level-1 column that is empty or unknown leaves both levels ''.
 * 3. A level-2 value is searched among the children of that level-1 member; without one, in the whole list, where it must
 *    be unique, and its parent then fills level 1.
 * 4. A level-2 value that is not below the level-1 member gives level 2 '' and a note, so a child never stands below
 *    a stranger.
 * 5. `onUnknown` applies to the field once, when all its columns are done: a value was given and none was found on any
 *    level. The strictest of the field's columns decides. An empty cell is not an unknown code; `required` is for that.
 */
export interface ColumnConfig {
  /** The column's head in the file, as it stands there, with its alternatives. */
  readonly heads: readonly string[]
  /** Required: the file is refused without the column, and a row without a value is quarantined. */
  readonly required: boolean
  /**
   * What may be in it. `identity` columns never reach the warehouse. `boolean` reads 是/否, Y/N, true/false, 1/0.
   * `date` reads ISO, 2024/9/5, 2024年9月5日, a time behind them, and Excel serials.
   */
  readonly type: 'text' | 'date' | 'number' | 'money' | 'boolean' | 'code' | 'identity'
  /** Identity only: `token` keeps an HMAC of it, `drop` keeps nothing. */
  readonly identity: 'token' | 'drop' | null
  /** Null: the column is only checked (a `code` column then holds the row to its `codes`), and kept in the raw row. */
  readonly field: CaseField | null
  /** Money only: what one unit of the column is in yuan (10000 for 万元). */
  readonly factor: number
  /**
   * Code columns: value in the file → code of the office's list, or canonical word (WORDS_OF_FIELD), or '' for "says nothing".
   * Keys are compared by `lookupKey`.
   */
  readonly codes: Readonly<Record<string, string>>
  /** Code columns without an entry in `codes` are looked up in this list by code, name and alias. */
  readonly list: ListName | null
  /** Level on which `list` is searched; null: either. */
  readonly level: 1 | 2 | null
  /** Level-1 columns only: when this column is empty or unknown, no finer column may fill in for it. */
  readonly final: boolean
  /**
   * Prefix under which this source's foreign codes stand among the aliases, e.g. `tencent`. With it the value is looked up
   * as `tencent:value` and by name, never as a code of our own: 500156101 is another town there.
   */
  readonly system: string | null
  /** Regular expression whose first group is taken from the value before anything else; no match: the cell counts as empty. */
  readonly extract: string | null
  /** What an unknown code does: quarantine the row, or count as unknown ('') with a note. */
  readonly onUnknown: 'quarantine' | 'unknown'
}
