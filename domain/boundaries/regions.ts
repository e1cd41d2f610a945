import type { Text } from '../metrics/model.js'
import type { Feature } from './features.js'
import { type Problem, listed } from './problem.js'
import { type Position, type Shape, boundsOf, positionsOf } from './shape.js'

/** A region that a map should have an area for. */
export interface Region {
  readonly code: string
  readonly name: string
  /** The region one level up; '' on the first level. */
  readonly parent: string
  /** Where its seat is (WGS-84), where that is known. */
  readonly seat: Position | null
}

/** The regions of one level, as a map of it must have them. */
export interface Level {
  /** What a region of the level is called, e.g. 乡镇（街道）. */
  readonly label: Text
  readonly regions: readonly Region[]
  /** The one region that is called so, by code, name or alias. */
  readonly find: (key: string) => Region | undefined
}

/** The region of every feature, and everything that does not fit: strangers, regions given twice, regions left out. */
export function matchRegions(
  features: readonly Feature[],
  level: Level,
): { matched: ReadonlyMap<Feature, Region>; problems: readonly Problem[] } {
  const matched = new Map<Feature, Region>()
  const given = new Map<string, Feature>()
  const problems: Problem[] = []
  for (const feature of features) {
    const [region, ...others] = regionsOf(feature, level)
    if (!region || others.length > 0) {
      problems.push(region ? contradiction(feature, [region, ...others]) : stranger(feature, level))
      continue
    }
    const other = given.get(region.code)
    if (other) problems.push(twice(region, feature, other))
    given.set(region.code, feature)
    matched.set(feature, region)
  }
  return { matched, problems: [...problems, ...missing(level, given)] }
}

/** The regions that the feature's codes and names stand for; more than one where they contradict each other. */
function regionsOf({ keys }: Feature, { find }: Level): readonly Region[] {
  const found = keys.map(find).filter((region) => region !== undefined)
  return [...new Set(found)]
}

/** Two well-known lists of town codes give one code to different towns; the name gives it away. */
const contradiction = ({ label, keys }: Feature, regions: readonly Region[]): Problem => ({
  zh: `${label.zh}的代码与名称（${keys.join('、')}）指向不同的区域：${regions.map(({ name }) => `“${name}”`).join('、')}，请核对代码来源。`,
  en: `Code and name of ${label.en} (${keys.join(', ')}) stand for different regions: ${regions.map(({ name }) => name).join(', ')}.`,
})

function stranger({ label, keys }: Feature, level: Level): Problem {
  const [code = ''] = keys
  const called =
    code === '' ? { zh: '，也没有代码或名称', en: ' and has neither code nor name' } : bracketed(code)
  return {
    zh: `${label.zh}${called.zh}不在本单位的${level.label.zh}名单中。`,
    en: `${label.en}${called.en} is not on the office's list (${level.label.en}).`,
  }
}

const bracketed = (code: string): Text => ({ zh: `（代码${code}）`, en: ` (code ${code})` })

const twice = ({ name }: Region, one: Feature, other: Feature): Problem => ({
  zh: `“${name}”出现两次：${other.label.zh}与${one.label.zh}，每个区域只能有一个边界。`,
  en: `${name} is given twice, by ${other.label.en} and ${one.label.en}.`,
})

/** Villages may come town by town: of a town all or none; of the first level none may be missing. */
function missing({ regions, label }: Level, given: ReadonlyMap<string, unknown>): Problem[] {
  const parents = new Set(regions.filter(({ code }) => given.has(code)).map(({ parent }) => parent))
  const absent = regions.filter(
    ({ code, parent }) => !given.has(code) && (parent === '' || parents.has(parent)),
  )
  if (absent.length === 0 || given.size === 0) return []
  const names = listed(absent.map(({ name, code }) => `${name}（${code}）`))
  return [
    {
      zh: `缺少以下${label.zh}的边界：${names.zh}。`,
      en: `These have no boundary (${label.en}): ${names.en}.`,
    },
  ]
}

/** How far a seat may lie outside of the rectangle around its area before it counts as elsewhere: about 10 km. */
const TOLERANCE_DEGREES = 0.1

/**
 * Most of the seats that are known should lie near their areas. Where they do not, the file is of another place, or its
 * coordinates are not what it says they are.
 */
export function seatsElsewhere(areas: Iterable<readonly [Region, Shape]>): Problem | null {
  let [known, elsewhere, example] = [0, 0, '']
  for (const [{ seat, name }, shape] of areas) {
    const bounds = boundsOf(positionsOf([shape]))
    if (!seat || !bounds) continue
    known += 1
    const [west, south, east, north] = bounds
    const [lon, lat] = seat
    const [dx, dy] = [Math.max(west - lon, lon - east), Math.max(south - lat, lat - north)]
    if (Math.max(dx, dy) <= TOLERANCE_DEGREES) continue
    elsewhere += 1
    example ||= name
  }
  if (elsewhere * 2 <= known) return null
  return {
    zh: `${known}个已知驻地中有${elsewhere}个（如“${example}”）不在各自边界附近，请核对代码与坐标系。`,
    en: `${elsewhere} of ${known} known seats (such as ${example}) are not near their areas; check codes and coordinates.`,
  }
}
