import type { DimensionId } from '@fengsui/domain/metrics/dimensions'
import type { Text } from '@fengsui/domain/metrics/model'
import { NO_SCOPE, type Scope, WHOLE_SCOPE } from './scope.js'

/** One line of the table of roles: who it is, and what it may see. */
export interface Role {
  readonly name: Text
  /** What it sees, in one sentence. */
  readonly description: Text
  /** The list its holders' unit is a member of; null for a role of the whole office. */
  readonly unit: DimensionId | null
  /** For a role with a unit, `cases` is still nothing: the unit says which (personas.ts). */
  readonly scope: Scope
  /** May change how the office is set up: its maps. */
  readonly manages: boolean
}

const OWN_CASES: Scope = {
  ...NO_SCOPE,
  officeTotals: true,
  caseList: true,
  summary: true,
  enterprise: 'all',
  export: true,
  smallCells: 'leaving',
  answerUrges: true,
  ranking: true,
  object: true,
}

/**
 * The roles, in the order in which they are offered. Who sees what follows the confidentiality of reporters
 * (应急〔2023〕106号, notice items 9 and 14): a role starts from nothing and names what it may.
 */
export const ROLES = {
  leader: {
    name: { zh: '区领导／安委办领导', en: 'District and office leaders' },
    description: {
      zh: '看全部统计和已发布的排名；案件清单不含正文，只有重点线索显示被举报单位。',
      en: 'All statistics; cases without their text, the reported enterprise of important leads only.',
    },
    unit: null,
    scope: {
      ...NO_SCOPE,
      cases: 'whole',
      officeTotals: true,
      caseList: true,
      enterprise: 'keyLeads',
      export: true,
      smallCells: 'leaving',
      ranking: true,
      screenPast: true,
    },
    manages: false,
  },
  office: {
    name: { zh: '安委办业务人员', en: 'Safety commission office' },
    description: {
      zh: '看全部统计、案件、脱敏正文和被举报单位，可以导出，也看数据装载，维护本单位地图和时间轴上的标注，催办、挂牌督办，办理季度考核。',
      en: 'All statistics, cases, redacted texts and enterprises; may export, sees the loads, keeps maps and annotations, urges units.',
    },
    unit: null,
    scope: WHOLE_SCOPE,
    manages: true,
  },
  department: {
    name: { zh: '部门', en: 'Department' },
    description: {
      zh: '看本部门承办的和所监管行业领域的案件，以及全区合计，答复催办，看排名，对本单位扣分提出申诉。',
      en: 'The cases it handles and those of the sectors it supervises, and totals of the district.',
    },
    unit: 'department',
    scope: OWN_CASES,
    manages: false,
  },
  town: {
    name: { zh: '乡镇（街道）', en: 'Town or subdistrict' },
    description: {
      zh: '看本乡镇（街道）的案件，以及全区合计，答复催办，看排名，对本单位扣分提出申诉。',
      en: 'The cases of its own area, and totals of the district.',
    },
    unit: 'region1',
    scope: OWN_CASES,
    manages: false,
  },
  intake: {
    name: { zh: '举报受理中心', en: 'Report intake centre' },
    description: {
      zh: '看全部统计、案件、脱敏正文和被举报单位以及数据装载，不能导出。',
      en: 'All statistics, cases, redacted texts, enterprises and loads; may not export.',
    },
    unit: null,
    scope: {
      ...WHOLE_SCOPE,
      export: false,
      annotate: false,
      supervise: false,
      answerUrges: false,
      ranking: false,
      assess: false,
      screenPast: false,
    },
    manages: false,
  },
  assessor: {
    name: { zh: '考核员', en: 'Assessor' },
    description: {
      zh: '办理季度考核排名，看扣分案件的编号和时限；其余只看统计，少于3件的数不显示，不看案件，只能导出排名。',
      en: 'Runs the quarterly assessment; else statistics only, with counts below 3 hidden, no cases, no other export.',
    },
    unit: null,
    scope: { ...NO_SCOPE, cases: 'whole', officeTotals: true, ranking: true, assess: true },
    manages: false,
  },
  admin: {
    name: { zh: '系统／安全／审计管理员（三员）', en: 'System, security and audit administrators' },
    description: {
      zh: '管理系统和本单位地图，看不到任何举报数据。',
      en: 'Run the system and its maps, and see no report data at all.',
    },
    unit: null,
    scope: NO_SCOPE,
    manages: true,
  },
} as const satisfies Record<string, Role>

export type RoleId = keyof typeof ROLES

export const isRole = (text: string): text is RoleId => Object.hasOwn(ROLES, text)

/** May whoever holds a persona change how the office is set up? */
export function manages(persona: string): boolean {
  const role = persona.split(':', 1)[0] ?? ''
  return isRole(role) && ROLES[role].manages
}
