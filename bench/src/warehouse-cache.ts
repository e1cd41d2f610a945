import { rebuildCases } from '@fengsui/etl/load/current-cases'
import { type Stores, openStores } from '@fengsui/etl/stores/open'
import { LOAD } from '@fengsui/etl/warehouse/limits'
import type { Office } from '@fengsui/prisma/office/office'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { AS_OF, fillCases } from './synthetic-cases.js'

export const SIZES = { '10k': 10_000, '1m': 1_000_000, '10m': 10_000_000 } as const
export type Size = keyof typeof SIZES

/** A filled warehouse that outlives the run. */
export interface CachedWarehouse {
  readonly stores: Stores
  readonly rows: number
  /** Where the same rows may be kept for others; goes with the warehouse. */
  readonly dir: string
}

/**
 * Opens the synthetic warehouse of a size; the first time it is made, in a directory of the system's temporary files
 * whose name holds a digest of the statement that makes it.
 *
 * @throws Error for a size that is none.
 */
export async function openWarehouse(office: Office, size: string): Promise<CachedWarehouse> {
  const rows = isSize(size) ? SIZES[size] : undefined
  if (rows === undefined) throw new Error(`no such size: ${size}; there are ${Object.keys(SIZES).join(', ')}`)
  const statement = fillCases(office, rows)
  const digest = createHash('sha256').update(statement).digest('hex').slice(0, 8)
  const dir = path.join(os.tmpdir(), `fengsui-bench-${size}-${digest}`)
  const marker = path.join(dir, 'filled')
  const dataDir = path.join(dir, 'data')
  const isFilled = existsSync(marker)
  if (!isFilled) await rm(dir, { recursive: true, force: true })
  await mkdir(dir, { recursive: true })
  const stores = await openStores({ dataDir, office: office.id })
  if (!isFilled) {
    await fill(stores, office, statement, rows)
    await writeFile(marker, '')
  }
  return { stores, rows, dir }
}

const isSize = (text: string): text is Size => Object.hasOwn(SIZES, text)

async function fill(stores: Stores, office: Office, statement: string, rows: number): Promise<void> {
  const warehouse = stores.warehouse(LOAD)
  await warehouse.client.command({ query: statement })
  await rebuildCases(warehouse)
  await warehouse.client.command({ query: 'OPTIMIZE TABLE cases FINAL' })
  await warehouse.close()
  // Not of the demonstration, in which people choose who they are.
  await stores.metadata.batch.create({
    data: {
      source: office.sources[0]?.id ?? '',
      fileName: 'synthetic',
      fileSha256: '',
      fileBytes: 0n,
      state: 'loaded',
      rowsIn: rows,
      loaded: rows,
      asOf: new Date(AS_OF),
    },
  })
}
