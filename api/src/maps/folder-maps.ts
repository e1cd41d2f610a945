import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Office } from '@fengsui/prisma/office/office'
import type { MapsService } from './maps.service.js'
import { readDeclaration } from './request.js'

/** Under whom the maps of the office's folder are written down. */
const INSTALLATION = 'installation'

/**
 * Puts the maps of the office's folder in place, checked as those that are uploaded. A file that was put in place before
 * is left alone, so that what was replaced or removed in the product since then stays so.
 *
 * @param log is told of each map, and why one cannot be used; the product runs without it.
 */
export async function putFolderMaps(
  { maps }: Pick<Office, 'maps'>,
  service: MapsService,
  log: (line: string) => void,
): Promise<void> {
  for (const { level, path: file, coordinates, reviewNumber, origin } of maps) {
    const bytes = await readFile(file)
    if (await service.knows(level, bytes)) continue
    const fileName = path.basename(file)
    const declaration = readDeclaration({ level, coordinates, reviewNumber, origin, fileName })
    const outcome = 'level' in declaration ? await service.put(bytes, declaration, INSTALLATION) : declaration
    if ('level' in outcome) log(`map maps/${level}.yaml put in place: ${outcome.areas} areas`)
    else for (const { zh } of outcome) log(`map maps/${level}.yaml cannot be used: ${zh}`)
  }
}
