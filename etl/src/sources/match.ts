import type { Office, SourceConfig } from '@fengsui/prisma/office/office'
import { basename } from 'node:path'
import { shownName } from './file-name.js'
import { LoadRefused } from './load-refused.js'

/** Whether a file's name fits a glob of `*` and `?`, upper and lower case alike. */
export function fitsGlob(name: string, glob: string): boolean {
  const pattern = glob
    .normalize('NFC')
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.')
  return new RegExp(`^${pattern}$`, 'iu').test(name.normalize('NFC'))
}

/**
 * The source to which a file belongs: the one named, else the only one whose globs fit its name.
 *
 * @throws LoadRefused when there is none, or more than one.
 */
export function sourceOf(office: Office, path: string, wanted?: string): SourceConfig {
  const all = office.sources.map((source) => `${source.id}（${source.files.join('、')}）`).join('；')
  if (wanted !== undefined) {
    const source = office.sources.find((each) => each.id === wanted)
    if (source) return source
    throw new LoadRefused(`单位「${office.name}」没有来源「${wanted}」，可用的来源：${all}。`)
  }
  const name = basename(path)
  const fitting = office.sources.filter((source) => source.files.some((glob) => fitsGlob(name, glob)))
  const [first, second] = fitting
  if (first && !second) return first
  if (!first) {
    throw new LoadRefused(
      `文件「${shownName(path)}」不属于单位「${office.name}」的任何来源，请改名或用 --source 指明来源；可用的来源：${all}。`,
    )
  }
  const names = fitting.map((source) => source.id).join('、')
  throw new LoadRefused(
    `文件「${shownName(path)}」同时符合多个来源（${names}），请用 --source 指明其中一个。`,
  )
}
