import type { Level, Region } from './regions.js'

/** A GeoJSON feature of one polygon, for tests. */
export const area = (
  code: string,
  ...rings: readonly (readonly (readonly [number, number])[])[]
): object => ({
  type: 'Feature',
  properties: { code, name: `${code}镇` },
  geometry: { type: 'Polygon', coordinates: rings },
})

export const file = (...features: readonly object[]): object => ({ type: 'FeatureCollection', features })

/** A square of one degree with its lower left corner at (x, y), counterclockwise. */
export const square = (x: number, y: number, size = 1): readonly (readonly [number, number])[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]

/** A level with these regions, found by code and by name. */
export function levelOf(...regions: readonly (Partial<Region> & { readonly code: string })[]): Level {
  const all = regions.map(({ code, name = `${code}镇`, parent = '', seat = null }) => ({
    code,
    name,
    parent,
    seat,
  }))
  const find = (key: string) => all.find(({ code, name }) => key === code || key === name)
  return { label: { zh: '乡镇', en: 'towns' }, regions: all, find }
}
