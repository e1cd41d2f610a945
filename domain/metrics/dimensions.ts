import type { Dimension } from './model.js'
import { HAZARD_LEVELS, REPORTER_KINDS, REPORT_CLASSES, RESULTS, STATES } from './words.js'

/** The axes (维度). An office renames the levels in its office.yaml; the codes come from its lists. */
export const DIMENSIONS = {
  region1: {
    label: { zh: '区域', en: 'Region' },
    description: { zh: '被举报事项所在区域（一级）', en: 'Where the reported matter is, first level' },
    column: 'region_1',
    hierarchy: 'region',
    level: 1,
  },
  region2: {
    label: { zh: '区域（二级）', en: 'Region, second level' },
    description: { zh: '被举报事项所在区域（二级）', en: 'Where the reported matter is, second level' },
    column: 'region_2',
    hierarchy: 'region',
    level: 2,
  },
  industry1: {
    label: { zh: '行业领域', en: 'Industry' },
    description: { zh: '被举报单位的行业领域（一级）', en: 'Industry of the reported unit, first level' },
    column: 'industry_1',
    hierarchy: 'industry',
    level: 1,
  },
  industry2: {
    label: { zh: '行业领域（细分）', en: 'Industry, second level' },
    description: { zh: '被举报单位的行业领域（二级）', en: 'Industry of the reported unit, second level' },
    column: 'industry_2',
    hierarchy: 'industry',
    level: 2,
  },
  issue1: {
    label: { zh: '举报事项', en: 'Issue' },
    description: { zh: '举报的事项（一级）', en: 'What is reported, first level' },
    column: 'issue_1',
    hierarchy: 'issue',
    level: 1,
  },
  issue2: {
    label: { zh: '举报事项（细分）', en: 'Issue, second level' },
    description: { zh: '举报的事项（二级）', en: 'What is reported, second level' },
    column: 'issue_2',
    hierarchy: 'issue',
    level: 2,
  },
  channel: {
    label: { zh: '举报渠道', en: 'Channel' },
    description: { zh: '举报从哪个渠道来', en: 'How the report came in' },
    column: 'channel',
    hierarchy: 'channel',
    level: 1,
  },
  source: {
    label: { zh: '数据来源', en: 'Source system' },
    description: { zh: '记录来自哪个系统', en: 'Which system the record comes from' },
    column: 'source',
    hierarchy: 'source',
    level: 1,
  },
  department: {
    label: { zh: '承办单位', en: 'Handling unit' },
    description: { zh: '现承办该举报的单位', en: 'The unit that holds the report' },
    column: 'department',
    hierarchy: 'department',
    level: 1,
  },
  reportClass: {
    label: { zh: '举报类别', en: 'Report class' },
    description: { zh: '瞒报谎报、重大事故隐患、违法行为或一般隐患', en: 'What kind of report it is' },
    column: 'report_class',
    hierarchy: 'reportClass',
    level: 1,
    words: REPORT_CLASSES,
  },
  hazardLevel: {
    label: { zh: '隐患等级', en: 'Severity' },
    description: { zh: '核查认定的隐患等级', en: 'Severity of the hazard' },
    column: 'hazard_level',
    hierarchy: 'hazardLevel',
    level: 1,
    words: HAZARD_LEVELS,
  },
  reporterKind: {
    label: { zh: '举报人类型', en: 'Reporter kind' },
    description: { zh: '实名、匿名、本单位从业人员或信息员', en: 'In which capacity the report was made' },
    column: 'reporter_kind',
    hierarchy: 'reporterKind',
    level: 1,
    words: REPORTER_KINDS,
  },
  result: {
    label: { zh: '核查结果', en: 'Finding' },
    description: { zh: '核查后认定的结果', en: 'What the check found' },
    column: 'result',
    hierarchy: 'result',
    level: 1,
    words: RESULTS,
  },
  state: {
    label: { zh: '办理状态', en: 'State' },
    description: { zh: '举报现在办到哪一步', en: 'How far the handling has come' },
    column: 'state',
    hierarchy: 'state',
    level: 1,
    words: STATES,
  },
} as const satisfies Record<string, Dimension>

export type DimensionId = keyof typeof DIMENSIONS
