import type {
  AssessedUnit,
  AssessmentTable,
  FairMeasure,
  LeagueFairness as Fairness,
} from '@fengsui/domain/assessment/assessment'
import { MEASURES } from '@fengsui/domain/metrics/measures'
import type { League as OfficeLeague } from '@fengsui/prisma/office/assessment'
import type { League, LeagueFairness } from './assessment.models.js'
import { LEAST_SHOWN } from './sight.js'
import { type UnitTelling, rankedUnit } from './unit-view.js'
import { FAIR_WORDS, WITHIN_CHANCE } from './words.js'

/** The leagues of a table as they are shown, with what chance leaves of the differences in each. */
export function leaguesOf(
  table: AssessmentTable,
  leagues: readonly OfficeLeague[],
  telling: UnitTelling,
): League[] {
  return leagues.flatMap(({ id, name, nameEn }) => {
    const units = table.units.filter(({ league }) => league === id)
    if (units.length === 0) return []
    const called = telling.locale === 'en' ? nameEn : name
    const fairness = table.fairness
      .filter(({ league }) => league === id)
      .map((each) => fairnessOf(each, { called, units }, telling))
    return {
      id,
      name: called,
      units: units.map((unit) => rankedUnit(unit, telling)),
      fairness,
    }
  })
}

function fairnessOf(
  { measure, isDetectable, counted }: Fairness,
  of: { readonly called: string; readonly units: readonly AssessedUnit[] },
  telling: UnitTelling,
): LeagueFairness {
  const { locale } = telling
  const words = FAIR_WORDS[measure]
  const label = MEASURES[measure].label[locale]
  return {
    measure,
    label,
    isDetectable,
    sentence: sentenceOf(label, { measure, ...of }, telling),
    counted: words[counted][locale],
    aheadLabel: words.ahead[locale],
    withinLabel: WITHIN_CHANCE[locale],
    behindLabel: words.behind[locale],
  }
}

/** What may be said of the differences: who stands out, where he may truly stand, and that the others are not to be ordered. */
function sentenceOf(
  label: string,
  of: {
    readonly measure: FairMeasure
    readonly called: string
    readonly units: readonly AssessedUnit[]
  },
  { lists, locale, sight }: UnitTelling,
): string {
  const { measure, called, units } = of
  const words = FAIR_WORDS[measure]
  const judged = units.filter(({ fair }) => fair[measure] !== null)
  const isNamed = ({ unit, rates }: AssessedUnit): boolean =>
    sight.seesSmall || sight.own === unit || rates[measure].n >= LEAST_SHOWN
  const named = (group: 'ahead' | 'behind'): string =>
    judged
      .filter((unit) => unit.fair[measure]?.group === group && isNamed(unit))
      .map((unit) => {
        const { lower = 1, upper = 1 } = unit.fair[measure]?.rank ?? {}
        const name = lists.label('department', unit.unit, locale)
        return locale === 'zh'
          ? `${name}（95%可能排第${lower}–${upper}名）`
          : `${name} (place ${lower}–${upper} with 95 %)`
      })
      .join(locale === 'zh' ? '、' : ', ')
  const [ahead, behind] = [named('ahead'), named('behind')]
  if (ahead === '' && behind === '')
    return locale === 'zh'
      ? `${label}：${called}间无可检出的差别（${judged.length}个单位有案件），不宜据此排先后。`
      : `${label}: no difference between ${called} can be seen (${judged.length} have cases); an order would say nothing.`
  const rest = judged.filter((unit) => unit.fair[measure]?.group === 'withinChance').length
  const parts = (pair: string): string[] => [
    ...(ahead === '' ? [] : [`${words.ahead[locale]}${pair}${ahead}`]),
    ...(behind === '' ? [] : [`${words.behind[locale]}${pair}${behind}`]),
  ]
  return locale === 'zh'
    ? `${label}：${[...parts('：'), `其余${rest}个单位差别在偶然范围内，不宜排先后`].join('；')}。`
    : `${label}: ${[...parts(': '), `the other ${rest} are within chance`].join('; ')}.`
}
