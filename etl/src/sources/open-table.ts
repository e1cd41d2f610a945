import type { SourceConfig } from '@fengsui/prisma/office/office'
import { stat } from 'node:fs/promises'
import { openCsv } from './csv.js'
import { shownName } from './file-name.js'
import { LoadRefused } from './load-refused.js'
import { sniffFile } from './sniff.js'
import type { SourceTable } from './table.js'
import { openXlsx } from './xlsx.js'

/**
 * Opens a file of a source by what its bytes are, whatever its name says.
 *
 * @param onBytes sees every byte of the file as it is read, e.g. to hash it.
 * @throws LoadRefused with one Chinese sentence for everything that is no readable table.
 */
export async function openTable(
  path: string,
  source: SourceConfig,
  onBytes: (bytes: Buffer) => void = () => undefined,
): Promise<SourceTable> {
  const name = shownName(path)
  await mustBeFile(path, name)
  const { kind } = await sniffFile(path)
  switch (kind) {
    case 'text':
    case 'gzip':
      return openCsv(path, name, source.csv, kind === 'gzip', onBytes)
    case 'xlsx':
      return openXlsx(path, name, source.xlsx, onBytes)
    case 'empty':
      throw new LoadRefused(`文件「${name}」是空的（0 字节），请检查导出是否成功后重新提供。`)
    case 'encrypted':
      throw new LoadRefused(
        `工作簿「${name}」设了打开密码（或是旧版 .xls），无法读取，请在 Excel 中取消密码并另存为 .xlsx 后重试。`,
      )
    case 'html':
      throw new LoadRefused(
        `文件「${name}」其实是网页（HTML），不是 CSV；可能是登录过期后导出的页面，请重新登录来源系统导出。`,
      )
    case 'zip':
      throw new LoadRefused(`文件「${name}」是 ZIP 压缩包，不是 CSV 或 XLSX，请解压后装载其中的文件。`)
    case 'binary':
      throw new LoadRefused(
        `文件「${name}」的内容是二进制数据，不是 CSV 或 XLSX，请确认导出的格式后重新提供。`,
      )
  }
}

async function mustBeFile(path: string, name: string): Promise<void> {
  try {
    if ((await stat(path)).isFile()) return
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'ENOENT' ? '不存在' : '无法读取（没有权限）'
    throw new LoadRefused(`文件「${name}」${why}，请检查路径。`)
  }
  throw new LoadRefused(`「${name}」不是文件，请给出要装载的文件。`)
}
