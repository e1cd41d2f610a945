import { isoOf } from './days.js'
import type { DemoCase } from './demo-case.js'
import { withIdentityInText } from './text.js'
import type { Random } from './random.js'
import type { Cell, SourceSheet } from './source-sheet.js'

/** What the defect makes of its row by the contract alone; `rules` = whatever the rules of dates and money say. */
type Outcome = 'loaded' | 'quarantined' | 'rules'

/** One row on its way into a file. */
export interface Soiling {
  readonly sheet: SourceSheet
  readonly row: Cell[]
  readonly of: DemoCase
  readonly random: Random
}

interface Defect {
  readonly outcome: Outcome
  /** Whether the case can have it at all. */
  readonly fits?: (of: DemoCase) => boolean
  readonly soil: (at: Soiling) => void
}

const OLD_TOWN: Readonly<Record<string, readonly string[]>> = {
  '500156003': ['仙女山镇'],
  '500156004': ['羊角镇', '土坎镇'],
  '500156113': ['凤来乡'],
  '500156212': ['铁矿乡'],
}
const ETHNIC = ['500156202', '500156205', '500156208', '500156209']
/** 巷口镇 was split into these; its name needs the village to be placed. */
const SPLIT = ['500156001', '500156002']

const set =
  (target: string, value: Cell, level: 1 | 2 | null = null) =>
  ({ sheet, row }: Soiling) =>
    sheet.set(row, target, value, level)

const inSplitTown = (of: DemoCase) => SPLIT.includes(of.town.code)

/** The dirt of the sources, one kind after the other (domain catalogue of dirty data). Rows of stories stay clean. */
export const DEFECTS = {
  oldDistrictCode: {
    outcome: 'loaded',
    soil: (at) => at.sheet.set(at.row, at.sheet.has('区县') ? '区县' : '县级代码', '500232'),
  },
  oldTownName: {
    outcome: 'loaded',
    fits: (of) => of.town.code in OLD_TOWN,
    soil: (at) => set('region', at.random.pick(OLD_TOWN[at.of.town.code] ?? []), 1)(at),
  },
  splitTownWithVillage: { outcome: 'loaded', fits: inSplitTown, soil: set('region', '巷口镇', 1) },
  splitTownOnly: {
    outcome: 'quarantined',
    fits: inSplitTown,
    soil: (at) => {
      at.sheet.set(at.row, 'region', at.random.pick(['巷口镇', '港口镇']), 1)
      at.sheet.set(at.row, 'region', '', 2)
    },
  },
  townVariant: {
    outcome: 'loaded',
    fits: (of) => ETHNIC.includes(of.town.code) || of.town.code === '500156004',
    soil: (at) => {
      const short = at.of.town.name.replace(/苗族(?:土家族|仡佬族)乡$/u, '乡')
      at.sheet.set(at.row, 'region', at.of.town.code === '500156004' ? '羊角磧' : short, 1)
    },
  },
  townMissing: { outcome: 'loaded', soil: set('region', '', 1) },
  unknownTown: {
    outcome: 'quarantined',
    soil: (at) => {
      at.sheet.set(at.row, 'region', '高楼镇', 1)
      at.sheet.set(at.row, 'region', '', 2)
    },
  },
  enterpriseVariant: {
    outcome: 'loaded',
    soil: (at) =>
      at.sheet.set(
        at.row,
        'enterprise',
        at.random.pick([
          `重庆市武隆区${at.of.enterprise}有限公司`,
          `${at.of.enterprise}（个体工商户）`,
          ` ${at.of.enterprise}\u3000`,
        ]),
      ),
  },
  threeEnterprises: {
    outcome: 'loaded',
    soil: (at) => set('enterprise', `${at.of.enterprise}、某商行61、某经营部62`)(at),
  },
  oddDate: {
    outcome: 'loaded',
    soil: (at) => {
      const [year = '', month = '', day = ''] = isoOf(at.of.receivedOn)
        .split('-')
        .map((part) => String(Number(part)))
      at.sheet.set(
        at.row,
        'receivedOn',
        at.random.pick([
          `${year}/${month}/${day}`,
          `${year}年${month}月${day}日`,
          `${year}/${month}/${day} 3:20:00 PM`,
        ]),
      )
    },
  },
  unreadableDate: {
    outcome: 'quarantined',
    soil: (at) => set('receivedOn', at.random.pick(['2024-13-45', '待定', '去年年底']))(at),
  },
  closedBeforeAccepted: {
    outcome: 'rules',
    fits: (of) => of.closedOn !== null,
    soil: (at) => set('closedOn', isoOf((at.of.acceptedOn ?? 0) - 3))(at),
  },
  repliedBeforeClosed: {
    outcome: 'rules',
    fits: (of) => of.repliedOn !== null,
    soil: (at) => set('repliedOn', isoOf((at.of.closedOn ?? 0) - 2))(at),
  },
  lateExtension: {
    outcome: 'loaded',
    fits: (of) => of.extendedOn === null && of.closedOn !== null && of.closedOn - (of.acceptedOn ?? 0) > 66,
    soil: (at) => {
      at.sheet.set(at.row, 'extendedOn', isoOf((at.of.acceptedOn ?? 0) + 64))
      at.sheet.set(at.row, 'extensionDays', '30')
    },
  },
  paidBeforeDecided: {
    outcome: 'rules',
    fits: (of) => of.rewardPaidOn !== null,
    soil: (at) => set('rewardPaidOn', isoOf((at.of.rewardDecidedOn ?? 0) - 4))(at),
  },
  fineInYuan: {
    outcome: 'rules',
    fits: (of) => of.fineAmount !== null,
    soil: (at) => set('fineAmount', String(at.of.fineAmount ?? 0))(at),
  },
  deletedUpstream: {
    outcome: 'loaded',
    soil: (at) => set('deleted', at.sheet.config.id === 'mem' ? '1' : '是')(at),
  },
  identityInText: {
    outcome: 'loaded',
    fits: (of) => of.reporterKind === 'anonymous',
    soil: (at) => set('summary', withIdentityInText(at.random, at.of.summary, at.of.reporter))(at),
  },
  missingNumber: { outcome: 'quarantined', soil: set('sourceCaseNo', '') },
  unknownState: { outcome: 'quarantined', soil: set('state', '在办？') },
  unknownIssue: { outcome: 'quarantined', soil: set('issue', '见附件') },
  unknownIndustry: { outcome: 'loaded', soil: set('industry', '待核') },
} as const satisfies Readonly<Record<string, Defect>>

/** Rows that stand in a file beside those of the cases. */
type ExtraRow =
  /** The same number twice, the older state first; the newer wins, the other is a duplicate. */
  | 'repeatedNumber'
  /** A 12345 order, returned and sent again under a new number; the first is withdrawn. */
  | 'resentNumber'
  /** Rows with which somebody tried the system out; quarantined. */
  | 'testRow'
  /** A case of a neighbouring district; quarantined. */
  | 'otherDistrict'
  /** The ministry's copy of a municipal case, in another class; it carries the municipal number and is a duplicate. */
  | 'copyOfOtherClass'
  /** A town's copy of a municipal case; a duplicate. */
  | 'ledgerCopy'

export type DefectKind = keyof typeof DEFECTS | ExtraRow

const LEDGER_AND_MEM: readonly (keyof typeof DEFECTS)[] = [
  'oldTownName',
  'identityInText',
  'unreadableDate',
  'oddDate',
]

/** Which kinds a source has, in the order in which they come round. */
export const DEFECTS_OF: Readonly<Record<DemoCase['source'], readonly DefectKind[]>> = {
  cq: [
    ...(Object.keys(DEFECTS) as (keyof typeof DEFECTS)[]).filter((kind) => kind !== 'unknownTown'),
    'repeatedNumber',
    'resentNumber',
    'testRow',
    'otherDistrict',
    'copyOfOtherClass',
    'ledgerCopy',
  ],
  mem: [...LEDGER_AND_MEM, 'oldDistrictCode', 'deletedUpstream', 'townMissing'],
  ledger: [...LEDGER_AND_MEM, 'unknownTown', 'townVariant', 'enterpriseVariant'],
}
