import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

const SIDE = 0.02
const WEST = 107
const SOUTH = 28.5
/** Corners along each side of an area, so that borders are no straight lines. */
const CORNERS = 5

interface Area {
  readonly code: string
  readonly name: string
  readonly column: number
  readonly row: number
}

interface Place {
  readonly lon: number
  readonly lat: number
}

/**
 * An office as another, but with so many regions in a grid, whose boundaries lie in its folder: those of the other
 * office first, then invented ones. Gone with `remove`.
 */
export async function officeOfAreas(from: string, count: number) {
  const dir = path.join(await mkdtemp(path.join(os.tmpdir(), 'fengsui-areas-')), 'areas')
  await cp(from, dir, { recursive: true })
  const [head = '', ...lines] = (await readFile(path.join(dir, 'regions.csv'), 'utf8')).trim().split('\n')
  const known = lines.map((line) => line.split(',')).filter(([, parent]) => parent === '')
  const across = Math.ceil(Math.sqrt(count * 1.2))
  const areas = Array.from({ length: count }, (_, at): Area => {
    const [code = String(500_200_000 + at), , name = `第${at + 1}区`] = known[at] ?? []
    return { code, name, column: at % across, row: Math.floor(at / across) }
  })
  const columns = head.split(',')
  const rowOf = ({ code, name, column, row }: Area): string => {
    const centre = cornerAt(column + 0.5, row + 0.5)
    const values: Readonly<Record<string, string | number>> = {
      ...{ code, name, name_en: name, kind: '乡镇', valid_from: '2000-01-01' },
      ...{ lon: centre.lon.toFixed(4), lat: centre.lat.toFixed(4), tile_x: column, tile_y: row },
    }
    return columns.map((name) => values[name] ?? '').join(',')
  }
  await writeFile(path.join(dir, 'regions.csv'), `${[head, ...areas.map(rowOf)].join('\n')}\n`)
  await rm(path.join(dir, 'maps'), { recursive: true, force: true })
  await mkdir(path.join(dir, 'maps'))
  const boundaries = boundariesOf(areas)
  await writeFile(path.join(dir, 'maps/areas.json'), JSON.stringify(boundaries))
  await writeFile(
    path.join(dir, 'maps/region1.yaml'),
    'file: areas.json\ncoordinates: CGCS2000\norigin: invented\n',
  )
  return { dir, boundaries, remove: () => rm(path.dirname(dir), { recursive: true, force: true }) }
}

/** So far is a corner moved at most, each way, in sides of an area: less than lies between two, so that no border crosses itself. */
const SHIFT = 0.08

/** A corner of the grid, moved a little, the same for all areas that share it. */
function cornerAt(column: number, row: number): Place {
  const [across, down] = [Math.round(column * 10), Math.round(row * 10)]
  const shift = (a: number, b: number) => ((Math.sin(a * 12.9898 + b * 78.233) * 43_758.5453) % 1) * SHIFT
  return {
    lon: WEST + SIDE * (column + shift(across, down)),
    lat: SOUTH + SIDE * (row + shift(down + 7, across)),
  }
}

function boundariesOf(areas: readonly Area[]) {
  const steps = Array.from({ length: CORNERS }, (_, at) => at / CORNERS)
  return {
    type: 'FeatureCollection' as const,
    features: areas.map(({ code, name, column, row }) => {
      const ring = [
        ...steps.map((step) => cornerAt(column + step, row)),
        ...steps.map((step) => cornerAt(column + 1, row + step)),
        ...steps.map((step) => cornerAt(column + 1 - step, row + 1)),
        ...steps.map((step) => cornerAt(column, row + 1 - step)),
      ].map(({ lon, lat }) => [Number(lon.toFixed(5)), Number(lat.toFixed(5))])
      return {
        type: 'Feature' as const,
        properties: { code, name },
        geometry: { type: 'Polygon' as const, coordinates: [[...ring, ring[0] ?? []]] },
      }
    }),
  }
}
