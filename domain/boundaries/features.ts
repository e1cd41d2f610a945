import type { Text } from '../metrics/model.js'
import { isDegrees } from './coordinate-system.js'
import type { Problem } from './problem.js'
import type { Polygon, Position, Ring, Shape } from './shape.js'

/** One feature of a GeoJSON file, as far as it is needed. */
export interface Feature {
  /** How it is called when something is wrong with it: its name, else its number in the file. */
  readonly label: Text
  /** By what it may be recognised, the surest first. */
  readonly keys: readonly string[]
  readonly shape: Shape
}

export const MOST_FEATURES = 5000
export const MOST_POSITIONS = 500_000

const LONGEST_WORD = 60

/** Properties that hold codes and names in the files that offices are given. */
const CODES = ['code', 'adcode', 'gb', 'id', 'CODE', 'XZQDM']
const NAMES = ['name', '名称', 'NAME', 'XZQMC']

/**
 * Reads a GeoJSON FeatureCollection of areas (RFC 7946 §3). What is no such thing is told feature by feature; the rings
 * are looked into no further than that they consist of closed positions in degrees.
 */
export function readFeatures(json: unknown): { features: readonly Feature[]; problems: readonly Problem[] } {
  if (!isObject(json) || json.type !== 'FeatureCollection' || !Array.isArray(json.features))
    return fail('文件不是GeoJSON区域集合：最外层应为 FeatureCollection。', 'No GeoJSON FeatureCollection.')
  const crs = crsName(json.crs)
  if (crs !== null && !isDegrees(crs))
    return fail(
      `文件声明的坐标系为“${crs}”，请先转换为经纬度（CGCS2000 或 WGS-84）。`,
      `The file says that its coordinates are ${crs}; convert them to longitude and latitude first.`,
    )
  const { features } = json
  if (features.length === 0) return fail('文件中没有任何区域。', 'There is no area in the file.')
  if (features.length > MOST_FEATURES)
    return fail(`区域超过${MOST_FEATURES}个，请拆分后分级上传。`, `More than ${MOST_FEATURES} areas.`)
  const problems: Problem[] = []
  let positions = 0
  const read = features.flatMap((each: unknown, index): Feature[] => {
    const feature = readFeature(each, index)
    if ('zh' in feature) {
      problems.push(feature)
      return []
    }
    positions += feature.shape.flat().reduce((sum, ring) => sum + ring.length, 0)
    return [feature]
  })
  if (positions > MOST_POSITIONS)
    return fail(
      `边界共${positions}个点，超过${MOST_POSITIONS}个，请先抽稀。`,
      `${positions} positions, more than ${MOST_POSITIONS}; simplify the file first.`,
    )
  return { features: read, problems }
}

const fail = (zh: string, en: string) => ({ features: [], problems: [{ zh, en }] })

type Json = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const crsName = (crs: unknown): string | null =>
  isObject(crs) && isObject(crs.properties) && typeof crs.properties.name === 'string'
    ? crs.properties.name
    : null

function readFeature(feature: unknown, index: number): Feature | Problem {
  const number: Text = { zh: `第${index + 1}个区域`, en: `area no. ${index + 1}` }
  if (!isObject(feature) || feature.type !== 'Feature')
    return { zh: `${number.zh}不是 Feature。`, en: `${number.en} is no Feature.` }
  const properties = isObject(feature.properties) ? feature.properties : {}
  const names = textsOf(properties, NAMES)
  const keys = [...textsOf(properties, CODES), ...textsOf(feature, ['id']), ...names]
  const [name] = names
  const label = name === undefined ? number : { zh: `“${name}”`, en: `“${name}”` }
  const shape = shapeOf(feature.geometry, label)
  return 'zh' in shape ? shape : { label, keys, shape }
}

/** A code or a name that a person can read. */
const isWord = (text: string): boolean => text !== '' && text.length <= LONGEST_WORD && !/\p{C}/u.test(text)

const textsOf = (from: Json, keys: readonly string[]): string[] =>
  keys.flatMap((key) => {
    const value = from[key]
    if (typeof value === 'number' && Number.isSafeInteger(value)) return [String(value)]
    return typeof value === 'string' && isWord(value.trim()) ? [value.trim()] : []
  })

function shapeOf(geometry: unknown, { zh, en }: Text): Shape | Problem {
  if (!isObject(geometry)) return { zh: `${zh}没有边界。`, en: `${en} has no geometry.` }
  const { type, coordinates } = geometry
  if (type !== 'Polygon' && type !== 'MultiPolygon')
    return {
      zh: `${zh}不是面：应为 Polygon 或 MultiPolygon，实为“${String(type)}”。`,
      en: `${en} is no polygon but ${String(type)}.`,
    }
  const polygons: unknown = type === 'Polygon' ? [coordinates] : coordinates
  if (!Array.isArray(polygons) || polygons.length === 0)
    return { zh: `${zh}没有边界。`, en: `${en} has no geometry.` }
  const shape: Polygon[] = []
  for (const polygon of polygons as unknown[]) {
    if (!Array.isArray(polygon) || polygon.length === 0)
      return { zh: `${zh}没有边界。`, en: `${en} has no geometry.` }
    const rings: Ring[] = []
    for (const ring of polygon as unknown[]) {
      const read = ringOf(ring)
      if ('zh' in read) return { zh: `${zh}${read.zh}`, en: `${en} ${read.en}` }
      rings.push(read)
    }
    shape.push(rings)
  }
  return shape
}

/** A ring without repeated positions; the rest of a sentence about what it is instead. */
function ringOf(ring: unknown): Ring | Problem {
  if (!Array.isArray(ring)) return { zh: '的边界无法读取。', en: 'has an unreadable ring.' }
  const positions: Position[] = []
  for (const each of ring as unknown[]) {
    const [x, y] = Array.isArray(each) ? (each as unknown[]) : []
    if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y))
      return { zh: '的边界中有不是数字的坐标。', en: 'has a position that is no pair of numbers.' }
    if (Math.abs(x) > 180 || Math.abs(y) > 90) return notDegrees(x, y)
    const last = positions.at(-1)
    if (last?.[0] !== x || last[1] !== y) positions.push([x, y])
  }
  const [first, last] = [positions[0], positions.at(-1)]
  if (!first || !last || first[0] !== last[0] || first[1] !== last[1])
    return { zh: '的边界没有闭合：首尾两点应相同。', en: 'has a ring that is not closed.' }
  if (positions.length < 4)
    return { zh: '的边界少于三个不同的点。', en: 'has a ring of fewer than three positions.' }
  return positions
}

function notDegrees(x: number, y: number): Problem {
  const place = `(${x}, ${y})`
  const swapped = Math.abs(x) <= 90 && Math.abs(y) <= 180
  return swapped
    ? {
        zh: `的坐标${place}纬度超过90度，经度与纬度可能写反了，应先经度后纬度。`,
        en: `has ${place}: longitude and latitude seem to be swapped.`,
      }
    : {
        zh: `的坐标${place}不是经纬度，可能是投影坐标，请先转换。`,
        en: `has ${place}, which is no longitude and latitude; convert projected coordinates first.`,
      }
}
