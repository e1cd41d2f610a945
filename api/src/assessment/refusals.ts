import type { Rejection } from '../query/rejection.js'
import { reject } from '../query/rejection.js'

// Why a step of the assessment is not taken; each sentence says what to do.

export const partOnly = (): Rejection =>
  reject(
    'forbidden',
    null,
    '排名须按全区案件计算，您的角色只看一部分；请由安委办业务人员或考核员操作。',
    'Places are reckoned from all cases, and your role sees a part; ask the safety commission office.',
  )

export const notAssessed = (): Rejection =>
  reject(
    'badAssessment',
    null,
    '本单位没有设定考核规则，请先在 rules.yaml 中写明。',
    'The office has no rules of assessment; write them into rules.yaml first.',
  )

export const badQuarter = (): Rejection =>
  reject(
    'badAssessment',
    'quarter',
    '季度无法识别，请写成 2026Q3 的样式。',
    'Not a quarter; write it like 2026Q3.',
  )

export const unknownAssessment = (): Rejection =>
  reject(
    'unknownAssessment',
    'id',
    '没有这个考核版本，或它不在您的权限范围内；请刷新页面。',
    'There is no such version of an assessment, or it is not yours to see; reload the page.',
  )

export const quarterOpen = (to: string, asOf: string): Rejection =>
  reject(
    'badAssessment',
    'quarter',
    `数据截至${asOf}，季度到${to}才结束；请在装载了其后的数据以后再关账。`,
    `The data goes to ${asOf} and the quarter ends on ${to}; close it when later data is loaded.`,
  )

export const closedAlready = (): Rejection =>
  reject(
    'badAssessment',
    'quarter',
    '这个季度已经关账；数据有更正时请生成新版本。',
    'The quarter is closed; make a new version when data was corrected.',
  )

export const notClosed = (): Rejection =>
  reject(
    'badAssessment',
    'quarter',
    '这个季度还没有关账，请先关账。',
    'The quarter is not closed yet; close it first.',
  )

export const superseded = (): Rejection =>
  reject(
    'badAssessment',
    'id',
    '已有更新的版本，请在最新版本上操作；请刷新页面。',
    'There is a later version; reload the page and go on with that one.',
  )

export const notDraft = (): Rejection =>
  reject(
    'badAssessment',
    'id',
    '只有草稿可以送各单位预览；这一版本已经送出或发布。',
    'Only a draft is sent to the units; this one was sent or published.',
  )

export const notInPreview = (): Rejection =>
  reject(
    'badAssessment',
    'id',
    '这一版本不在预览中：草稿请先送各单位预览，已发布的请生成新版本。',
    'This version is not in preview: send a draft to the units first; of a published one make a new version.',
  )

export const undecided = (count: number): Rejection =>
  reject(
    'badAssessment',
    'id',
    `还有${count}件申诉没有决定，请先逐件决定。`,
    `${count} objections are not decided; decide each of them first.`,
  )

export const upheldNotTaken = (): Rejection =>
  reject(
    'badAssessment',
    'id',
    '有申诉已采纳而扣分仍在表中，请先生成新版本。',
    'An objection was upheld and its deduction is still in the table; make a new version first.',
  )

export const stillOpen = (until: string): Rejection =>
  reject(
    'badAssessment',
    'reason',
    `申诉期到${until}为止；提前发布须写明理由。`,
    `Units may object until ${until}; give a reason to publish earlier.`,
  )

export const sameAgain = (): Rejection =>
  reject(
    'badAssessment',
    'quarter',
    '按现在的数据、规则和申诉决定重算，结果与上一版本相同，不必生成新版本。',
    'By the present data, rules and decisions the table is the same; no new version is needed.',
  )

export const noUnit = (): Rejection =>
  reject(
    'forbidden',
    null,
    '只有被考核的部门和乡镇（街道）可以就本单位的扣分申诉；代为记录请联系安委办业务人员。',
    'Only a unit that is assessed objects to its own deductions; ask the safety commission office.',
  )

export const unknownItem = (): Rejection =>
  reject(
    'unknownAssessment',
    'subject',
    '贵单位没有这项扣分，或它已不扣分；请刷新页面。',
    'Your unit has no such deduction, or it costs nothing any more; reload the page.',
  )

export const objectedAlready = (): Rejection =>
  reject(
    'badAssessment',
    'subject',
    '这项扣分已经申诉过，请等待或查看决定。',
    'There is an objection to this deduction already; wait for the decision, or read it.',
  )

export const objectionsOver = (until: string): Rejection =>
  reject(
    'badAssessment',
    'id',
    `申诉期已于${until}结束；确有新情况请联系安委办业务人员。`,
    `Objections ended on ${until}; ask the safety commission office if something new is known.`,
  )

export const unknownObjection = (): Rejection =>
  reject(
    'unknownAssessment',
    'id',
    '没有这件申诉，或它已经决定；请刷新页面。',
    'There is no such objection, or it is decided; reload the page.',
  )

export const badEntry = (field: string): Rejection =>
  reject(
    'badAssessment',
    field,
    '请选择考核名单中的单位，写明不晚于今天的日期（如 2026-09-30）和文号。',
    'Choose a unit that is assessed, a day not after today (like 2026-09-30), and the number of the document.',
  )

export const unknownEntry = (): Rejection =>
  reject(
    'unknownAssessment',
    'id',
    '没有这条记录，或它已经撤销；请刷新页面。',
    'There is no such entry, or it is withdrawn; reload the page.',
  )
