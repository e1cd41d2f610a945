import type { Office } from '@fengsui/prisma/office/office'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { generateCases, type Generation } from './cases.js'
import { CsvFile } from './csv-file.js'
import { addYears, dayOf, isoOf } from './days.js'
import type { DemoCase } from './demo-case.js'
import type { DefectKind } from './dirt.js'
import { Random } from './random.js'
import { SoiledSource } from './soil.js'
import { SourceSheet, type Cell } from './source-sheet.js'
import { writeWorkbook, type GroupHead } from './workbook.js'

/** `demo` is the synthetic district; the others are for benchmarks: as many rows, as CSV of the municipal system. */
export type DemoSize = 'demo' | '10k' | '1m' | '10m'

/** One file as it was written, with what is wrong in it. */
export interface DemoFile {
  readonly path: string
  /** The id of its source. */
  readonly source: string
  /** The day up to which it is complete. */
  readonly asOf: string
  /** Rows below the heads. */
  readonly rows: number
  /** Rows by kind of defect. */
  readonly defects: Readonly<Partial<Record<DefectKind, number>>>
  /**
   * What the ETL must make of the rows by the contract alone when the files are loaded in the order given; rules of
   * dates and money may quarantine more.
   */
  readonly expected: { readonly quarantined: number; readonly duplicates: number }
}

export interface DemoOptions {
  /** Made when it does not exist; files of the same name are overwritten. */
  readonly dir: string
  readonly size: DemoSize
  readonly seed?: number
  /** ISO day, by default 2026-10-31. */
  readonly asOf?: string
  readonly office: Office
}

const SEED = 20261031
const AS_OF = '2026-10-31'
/** Reports without the stories, which add some 130. */
const TOTALS: Readonly<Record<DemoSize, number>> = {
  demo: 1880,
  '10k': 10_000,
  '1m': 1_000_000,
  '10m': 10_000_000,
}
const DIRT_EVERY = { demo: 9, sized: 250 }

/**
 * Writes the exports of the synthetic district's source systems into `dir`: five years up to `asOf`. The same options
 * give the same rows, byte for byte in CSV files. Sized runs are written row by row in bounded memory.
 *
 * @throws Error when the office is not one that the demo knows (a code of Wulong is missing).
 */
export async function writeDemo(options: DemoOptions): Promise<DemoFile[]> {
  const { dir, size, seed = SEED, asOf = AS_OF, office } = options
  await mkdir(dir, { recursive: true })
  const of = { office, seed, asOf: dayOf(asOf), total: TOTALS[size] }
  return size === 'demo' ? writeDistrict(dir, of) : [await writeSized(dir, size, of)]
}

async function writeSized(dir: string, size: DemoSize, of: Omit<Generation, 'sources'>): Promise<DemoFile> {
  const source = soiled(of, 'cq', DIRT_EVERY.sized, false)
  const file = new CsvFile(path.join(dir, `市系统_${size}.csv`), 'utf-8')
  file.add(source.sheet.heads)
  for (const each of generateCases({ ...of, sources: 'cq' })) {
    for (const row of source.write(each).rows) if (file.add(row)) await file.flush()
  }
  await file.close()
  return described(file.path, source, of)
}

async function writeDistrict(dir: string, of: Omit<Generation, 'sources'>): Promise<DemoFile[]> {
  const sources = {
    cq: soiled(of, 'cq', DIRT_EVERY.demo, true),
    mem: soiled(of, 'mem', DIRT_EVERY.demo, true),
    ledger: soiled(of, 'ledger', DIRT_EVERY.demo, true),
  }
  const rows: Record<DemoCase['source'], Cell[][]> = { cq: [], mem: [], ledger: [] }
  for (const each of generateCases({ ...of, sources: 'all' })) {
    const written = sources[each.source].write(each)
    rows[each.source].push(...written.rows)
    for (const copy of written.copies) rows[copy.to].push(sources[copy.to].writeCopy(copy.of))
  }
  const span = `${isoOf(addYears(of.asOf, -5) + 1)}_${isoOf(of.asOf)}`
  const file = (name: string) => path.join(dir, `${name}_${span}`)
  const paths = {
    cq: file('市系统') + '.xlsx',
    mem: file('部系统') + '.csv',
    ledger: file('乡镇台账') + '.xlsx',
  }
  const { cq, ledger } = sources
  await writeWorkbook(paths.cq, {
    title: '重庆市安全生产举报系统 举报事项导出表（演示数据）',
    groups: groupsOf(cq.sheet),
    heads: cq.sheet.heads,
    rows: rows.cq,
  })
  await writeWorkbook(paths.ledger, {
    title: '乡镇（街道）安全生产举报台账（演示数据）',
    groups: [],
    heads: ledger.sheet.heads,
    rows: rows.ledger,
  })
  const mem = new CsvFile(paths.mem, 'gb18030')
  for (const row of [sources.mem.sheet.heads, ...rows.mem]) if (mem.add(row)) await mem.flush()
  await mem.close()
  return (['cq', 'mem', 'ledger'] as const).map((id) => described(paths[id], sources[id], of))
}

function soiled(
  of: Omit<Generation, 'sources'>,
  id: DemoCase['source'],
  every: number,
  copies: boolean,
): SoiledSource {
  const config = of.office.sources.find((source) => source.id === id)
  if (config === undefined) throw new Error(`the demo needs the source ${id}`)
  const seed = of.seed + ['cq', 'mem', 'ledger'].indexOf(id) + 100
  return new SoiledSource(new SourceSheet(config, id), id, new Random(seed), every, copies)
}

function described(file: string, source: SoiledSource, of: { readonly asOf: number }): DemoFile {
  return { path: file, source: source.sheet.config.id, asOf: isoOf(of.asOf), ...source.manifest }
}

/** The municipal system's heads stand in groups, by the head with which each begins; the numbers before have none. */
function groupsOf(sheet: SourceSheet): GroupHead[] {
  const starts = [
    ['举报信息', '接报时间'],
    ['被举报单位', '被举报单位'],
    ['举报人信息', '举报人姓名'],
    ['办理情况', '办理状态'],
    ['奖励情况', '奖励决定日期'],
    ['系统信息', '更新时间'],
  ] as const
  const at = starts.map(([, head]) => sheet.heads.indexOf(head))
  return starts.map(([text], i) => ({
    text,
    start: at[i] ?? 0,
    width: (at[i + 1] ?? sheet.heads.length) - (at[i] ?? 0),
  }))
}
