import { ACTION_LISTS, actionList } from './action-lists.js'
import { CLOCKS } from '@fengsui/domain/metrics/clocks'
import type { Text } from '@fengsui/domain/metrics/model'
import type { ListPaper } from '../exports/paper.js'
import type { Locale, MemberLists } from '../office/member-lists.js'
import type { ActionCase } from './actions.models.js'
import type { ActionsAsked, Which, WindowName } from './request.js'

type Column = ListPaper['columns'][number]
type Cell = ListPaper['rows'][number][number]

/** A place and a sector that fewer cases of a list share are not named in what leaves. */
const LEAST_TOGETHER = 3

const WINDOW_WORDS: Readonly<Record<WindowName, Text>> = {
  overdue: { zh: '超期', en: 'overdue' },
  today: { zh: '今日到期', en: 'due today' },
  soon: { zh: '临期', en: 'due soon' },
  ahead: { zh: '未来30天到期', en: 'due in the next 30 days' },
}

/** What a list is called. */
export function titleOf(which: Which, locale: Locale): string {
  if (which.kind === 'list') return ACTION_LISTS[which.list].label[locale]
  if (which.kind === 'escalated') return { zh: '挂牌督办、提级调查', en: 'Watched from above' }[locale]
  return `${CLOCKS[which.clock].label[locale]} · ${WINDOW_WORDS[which.window][locale]}`
}

/** A case of a list that leaves, with the codes of its place and sector on the first level. */
export interface LeavingCase {
  readonly action: ActionCase
  readonly region: string
  readonly industry: string
}

interface Part {
  readonly label: Text
  readonly cell: (of: LeavingCase) => Cell
}

/**
 * A list of cases as it may leave the office: without enterprise, text and whatever concerns the reporter, no place below
 * the first level, and no pair of place and sector that fewer than three of its cases share.
 */
export function listPaper(
  cases: readonly LeavingCase[],
  { which, filters }: ActionsAsked,
  about: {
    readonly total: number
    readonly asOf: string
    readonly locale: Locale
    readonly lists: MemberLists
  },
): ListPaper {
  const { locale, lists } = about
  const together = new Map<string, number>()
  for (const each of cases) together.set(pairOf(each), (together.get(pairOf(each)) ?? 0) + 1)
  const isNamed = (each: LeavingCase): boolean => (together.get(pairOf(each)) ?? 0) >= LEAST_TOGETHER
  const isOfRewards = which.kind === 'list' && actionList(which.list).page === 'rewards'
  const parts = [...partsOf(lists, locale, isNamed), ...(isOfRewards ? REWARD_PARTS : [])]
  const columns: Column[] = parts.map(({ label }, at) => ({
    id: String(at),
    label: label[locale],
    unit: null,
  }))
  return {
    title: titleOf(which, locale),
    columns,
    rows: cases.map((each) => parts.map(({ cell }) => cell(each))),
    filters: filters
      .map(({ dimension, in: codes }) => {
        const names = codes.map((code) => lists.label(dimension, code, locale))
        return `${lists.dimensionLabel(dimension)[locale]}：${names.join('、')}`
      })
      .join('；'),
    asOf: about.asOf,
    total: about.total,
    withheld: cases.filter((each) => !isNamed(each)).length,
    holds: 'cases',
  }
}

/** Of a reward its days leave and no amount: one amount is a cell of one (安监总财〔2018〕19号：不得透露奖励情况). */
const REWARD_PARTS: readonly Part[] = [
  { label: { zh: '奖励进度', en: 'Reward' }, cell: ({ action }) => action.case.reward?.stageLabel ?? '' },
  { label: { zh: '奖励决定日', en: 'Decided' }, cell: ({ action }) => action.case.reward?.decidedOn ?? '' },
  { label: { zh: '领奖通知日', en: 'Told' }, cell: ({ action }) => action.case.reward?.notifiedOn ?? '' },
  {
    label: { zh: '领取期限', en: 'Claim until' },
    cell: ({ action }) => action.case.reward?.claimDueOn ?? '',
  },
  { label: { zh: '发放日', en: 'Paid' }, cell: ({ action }) => action.case.reward?.paidOn ?? '' },
]

const pairOf = ({ region, industry }: LeavingCase): string => `${region}\u001f${industry}`
const HIDDEN: Text = { zh: '（已隐去）', en: '(hidden)' }

function partsOf(lists: MemberLists, locale: Locale, isNamed: (of: LeavingCase) => boolean): readonly Part[] {
  const named = (of: LeavingCase, name: string): string => (isNamed(of) ? name : HIDDEN[locale])
  return [
    { label: { zh: '举报编号', en: 'Case' }, cell: ({ action }) => action.case.caseNo },
    { label: { zh: '承办单位', en: 'Unit' }, cell: ({ action }) => action.case.department },
    {
      label: { zh: '到期时承办单位', en: 'Unit when the limit ended' },
      cell: ({ action }) => action.clock?.holder ?? '',
    },
    {
      label: lists.dimensionLabel('region1'),
      cell: (of) => named(of, lists.label('region1', of.region, locale)),
    },
    {
      label: lists.dimensionLabel('industry1'),
      cell: (of) => named(of, lists.label('industry1', of.industry, locale)),
    },
    { label: { zh: '办理状态', en: 'State' }, cell: ({ action }) => action.case.state },
    { label: { zh: '时限', en: 'Limit' }, cell: ({ action }) => action.clock?.label ?? '' },
    { label: { zh: '到期日', en: 'Due' }, cell: ({ action }) => action.clock?.due ?? '' },
    {
      label: { zh: '剩余天数（负数为超期）', en: 'Days left' },
      cell: ({ action }) => action.clock?.days ?? '',
    },
    { label: { zh: '时限情况', en: 'Standing' }, cell: ({ action }) => action.clock?.text ?? '' },
    { label: { zh: '延期', en: 'Extension' }, cell: ({ action }) => action.case.extension?.text ?? '' },
    {
      label: { zh: '会商理由', en: 'Reasons to talk it over' },
      cell: ({ action }) => action.reasons.join('、'),
    },
    { label: { zh: '催办次数', en: 'Urged' }, cell: ({ action }) => action.urges.length },
    {
      label: { zh: '挂牌提级', en: 'Watched by' },
      cell: ({ action: { escalation } }) =>
        escalation === null ? '' : `${escalation.levelLabel}${escalation.kindLabel} ${escalation.unit}`,
    },
  ]
}
