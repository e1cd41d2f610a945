import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Outcome, checkMap } from '@fengsui/domain/boundaries/check'
import type { Text } from '@fengsui/domain/metrics/model'
import type { MapLevel } from '@fengsui/prisma/office/office'
import type { Audit } from '../access/audit.js'
import type { PersonaId } from '../access/personas.js'
import { type Rejection, reject } from '../query/rejection.js'
import type { Levels } from './levels.js'
import { type MapStore, type PlacedMap, sha256 } from './map-store.js'
import type { Declaration } from './request.js'

/** A map that was put in place, with what was done to it. */
export interface Put extends PlacedMap {
  readonly turned: number
  /** Positions of the boundaries in the file and in what is drawn. */
  readonly before: number
  readonly after: number
}

/** Others get their turn this often while a map is checked. */
const TURN_MS = 20
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The maps of the office: which there are, and what becomes of one that is handed in. */
export class MapsService {
  private last: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly store: MapStore,
    private readonly levels: Levels,
    private readonly audit: Audit,
  ) {}

  list(): Promise<readonly PlacedMap[]> {
    return this.store.current()
  }

  topology(hash: string): Promise<string | null> {
    return this.store.topology(hash)
  }

  /**
   * Checks a file and puts it in place of the level's map, or says everything that is wrong with it. One file is checked
   * at a time; who did it is written down first.
   */
  put(bytes: Uint8Array, declaration: Declaration, persona: PersonaId): Promise<Put | readonly Text[]> {
    const outcome = this.last.then(() => this.putNow(bytes, declaration, persona))
    this.last = outcome.catch(() => undefined)
    return outcome
  }

  /** Takes the map of a level off; its areas are drawn as points or tiles again. */
  async takeOff(level: MapLevel, persona: PersonaId): Promise<{ level: MapLevel } | Rejection> {
    const maps = await this.store.current()
    const map = maps.find((each) => each.level === level)
    if (!map) return noMap()
    await this.audit.write(persona, 'maps.takeOff', { level, hash: map.hash })
    return (await this.store.takeOff(level, persona)) ? { level } : noMap()
  }

  /** Was this file put in place for the level before? */
  knows(level: MapLevel, bytes: Uint8Array): Promise<boolean> {
    return this.store.knows(level, sha256(bytes))
  }

  private async putNow(
    bytes: Uint8Array,
    declaration: Declaration,
    persona: PersonaId,
  ): Promise<Put | readonly Text[]> {
    const json = parsed(bytes)
    if (json === undefined) return [UNREADABLE]
    const outcome = await inTurns(checkMap(json, this.levels.of(declaration.level, json)))
    if ('problems' in outcome) return outcome.problems
    const { map } = outcome
    const fileSha256 = sha256(bytes)
    const { turned, before, after } = map
    await this.audit.write(persona, 'maps.put', { ...declaration, fileSha256, areas: map.areas })
    const placed = await this.store.put({ ...declaration, map, fileSha256, persona })
    return { ...placed, turned, before, after }
  }
}

const UNREADABLE: Text = {
  zh: '文件不是 UTF-8 编码的 GeoJSON，无法读取。',
  en: 'The file is no GeoJSON in UTF-8 and cannot be read.',
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes)) as unknown
  } catch {
    return undefined
  }
}

/** Runs a check to its end without keeping everybody else waiting. */
async function inTurns(check: Generator<undefined, Outcome>): Promise<Outcome> {
  let began = performance.now()
  for (;;) {
    const step = check.next()
    if (step.done) return step.value
    if (performance.now() - began < TURN_MS) continue
    await nextTurn()
    began = performance.now()
  }
}

const noMap = (): Rejection =>
  reject(
    'unknownMap',
    'level',
    '这一级没有地图，可能已被移除。',
    'This level has no map; it may have been removed.',
  )
