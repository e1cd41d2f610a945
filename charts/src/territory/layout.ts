import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { type Box, type Outline, type Place, around, boxOf, centreOf } from './plane.js'

/** Boundaries as the API sends them: TopoJSON whose geometries have codes as ids. */
export type Boundaries = Topology<{ areas: GeometryCollection<{ readonly name: string }> }>

/**
 * How areas are laid out: by their boundaries, by their seats, on the office's own grid, or one after another as the list
 * has them. All but the first are 示意图 in any case.
 */
export const LAYOUTS = ['polygons', 'points', 'tiles', 'list'] as const
export type LayoutKind = (typeof LAYOUTS)[number]

export interface Layout {
  readonly kind: LayoutKind
  readonly outlines: readonly Outline[]
  readonly box: Box
}

/** A region of the office's list, with what is known of where it is. */
export interface Placed {
  readonly code: string
  readonly name: string
  readonly tile: Readonly<{ x: number; y: number }> | null
  readonly seat: Readonly<{ lon: number; lat: number }> | null
}

/**
 * The layouts that can be drawn of these regions, the best first. For points or tiles most of the regions must have a
 * place, since a map with many holes misleads; the list is what is left where nothing else is known.
 */
export function layoutsOf(regions: readonly Placed[], hasBoundaries: boolean): readonly LayoutKind[] {
  const most = (has: (region: Placed) => boolean) => regions.filter(has).length * 2 > regions.length
  const known: readonly (readonly [LayoutKind, boolean])[] = [
    ['polygons', hasBoundaries],
    ['tiles', most(({ tile }) => tile !== null)],
    ['points', most(({ seat }) => seat !== null)],
  ]
  const possible = known.flatMap(([kind, is]) => (is ? kind : []))
  return possible.length > 0 ? possible : ['list']
}

/** The outlines of regions in one of the layouts that `layoutsOf` named. */
export function layoutOf(
  kind: LayoutKind,
  regions: readonly Placed[],
  boundaries: Boundaries | null,
): Layout | null {
  const outlines = outlinesOf(kind, regions, boundaries)
  if (outlines.length === 0) return null
  return { kind, outlines, box: around(outlines.map(({ box }) => box)) }
}

function outlinesOf(
  kind: LayoutKind,
  regions: readonly Placed[],
  boundaries: Boundaries | null,
): readonly Outline[] {
  switch (kind) {
    case 'polygons':
      return boundaries ? polygonsOf(boundaries, regions) : []
    case 'points':
      return regions.flatMap(seat)
    case 'tiles':
      return regions.flatMap(tile)
    case 'list': {
      const columns = Math.ceil(Math.sqrt(regions.length * LIST_SHAPE))
      return regions.flatMap((region, at) =>
        tile({ ...region, tile: { x: at % columns, y: Math.floor(at / columns) } }),
      )
    }
  }
}

/** All areas of a map, under their own names; `null` takes those that the file has. */
export function polygonsOf(boundaries: Boundaries, regions: readonly Placed[] | null): readonly Outline[] {
  const names = regions && new Map(regions.map(({ code, name }) => [code, name]))
  const { features } = feature(boundaries, boundaries.objects.areas)
  const latitude = middle(boundaries)
  const flat = Math.cos((latitude * Math.PI) / 180)
  const toPlane = ([lon = 0, lat = 0]: readonly number[]): Place => [lon * flat, -lat]
  return features.flatMap(({ id, properties, geometry }): Outline[] => {
    const code = String(id)
    const name = names ? names.get(code) : properties.name
    if (name === undefined || geometry.type !== 'MultiPolygon') return []
    const polygons = geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(toPlane)))
    const largest = polygons.reduce<readonly Place[]>(
      (best, [shell = []]) => (sizeOf(shell) > sizeOf(best) ? shell : best),
      [],
    )
    return [{ code, name, polygons, centre: centreOf(largest), box: boxOf(polygons.flat(2)) }]
  })
}

const middle = ({ bbox }: Boundaries): number => (bbox ? ((bbox[1] ?? 0) + (bbox[3] ?? bbox[1] ?? 0)) / 2 : 0)

function sizeOf(ring: readonly Place[]): number {
  if (ring.length === 0) return -1
  const [left, top, right, bottom] = boxOf(ring)
  return (right - left) * (bottom - top)
}

/** How much wider than high a list is drawn. */
const LIST_SHAPE = 1.6

/** Half the side of a tile; the rest of its place on the grid is the gap to the next. */
const HALF_TILE = 0.475

function tile({ code, name, tile: at }: Placed): Outline[] {
  if (!at) return []
  const [left, top, right, bottom] = [at.x - HALF_TILE, at.y - HALF_TILE, at.x + HALF_TILE, at.y + HALF_TILE]
  const ring: Place[] = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
    [left, top],
  ]
  return [{ code, name, polygons: [[ring]], centre: [at.x, at.y], box: [left, top, right, bottom] }]
}

/** Seats of one office are near to each other: a plane in degrees does, flattened as at its own latitude. */
function seat({ code, name, seat: at }: Placed): Outline[] {
  if (!at) return []
  const centre: Place = [at.lon * Math.cos((at.lat * Math.PI) / 180), -at.lat]
  return [{ code, name, polygons: [], centre, box: [...centre, ...centre] }]
}
