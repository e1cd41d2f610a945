import type { Text } from '@fengsui/domain/metrics/model'
import type { ClockKind } from '@fengsui/domain/metrics/clocks'
import { MEETING_LEAST } from '@fengsui/domain/rules/meeting'
import type { Locale } from '../office/member-lists.js'
import type { CaseOrder } from '../query/case-list/page.js'
import { REWARD_LISTS } from '../rewards/reward-lists.js'

/** Cases on which somebody has to act for another reason than the end of a limit. */
interface ActionListEntry {
  readonly label: Text
  /** Why a case is on it. */
  readonly description: Text
  /** SQL over the columns of `cases`. */
  readonly where: string
  /** The page that shows it; by default 时限. */
  readonly page?: 'deadlines' | 'rewards'
  /** By default by the end of the limit for closing, the soonest first. */
  readonly order?: CaseOrder
  readonly direction?: 'asc' | 'desc'
  /** The limit that is told with a case; by default that of closing. */
  readonly clock?: ClockKind
}

const isOpen = "closed_on IS NULL AND rejected_on IS NULL AND state != 'withdrawn'"

export const ACTION_LISTS = {
  /** The same as `meetingReasons`, as the engine can ask it; a test holds the two against each other. */
  meeting: {
    label: { zh: '建议会商', en: 'To be talked over' },
    description: {
      zh: `未办结，且重大隐患、申请过延期、退回${MEETING_LEAST.returned}次及以上、经过${MEETING_LEAST.units}个及以上单位或并入${MEETING_LEAST.mergedReports}件及以上重复举报（通知第13项；数值为本区设定（拟））`,
      en: `Open, and a major hazard, or an extension was asked for, or returned ${MEETING_LEAST.returned} times, or through ${MEETING_LEAST.units} units, or ${MEETING_LEAST.mergedReports} repeated reports`,
    },
    where: `accepted_on IS NOT NULL AND ${isOpen} AND (hazard_level = 'major' OR extension_asked_on IS NOT NULL OR extended_on IS NOT NULL OR merged_reports >= ${MEETING_LEAST.mergedReports} OR arrayCount(step -> step.unit = '', transfers) >= ${MEETING_LEAST.returned} OR length(arrayDistinct(arrayFilter(unit -> unit != '', transfers.unit))) >= ${MEETING_LEAST.units})`,
  },
  extensions: {
    label: { zh: '延期', en: 'Extensions' },
    description: {
      zh: '未办结，且申请或批准过延期；在原期限届满前批准的才有效（通知第7项）',
      en: 'Open, with an extension asked for or approved; it counts if approved before the first limit ended',
    },
    where: `${isOpen} AND (extension_asked_on IS NOT NULL OR extended_on IS NOT NULL)`,
  },
  fatal: {
    label: { zh: '涉及人员死亡', en: 'With a death' },
    description: {
      zh: '未办结、涉及人员死亡：由县级以上人民政府组织核查处理（安全生产法第73条），不计部门办结期限',
      en: 'Open, with a death: checked by the government (Work Safety Law, art. 73), without a limit of any unit',
    },
    where: `fatal AND ${isOpen}`,
  },
  ...REWARD_LISTS,
} as const satisfies Record<string, ActionListEntry>

export type ActionListId = keyof typeof ACTION_LISTS

/** A list with what it says and what it leaves to the rule. */
export const actionList = (id: ActionListId): ActionListEntry => ACTION_LISTS[id]

/** The lists that a page shows, by name. */
export const listsOf = (
  page: 'deadlines' | 'rewards',
  locale: Locale,
): { id: ActionListId; label: string; description: string }[] =>
  (Object.keys(ACTION_LISTS) as ActionListId[])
    .map((id) => ({ id, ...actionList(id) }))
    .filter((list) => (list.page ?? 'deadlines') === page)
    .map(({ id, label, description }) => ({ id, label: label[locale], description: description[locale] }))
