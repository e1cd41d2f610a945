import { readFile, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { readAnnotations } from './annotations.js'
import { readAssessment } from './assessment.js'
import { readCalendar } from './calendar.js'
import { LIST_FILES, readCodeList } from './code-list.js'
import { type FlagRules, readFlagRules } from './flags.js'
import { indexCodes, type CodeIndex } from './lookup.js'
import { mapDescriptions, readMapFile } from './map-files.js'
import type { CodeList, ListName, MapFile, Office, SourceConfig } from './office.js'
import { OfficeError, Problems } from './problems.js'
import { readRewards } from './rewards.js'
import { readRules } from './rules.js'
import { readSettings } from './settings.js'
import { readSource } from './source.js'
import { readYaml, type YamlObject } from './yaml-object.js'

/** The offices that come with the package; the same place from src/office and from dist/office. */
export const OFFICES_DIR = fileURLToPath(new URL('../../offices', import.meta.url))

/**
 * Reads and checks an office: the name of a folder in `offices/`, or the path of one elsewhere.
 * Throws one OfficeError with all problems of the folder, each with file, line and column.
 */
export async function loadOffice(nameOrPath: string): Promise<Office> {
  const dir = await findOffice(nameOrPath)
  const problems = new Problems()
  const office = await readOffice(problems, dir)
  if (office === null || problems.count > 0) throw new OfficeError(dir, problems.sorted())
  return office
}

async function findOffice(nameOrPath: string): Promise<string> {
  const isName = /^[\w-]+$/u.test(nameOrPath)
  const candidates = [...(isName ? [path.join(OFFICES_DIR, nameOrPath)] : []), path.resolve(nameOrPath)]
  for (const dir of candidates) {
    const found = await stat(dir).catch(() => null)
    if (found?.isDirectory() === true) return dir
  }
  const names = (await readdir(OFFICES_DIR)).sort().join('、')
  const message = `找不到单位“${nameOrPath}”；可用的单位：${names}，或写出文件夹的路径`
  throw new OfficeError(path.resolve(nameOrPath), [{ file: 'office.yaml', line: 1, column: 1, message }])
}

async function readOffice(problems: Problems, dir: string): Promise<Office | null> {
  const settings = await yamlFile(problems, dir, 'office.yaml', readSettings)
  const ruled = await yamlFile(problems, dir, 'rules.yaml', (yaml) => ({
    rules: readRules(yaml),
    assessment: readAssessment(yaml),
  }))
  const flags = await readFlags(problems, dir)
  const rewards = await yamlFile(problems, dir, 'rewards.yaml', readRewards, 'optional')
  const lists = await readLists(problems, dir)
  const knownUntil = settings?.calendarKnownUntil ?? null
  const calendar = await readCalendar(problems, dir, knownUntil)
  const annotations = await readAnnotations(problems, dir, lists)
  const sources = await readSources(problems, dir, lists)
  const maps = await readMaps(problems, dir)
  if (settings === null || ruled === null) return null
  const read = { lists, sources, flags, calendar, annotations, maps, rewards: rewards ?? [] }
  return { ...settings, ...ruled, id: path.basename(dir), dir, ...read }
}

async function readLists(problems: Problems, dir: string): Promise<Record<ListName, CodeList>> {
  const department = await readCodeList(problems, dir, 'department', null)
  const codes = new Set(department.members.map((member) => member.code))
  const read = (name: ListName) => readCodeList(problems, dir, name, codes)
  return {
    region: await read('region'),
    industry: await read('industry'),
    issue: await read('issue'),
    channel: await read('channel'),
    department,
  }
}

async function readSources(
  problems: Problems,
  dir: string,
  lists: Record<ListName, CodeList>,
): Promise<readonly SourceConfig[]> {
  const names = Object.keys(LIST_FILES) as ListName[]
  const indexes = Object.fromEntries(names.map((name) => [name, indexCodes(lists[name])])) as Record<
    ListName,
    CodeIndex
  >
  const entries = await readdir(path.join(dir, 'sources')).catch(() => [])
  const files = entries.filter((file) => file.endsWith('.yaml')).sort()
  if (files.length === 0) problems.add('sources', 1, 1, '文件夹 sources 里没有任何数据来源（.yaml）')
  const sources: SourceConfig[] = []
  for (const file of files) {
    const id = path.basename(file, '.yaml')
    const source = await yamlFile(problems, dir, `sources/${file}`, (yaml) => readSource(id, yaml, indexes))
    if (source !== null) sources.push(source)
  }
  return sources
}

/** An office that sets nothing has no flags.yaml. */
async function readFlags(problems: Problems, dir: string): Promise<FlagRules> {
  const isThere = await stat(path.join(dir, 'flags.yaml')).catch(() => null)
  return isThere === null ? {} : ((await yamlFile(problems, dir, 'flags.yaml', readFlagRules)) ?? {})
}

async function readMaps(problems: Problems, dir: string): Promise<readonly MapFile[]> {
  const maps: MapFile[] = []
  for (const level of await mapDescriptions(problems, dir)) {
    const map = await yamlFile(problems, dir, `maps/${level}.yaml`, (yaml) => readMapFile(level, dir, yaml))
    if (map !== null) maps.push(map)
  }
  return maps
}

async function yamlFile<T>(
  problems: Problems,
  dir: string,
  file: string,
  read: (yaml: YamlObject) => T,
  isNeeded: 'needed' | 'optional' = 'needed',
): Promise<T | null> {
  const text = await readFile(path.join(dir, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    if (isNeeded === 'needed') problems.add(file, 1, 1, `缺少文件 ${file}`)
    return null
  })
  const yaml = text === null ? null : readYaml(problems, file, text)
  return yaml === null ? null : read(yaml)
}
