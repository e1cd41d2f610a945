import type { Flag as FlagRow } from '@fengsui/prisma/metadata'
import type { FlagRules } from '@fengsui/prisma/office/flags'
import type { Codes, Findings } from './findings.js'
import type { FlagTelling } from './flag-view.js'
import { signalOf } from './flag-life.js'
import type { FlagCombination, FlagRise, FlagRuleText, FlagSector } from './flag-tables.models.js'
import type { FlagBoard } from './flag-board.models.js'
import { aboutOf, issueName } from './sentence.js'
import { maySee } from './sight.js'
import { LEAD_TEXTS, NOT_CARRIED_TEXTS, isOver } from './words.js'

const MOST_COMBINATIONS = 30

/** The tables beside the flags, of what their reader may see. Who is shown no small numbers is shown none of them. */
export function tablesOf(
  findings: Findings,
  flags: readonly FlagRow[],
  telling: FlagTelling,
): Pick<FlagBoard, 'combinations' | 'rises' | 'sectors' | 'leads' | 'notCarried'> {
  const { scope, locale } = telling
  const isShown = (codes: Codes): boolean => maySee(scope, { ...codes, regions: [], word: 'tendency' })
  const isHiding = scope.smallCells === 'always'
  return {
    combinations: isHiding ? [] : combinationsOf(findings, isShown, telling),
    rises: isHiding ? [] : risesOf(findings, isShown, telling),
    sectors: isHiding ? [] : sectorsOf(findings, flags, isShown, telling),
    leads:
      scope.cases === 'whole' && !isHiding
        ? Object.entries(findings.leads).map(([rule, count]) => ({
            label: LEAD_TEXTS[rule as keyof typeof LEAD_TEXTS][locale],
            text: locale === 'zh' ? `${count}件` : String(count),
          }))
        : [],
    notCarried: findings.notCarried.map((rule) => NOT_CARRIED_TEXTS[rule]?.[locale] ?? rule),
  }
}

function combinationsOf(
  { combinations }: Findings,
  isShown: (codes: Codes) => boolean,
  { lists, locale }: FlagTelling,
): FlagCombination[] {
  return combinations
    .filter(isShown)
    .slice(0, MOST_COMBINATIONS)
    .map((pair) => {
      const { region, industry, issue, observed, expected, quotient, lower, upper, enterprises, quarters } =
        pair
      const isSector = industry !== ''
      return {
        title: aboutOf(pair, lists, locale),
        row: isSector ? industry : region,
        rowLabel: isSector
          ? lists.label('industry1', industry, locale)
          : lists.label('region1', region, locale),
        issueLabel: issueName(issue, lists, locale),
        ...{ issue, isSector, observed, expected, quotient, lower, upper, enterprises, quarters },
      }
    })
}

const risesOf = (
  { rises }: Findings,
  isShown: (codes: Codes) => boolean,
  { lists, locale }: FlagTelling,
): FlagRise[] =>
  rises.filter(isShown).map((rise) => {
    const { start, counts, slope, lower, upper, p, q, latest, earlier, holds } = rise
    return {
      title: aboutOf(rise, lists, locale),
      ...{ start, slope, lower, upper, p, q, latest, earlier, holds },
      counts: [...counts],
    }
  })

function sectorsOf(
  { sectors }: Findings,
  flags: readonly FlagRow[],
  isShown: (codes: Codes) => boolean,
  { lists, locale }: FlagTelling,
): FlagSector[] {
  return sectors
    .filter(({ industry }) => isShown({ industry, region: '', issue: '' }))
    .map((sector) => {
      const { industry, topRegion } = sector
      const about = flags.map(signalOf)
      return {
        ...sector,
        label: lists.label('industry1', industry, locale),
        topRegion: lists.label('region1', topRegion, locale),
        departments: (lists.find('industry1', industry)?.supervisors ?? []).map((code) =>
          lists.label('department', code, locale),
        ),
        flags: flags.filter(
          ({ state }, at) => !isOver(state) && (about[at]?.industry || about[at]?.mainIndustry) === industry,
        ).length,
      }
    })
}

/** The rules in force, with what they rest on. */
export const rulesOf = (rules: FlagRules): FlagRuleText[] =>
  Object.entries(rules).map(([name, { basis, proposed }]) => ({ name, text: basis, proposed }))
