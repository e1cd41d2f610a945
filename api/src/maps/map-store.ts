import { createHash } from 'node:crypto'
import type { CheckedMap } from '@fengsui/domain/boundaries/check'
import type { CoordinateSystem } from '@fengsui/domain/boundaries/coordinate-system'
import { MAP_LEVELS, type MapLevel } from '@fengsui/prisma/office/office'
import type { PrismaClient } from '@fengsui/prisma/metadata'
import type { PersonaId } from '../access/personas.js'
import type { Declaration } from './request.js'

/** A map that is in place. */
export interface PlacedMap {
  readonly level: MapLevel
  /** SHA-256 of its TopoJSON, by which it is loaded. */
  readonly hash: string
  readonly areas: number
  readonly coordinates: CoordinateSystem
  readonly reviewNumber: string
  readonly origin: string
  readonly fileName: string
  readonly putAt: Date
}

/** A file that was checked, with what is known of it. */
export interface NewMap extends Declaration {
  readonly map: CheckedMap
  readonly fileSha256: string
  readonly persona: PersonaId
}

const COLUMNS = {
  level: true,
  hash: true,
  areas: true,
  coordinates: true,
  reviewNumber: true,
  origin: true,
  fileName: true,
  putAt: true,
  takenOffAt: true,
} as const

export const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Maps in PostgreSQL. None is ever deleted: one that was replaced or taken off is there for whoever asks what was shown. */
export class MapStore {
  constructor(private readonly metadata: PrismaClient) {}

  /** The maps in place, those of the level above first. */
  async current(): Promise<readonly PlacedMap[]> {
    const newest = await Promise.all(
      MAP_LEVELS.map((level) =>
        this.metadata.boundaryMap.findFirst({ where: { level }, orderBy: { id: 'desc' }, select: COLUMNS }),
      ),
    )
    return newest.flatMap((row) => {
      if (!row || row.takenOffAt) return []
      const { level, hash, areas, coordinates, reviewNumber, origin, fileName, putAt } = row
      const as = { level: level as MapLevel, coordinates: coordinates as CoordinateSystem }
      return { ...as, hash, areas, reviewNumber, origin, fileName, putAt }
    })
  }

  /** TopoJSON by its hash, in place or not; null where there never was such a map. */
  async topology(hash: string): Promise<string | null> {
    const found = await this.metadata.boundaryMap.findFirst({ where: { hash }, select: { topology: true } })
    return found?.topology ?? null
  }

  /** Puts a map in place of the one that its level had. */
  async put({
    map,
    level,
    coordinates,
    reviewNumber,
    origin,
    fileName,
    fileSha256,
    persona,
  }: NewMap): Promise<PlacedMap> {
    const hash = sha256(map.json)
    const { areas, json: topology } = map
    const { putAt } = await this.metadata.boundaryMap.create({
      data: {
        level,
        topology,
        hash,
        areas,
        coordinates,
        reviewNumber,
        origin,
        fileName,
        fileSha256,
        persona,
      },
      select: { putAt: true },
    })
    return { level, hash, areas, coordinates, reviewNumber, origin, fileName, putAt }
  }

  /** Takes the map of a level off. @returns false where it has none. */
  async takeOff(level: MapLevel, persona: PersonaId): Promise<boolean> {
    const newest = await this.metadata.boundaryMap.findFirst({
      where: { level },
      orderBy: { id: 'desc' },
      select: { id: true },
    })
    if (!newest) return false
    const { count } = await this.metadata.boundaryMap.updateMany({
      where: { id: newest.id, takenOffAt: null },
      data: { takenOffAt: new Date(), takenOffBy: persona },
    })
    return count === 1
  }

  /** Was this file put in place for the level before, whatever became of it since? */
  async knows(level: MapLevel, fileSha256: string): Promise<boolean> {
    return (
      (await this.metadata.boundaryMap.findFirst({ where: { level, fileSha256 }, select: { id: true } })) !==
      null
    )
  }
}
