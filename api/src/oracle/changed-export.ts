import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { LoadedFile } from './asked-server.js'

/** Where the ministry's export holds what changes here; the cells are digits, whatever the file's encoding. */
const CELLS = { channel: 3, state: 17, result: 18, accepted: 20, closed: 30, updated: 39 } as const

/** Writes an export of the ministry's system once more, some days later: open cases closed, every third one corrected. */
export async function changedExport({ path: file, ...about }: LoadedFile): Promise<LoadedFile> {
  const [heads, ...lines] = (await readFile(file, 'latin1')).split('\r\n')
  const changed = lines.map((line, i) => {
    const cells = line.split(',')
    const isOpen = cells[CELLS.accepted] !== '' && cells[CELLS.closed] === ''
    if (cells.length < CELLS.updated || (!isOpen && i % 3 > 0)) return line
    if (isOpen) cells.splice(CELLS.closed, 1, '2026/10/30')
    if (isOpen) cells.splice(CELLS.state, 1, '50')
    if (cells[CELLS.result] !== '') cells.splice(CELLS.result, 1, '1')
    cells.splice(CELLS.channel, 1, '4')
    cells.splice(CELLS.updated, 1, '2026/11/2')
    return cells.join(',')
  })
  const to = path.join(path.dirname(file), '部系统_更正.csv')
  await writeFile(to, [heads, ...changed].join('\r\n'), 'latin1')
  return { path: to, ...about }
}
