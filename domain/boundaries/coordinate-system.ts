import type { Text } from '../metrics/model.js'

/**
 * Coordinate systems in which a map may be handed in, each with whether points of the office's own lists (WGS-84) may be
 * drawn over it. WGS-84 and CGCS2000 differ by centimetres. GCJ-02 is shifted by some hundred metres, unevenly: areas
 * drawn by themselves lose nothing by it, and most maps that an office is given are of this kind, so it is taken and
 * marked; points are not drawn over it. BD-09 and projected coordinates are no choice here and are refused.
 */
export const COORDINATE_SYSTEMS = {
  'WGS-84': { label: { zh: 'WGS-84', en: 'WGS-84' }, takesPoints: true },
  CGCS2000: { label: { zh: '2000国家大地坐标系', en: 'CGCS2000' }, takesPoints: true },
  'GCJ-02': { label: { zh: 'GCJ-02（加密偏移）', en: 'GCJ-02 (shifted)' }, takesPoints: false },
} as const satisfies Record<string, { readonly label: Text; readonly takesPoints: boolean }>

export type CoordinateSystem = keyof typeof COORDINATE_SYSTEMS

export const isCoordinateSystem = (text: string): text is CoordinateSystem =>
  Object.hasOwn(COORDINATE_SYSTEMS, text)

/** Names of longitude and latitude in degrees in the old `crs` member of GeoJSON: CRS84, EPSG 4326 and 4490 (CGCS2000). */
export const isDegrees = (name: string): boolean =>
  /(?:CRS:?84|EPSG:+(?:[\d.]*:)?(?:4326|4490))$/iu.test(name)
