import { feature, quantize } from 'topojson-client'
import { topology } from 'topojson-server'
import { presimplify, simplify } from 'topojson-simplify'
import type {
  Feature as GeoFeature,
  FeatureCollection,
  MultiPolygon,
  Polygon as GeoPolygon,
  Position as GeoPosition,
} from 'geojson'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { type Area, signedArea, type Ring } from './shape.js'

/** Steps across the map's width and height to which positions are rounded: 1 px on the largest screen is 25 of them. */
const QUANTA = 1e5
/** Halvings of the search for what may be left out. */
const ROUNDS = 14

/** The name under which the areas stand in the topology. */
export const AREAS = 'areas'

type AreaProperties = { readonly name: string }
export type AreaTopology = Topology<{ areas: GeometryCollection<AreaProperties> }>

/** A map as it is stored and sent: TopoJSON whose geometries have the region's code as id. */
export interface Simplified {
  readonly json: string
  readonly bytes: number
  /** Positions of the boundaries before and after; a border that two areas share counts once. */
  readonly before: number
  readonly after: number
}

/**
 * Leaves out positions until the map is within `budget` bytes, those first that change the picture least (Visvalingam).
 * A border is simplified once for both of its areas, so that neither gaps nor overlaps arise. Null where that many bytes
 * do not do without losing an area.
 */
export function simplifyAreas(areas: readonly Area[], budget: number): Simplified | null {
  const full = topology({ [AREAS]: collection(areas) }) as unknown as AreaTopology
  const weighed = presimplify(full)
  const before = positionsIn(full)
  const whole = written(weighed, 0)
  if (whole.bytes <= budget) return keepsAll(whole.topology) ? { ...sent(whole), before } : null
  const weights = weightsOf(weighed)
  let [low, high] = [0, weights.length - 1]
  let best: Written | null = null
  for (let round = 0; round < ROUNDS && low <= high; round += 1) {
    const middle = (low + high) >> 1
    const tried = written(weighed, weights[middle] ?? 0)
    if (tried.bytes <= budget) {
      best = tried
      high = middle - 1
    } else low = middle + 1
  }
  return best && keepsAll(best.topology) ? { ...sent(best), before } : null
}

interface Written {
  readonly topology: AreaTopology
  readonly json: string
  readonly bytes: number
}

function written(weighed: AreaTopology, least: number): Written {
  const simple = quantize<AreaTopology['objects']>(simplify(weighed, least), QUANTA)
  const json = JSON.stringify(simple)
  return { topology: simple, json, bytes: new TextEncoder().encode(json).length }
}

const sent = ({ topology: simple, json, bytes }: Written) => ({ json, bytes, after: positionsIn(simple) })

const positionsIn = ({ arcs }: Topology): number => arcs.reduce((sum, arc) => sum + arc.length, 0)

/** The weights of all positions that may go, in order. */
function weightsOf({ arcs }: AreaTopology): readonly number[] {
  const weights = arcs.flatMap((arc) => arc.map(([, , weight]) => weight ?? 0))
  return weights.filter(Number.isFinite).sort((a, b) => a - b)
}

/** Has every area still a ring that encloses something? */
function keepsAll(simple: AreaTopology): boolean {
  return feature(simple, simple.objects.areas).features.every(({ geometry }) => {
    const polygons = (geometry as MultiPolygon).coordinates
    return polygons.some(([shell]) => shell !== undefined && signedArea(shell as unknown as Ring) !== 0)
  })
}

function collection(areas: readonly Area[]): FeatureCollection<MultiPolygon, AreaProperties> {
  const features = areas.map(({ code, name, shape }): GeoFeature<MultiPolygon, AreaProperties> => {
    const coordinates = shape.map((polygon): GeoPolygon['coordinates'] =>
      polygon.map((ring) => ring.map(([x, y]): GeoPosition => [x, y])),
    )
    return {
      type: 'Feature',
      id: code,
      properties: { name },
      geometry: { type: 'MultiPolygon', coordinates },
    }
  })
  return { type: 'FeatureCollection', features }
}
