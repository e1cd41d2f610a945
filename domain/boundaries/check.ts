import { type Feature, readFeatures } from './features.js'
import { type Problem, told } from './problem.js'
import { type Level, type Region, matchRegions, seatsElsewhere } from './regions.js'
import { windRings } from './rings.js'
import type { Area, Shape } from './shape.js'
import { type Simplified, simplifyAreas } from './simplify.js'

/** The bytes that a map may have when it is sent, before compression. */
export const BUDGET_BYTES = 600_000

/** A map that may be drawn. */
export interface CheckedMap extends Simplified {
  readonly areas: number
  /** Areas whose rings ran the wrong way and were turned. */
  readonly turned: number
}

/** A map, or everything that is wrong with it. */
export type Outcome = { readonly map: CheckedMap } | { readonly problems: readonly Problem[] }

/**
 * Judges a GeoJSON file against the regions that it should show, area by area, and brings it into the form in which it
 * is stored. Between areas the caller is given a turn (`yield`), for a large file takes seconds.
 *
 * @param json the file as JSON.parse gave it.
 * @param budget most bytes of the result.
 */
export function* checkMap(json: unknown, level: Level, budget = BUDGET_BYTES): Generator<undefined, Outcome> {
  const { features, problems: unread } = readFeatures(json)
  const { matched, problems: unmatched } = matchRegions(features, level)
  // Where features cannot be read, those that seem to be missing may be among them.
  const problems: Problem[] = [...unread, ...(unread.length > 0 ? [] : unmatched)]
  const shapes = new Map<Region, Shape>()
  let turned = 0
  for (const feature of features) {
    const wound = windRings(feature)
    if ('zh' in wound) problems.push(wound)
    else {
      if (wound.turned) turned += 1
      const region = matched.get(feature)
      if (region) shapes.set(region, wound.shape)
    }
    yield
  }
  if (problems.length > 0) return { problems: told(problems) }
  const elsewhere = seatsElsewhere(shapes)
  if (elsewhere) return { problems: [elsewhere] }
  const areas = [...shapes].map(([{ code, name }, shape]): Area => ({ code, name, shape }))
  const simplified = simplifyAreas(areas, budget)
  if (!simplified) return { problems: [tooDetailed(budget)] }
  return { map: { ...simplified, areas: areas.length, turned } }
}

const tooDetailed = (budget: number): Problem => ({
  zh: `边界简化后仍超过${Math.round(budget / 1000)}千字节，请先抽稀或拆分。`,
  en: `The boundaries do not fit into ${Math.round(budget / 1000)} kB; simplify or split the file.`,
})

/** A level of which only the file knows the regions: the one above the office, in which the office itself must be found. */
export function levelOfFile(json: unknown, label: Level['label']): Level {
  const { features } = readFeatures(json)
  const byKey = new Map<string, Region>()
  for (const { keys } of features) {
    const region = regionFrom(keys)
    if (region) for (const key of keys) if (!byKey.has(key)) byKey.set(key, region)
  }
  return { label, regions: [...new Set(byKey.values())], find: (key) => byKey.get(key) }
}

function regionFrom(keys: Feature['keys']): Region | null {
  const [code, name = code] = [keys[0], keys.at(-1)]
  return code === undefined || name === undefined ? null : { code, name, parent: '', seat: null }
}
