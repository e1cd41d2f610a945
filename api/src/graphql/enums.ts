import { ACTION_LISTS } from '../deadlines/action-lists.js'
import { CLOCKS, type ClockKind } from '@fengsui/domain/metrics/clocks'
import { DIMENSIONS } from '@fengsui/domain/metrics/dimensions'
import { MEASURES } from '@fengsui/domain/metrics/measures'
import { COMPARISONS } from '@fengsui/domain/time/comparison'
import { type Text, UNITS } from '@fengsui/domain/metrics/model'
import { TIME_ROLES } from '@fengsui/domain/metrics/time-roles'
import { GRAINS } from '@fengsui/domain/time/grain'
import { PERIOD_PRESETS } from '@fengsui/domain/time/period'
import { REPORT_CLASSES } from '@fengsui/domain/metrics/words'
import { MAP_LEVELS } from '@fengsui/prisma/office/office'
import { registerEnumType } from '@nestjs/graphql'
import { CASE_ORDERS, type CaseOrder } from '../query/case-list/page.js'
import { EXTENSION_WORDS } from '../cases/clock-words.js'
import { KINDS } from '../annotations/kinds.js'
import { AGAINST } from '../contrast/against.js'
import { WINDOWS } from '../deadlines/request.js'
import { ESCALATION_KINDS, SUPERVISION_LEVELS, URGE_HOWS } from '../deadlines/supervision-words.js'
import { LEVEL_TEXTS, RULE_TEXTS, STATE_TEXTS, WORD_TEXTS } from '../flags/words.js'
import { ROLES, type RoleId } from '../access/roles.js'
import { ENTRY_WORDS, STATE_WORDS } from '../assessment/words.js'
import { REJECTION_CODES } from '../query/rejection.js'
import { VALUE_STATES } from '../query/table.js'
import { LEVEL_WORDS, STAGE_WORDS } from '../rewards/reward-words.js'

type Names<T extends string> = Record<T, T>

/** An enum whose values are the keys of a catalogue, each described by it. */
function fromCatalogue<T extends string>(name: string, catalogue: Record<T, string>): Names<T> {
  const keys = Object.keys(catalogue) as T[]
  const names = Object.fromEntries(keys.map((key) => [key, key])) as Names<T>
  const valuesMap = Object.fromEntries(keys.map((key) => [key, { description: catalogue[key] }]))
  registerEnumType(names, { name, valuesMap: valuesMap as never })
  return names
}

function fromList<T extends string>(name: string, values: readonly T[]): Names<T> {
  const names = Object.fromEntries(values.map((value) => [value, value])) as Names<T>
  registerEnumType(names, { name })
  return names
}

const described = <T extends string>(
  catalogue: Record<T, { readonly label: { zh: string }; readonly description: { en: string } }>,
) =>
  Object.fromEntries(
    Object.entries<{ label: { zh: string }; description: { en: string } }>(catalogue).map(
      ([key, { label, description }]) => [key, `${label.zh}: ${description.en}`],
    ),
  ) as Record<T, string>

const worded = <T extends string>(catalogue: Record<T, { readonly zh: string; readonly en: string }>) =>
  Object.fromEntries(
    Object.entries<{ zh: string; en: string }>(catalogue).map(([key, { zh, en }]) => [key, `${zh}: ${en}`]),
  ) as Record<T, string>

export const RoleIdEnum = fromCatalogue(
  'RoleId',
  worded(
    Object.fromEntries(Object.entries(ROLES).map(([id, { name }]) => [id, name])) as Record<RoleId, Text>,
  ),
)
export const MapLevelEnum = fromList('MapLevel', MAP_LEVELS)
export const MeasureIdEnum = fromCatalogue('MeasureId', described(MEASURES))
export const DimensionIdEnum = fromCatalogue('DimensionId', described(DIMENSIONS))
export const PeriodPresetEnum = fromCatalogue('PeriodPreset', worded(PERIOD_PRESETS))
export const ComparisonKindEnum = fromCatalogue('ComparisonKind', described(COMPARISONS))
export const RejectionCodeEnum = fromCatalogue('RejectionCode', REJECTION_CODES)
export const AnnotationKindEnum = fromCatalogue('AnnotationKind', worded(KINDS))
export const GrainEnum = fromCatalogue('Grain', worded(GRAINS))
export const ValueStateEnum = fromCatalogue('ValueState', {
  ok: 'Print it.',
  noData: 'A gap: there is no case to speak of.',
  tooFew: 'A rate, a median or another quantile of fewer than 5 cases: show it greyed, with n.',
  suppressed: 'Hidden: the answer leaves the office and the number is small.',
  immature: 'The cases are too young to be counted (未满90日).',
} satisfies Record<(typeof VALUE_STATES)[number], string>)
export const ChangeStateEnum = fromList('ChangeState', [
  'ok',
  'baseZero',
  'baseSmall',
  'noBase',
  'suppressed',
])
export const UnitEnum = fromCatalogue('Unit', worded(UNITS))
export const TimeRoleEnum = fromCatalogue(
  'TimeRole',
  worded(
    Object.fromEntries(Object.entries(TIME_ROLES).map(([id, { label }]) => [id, label])) as Record<
      keyof typeof TIME_ROLES,
      { zh: string; en: string }
    >,
  ),
)
export const ReachEnum = fromCatalogue('Reach', {
  own: 'The cases that the caller may see.',
  office: 'Totals of the whole office, for somebody who sees a part of it.',
})
export const BetterEnum = fromList('Better', ['lower', 'higher', 'neither'])
export const CaseOrderEnum = fromCatalogue(
  'CaseOrder',
  worded(
    Object.fromEntries(Object.entries(CASE_ORDERS).map(([id, { label }]) => [id, label])) as Record<
      CaseOrder,
      { zh: string; en: string }
    >,
  ),
)
export const WhichCasesEnum = fromCatalogue('WhichCases', {
  all: 'All cases behind the number: the denominator of a rate.',
  property: 'Of a rate: the cases with the property, or with the event.',
})
export const ClockKindEnum = fromCatalogue(
  'ClockKind',
  worded(
    Object.fromEntries(Object.entries(CLOCKS).map(([id, { label }]) => [id, label])) as Record<
      ClockKind,
      Text
    >,
  ),
)
export const ExtensionStateEnum = fromList('ExtensionState', Object.keys(EXTENSION_WORDS))
export const ClockStateEnum = fromList('ClockState', ['met', 'late', 'running', 'overdue', 'unknown'])
export const DirectionEnum = fromList('Direction', ['asc', 'desc'])
export const ActionListIdEnum = fromCatalogue('ActionListId', described(ACTION_LISTS))
export const ActionWindowEnum = fromList('ActionWindow', WINDOWS)
export const UrgeHowEnum = fromCatalogue('UrgeHow', worded(URGE_HOWS))
export const EscalationKindEnum = fromCatalogue('EscalationKind', worded(ESCALATION_KINDS))
export const SupervisionLevelEnum = fromCatalogue('SupervisionLevel', worded(SUPERVISION_LEVELS))
export const AssessmentStateEnum = fromCatalogue('AssessmentState', worded(STATE_WORDS))
export const AssessmentEntryKindEnum = fromCatalogue('AssessmentEntryKind', worded(ENTRY_WORDS))
export const FairGroupEnum = fromList('FairGroup', ['ahead', 'withinChance', 'behind'])
export const FlagWordEnum = fromCatalogue('FlagWord', worded(WORD_TEXTS))
export const FlagLevelEnum = fromCatalogue('FlagLevel', worded(LEVEL_TEXTS))
export const FlagRuleEnum = fromCatalogue('FlagRule', worded(RULE_TEXTS))
export const FlagStateEnum = fromCatalogue('FlagState', worded(STATE_TEXTS))
export const BackfillStateEnum = fromList('BackfillState', ['running', 'done', 'cancelled', 'failed'])
export const TimeGroupEnum = fromCatalogue('TimeGroup', {
  ahead: '明显较快: clearly faster than the typical unit.',
  withinChance: '差别在偶然范围内: cannot be told from it.',
  behind: '明显较慢: clearly slower.',
})
export const ReportClassEnum = fromCatalogue('ReportClass', worded(REPORT_CLASSES))
export const AccidentLevelEnum = fromCatalogue('AccidentLevel', worded(LEVEL_WORDS))
export const RewardStageEnum = fromCatalogue('RewardStage', worded(STAGE_WORDS))

export const AgainstEnum = fromCatalogue('Against', AGAINST)
