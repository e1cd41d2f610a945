import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { MAP_LEVELS, type MapFile, type MapLevel } from './office.js'
import type { Problems } from './problems.js'
import type { YamlObject } from './yaml-object.js'

const resolvePackage = createRequire(import.meta.url).resolve

/** The descriptions in the folder `maps`, each named after the level that it shows: `maps/region1.yaml`. */
export async function mapDescriptions(problems: Problems, dir: string): Promise<readonly MapLevel[]> {
  const entries = await readdir(path.join(dir, 'maps')).catch(() => [])
  return entries
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => {
      const level = MAP_LEVELS.find((each) => `${each}.yaml` === file)
      if (level) return level
      problems.add(
        `maps/${file}`,
        1,
        1,
        `文件名应为 ${MAP_LEVELS.map((each) => `${each}.yaml`).join('、')} 之一`,
      )
      return []
    })
}

/**
 * Reads what is said about one map. The map itself stands beside the description (`file`), or comes with an npm package
 * (`package: name/path`); it is checked where it is put in place.
 */
export function readMapFile(level: MapLevel, dir: string, yaml: YamlObject): MapFile | null {
  yaml.allow(['file', 'package', 'coordinates', 'reviewNumber', 'origin'])
  const place = placeOf(yaml, dir)
  const coordinates = yaml.required('coordinates')
  const origin = yaml.required('origin')
  if (place === null) return null
  return { level, path: place, coordinates, reviewNumber: yaml.text('reviewNumber') ?? '', origin }
}

function placeOf(yaml: YamlObject, dir: string): string | null {
  const [file, inPackage] = [yaml.text('file'), yaml.text('package')]
  if ((file === null) === (inPackage === null)) {
    yaml.complain('file', '“file”与“package”应填写其中一个')
    return null
  }
  if (file !== null) {
    const place = path.join(dir, 'maps', path.basename(file))
    if (existsSync(place)) return place
    yaml.complain('file', `maps 文件夹中没有“${file}”`)
    return null
  }
  try {
    return resolvePackage(inPackage ?? '')
  } catch {
    yaml.complain('package', `找不到安装包中的文件“${inPackage}”`)
    return null
  }
}
