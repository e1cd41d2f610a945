import { checkVersions, readVersion, type RuleVersion, VERSION_KEYS } from './versions.js'
import type { YamlObject } from './yaml-object.js'

/** What points are deducted for; the words of `domain/assessment`. */
export const TRIGGERS = ['openLoop', 'unpaidReward', 'leak'] as const
export const LOOP_STEPS = ['verified', 'closed', 'replied'] as const
export const EXEMPTIONS = ['fatal', 'claimOpen'] as const

/** One version of a rule by which points are deducted. */
export interface Deduction extends RuleVersion {
  /** The same in all versions of a rule. */
  readonly id: string
  readonly trigger: (typeof TRIGGERS)[number]
  readonly text: string
  /** Points for each case or event. */
  readonly points: number
  /** Most points of a quarter; null: without end. */
  readonly cap: number | null
  readonly exempt: readonly (typeof EXEMPTIONS)[number][]
  /** What belongs to the loop; of `openLoop` only. */
  readonly steps: readonly (typeof LOOP_STEPS)[number][]
}

/** Units that are compared with one another: those of some kinds of departments.csv. */
export interface League {
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly kinds: readonly string[]
}

/** How the office assesses its units every quarter. */
export interface AssessmentRules {
  /** Points with which every unit begins. */
  readonly base: number
  /** So many working days after the preview a unit may object. */
  readonly objectionWorkingDays: number
  readonly basis: string
  /** The office's own setting, not yet decided (待定). */
  readonly proposed: boolean
  readonly leagues: readonly League[]
  /** All versions of all rules. */
  readonly deductions: readonly Deduction[]
}

const KEYS = ['base', 'objectionWorkingDays', 'basis', 'proposed', 'leagues', 'deductions']
const DEDUCTION_KEYS = ['id', 'trigger', 'text', 'points', 'cap', 'exempt', 'steps', ...VERSION_KEYS]

/** Reads `assessment` of rules.yaml; null where the office assesses nobody. */
export function readAssessment(yaml: YamlObject): AssessmentRules | null {
  const assessment = yaml.object('assessment')
  if (assessment === null) return null
  assessment.allow(KEYS)
  return {
    base: assessment.whole('base', 1, null),
    objectionWorkingDays: assessment.whole('objectionWorkingDays', 0, null),
    basis: assessment.required('basis'),
    proposed: assessment.flag('proposed', false),
    leagues: assessment.objects('leagues').map(readLeague),
    deductions: withoutOverlaps(assessment.objects('deductions').map(readDeduction)),
  }
}

function readLeague(league: YamlObject): League {
  league.allow(['id', 'name', 'nameEn', 'kinds'])
  const name = league.required('name')
  const kinds = league.texts('kinds')
  if (kinds.length === 0) league.complain('kinds', '缺少“kinds”（departments.csv 中的单位类别）')
  return { id: league.required('id'), name, nameEn: league.text('nameEn') ?? name, kinds }
}

interface ReadDeduction {
  readonly yaml: YamlObject
  readonly version: Deduction
}

function readDeduction(of: YamlObject): ReadDeduction {
  of.allow(DEDUCTION_KEYS)
  const trigger = of.oneOf('trigger', TRIGGERS, null)
  const steps = wordsOf(of, 'steps', LOOP_STEPS)
  if (trigger === 'openLoop' && steps.length === 0) of.complain('steps', '缺少“steps”（闭环包含的环节）')
  if (trigger !== 'openLoop' && steps.length > 0) of.complain('steps', '“steps”只用于 openLoop')
  const version = {
    id: of.required('id'),
    trigger,
    text: of.required('text'),
    points: pointsOf(of, 'points') ?? missing(of),
    cap: pointsOf(of, 'cap'),
    exempt: wordsOf(of, 'exempt', EXEMPTIONS),
    steps,
    ...readVersion(of),
  }
  return { yaml: of, version }
}

function missing(of: YamlObject): number {
  if (of.text('points') === null) of.complain('points', '缺少“points”（扣分分值）')
  return 0
}

/** Points in hundredths at most, above 0; null when absent or complained about. */
function pointsOf(of: YamlObject, key: string): number | null {
  const text = of.text(key)
  if (text === null) return null
  if (/^\d{1,4}(\.\d{1,2})?$/.test(text) && Number(text) > 0) return Number(text)
  of.complain(key, `“${key}”应为大于0、最多两位小数的分值，现为“${text}”`)
  return null
}

function wordsOf<W extends string>(of: YamlObject, key: string, words: readonly W[]): readonly W[] {
  return of.texts(key).flatMap((text) => {
    const word = words.find((each) => each === text)
    if (word === undefined) of.complain(key, `“${key}”不能是“${text}”，可用的值：${words.join('、')}`)
    return word ?? []
  })
}

/** The versions of each rule, of which no two hold on one day. */
function withoutOverlaps(read: readonly ReadDeduction[]): readonly Deduction[] {
  const ids = new Set(read.map(({ version }) => version.id))
  return [...ids].flatMap((id) =>
    checkVersions(
      id,
      read.filter(({ version }) => version.id === id),
    ),
  )
}
