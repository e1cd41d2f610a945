import {
  type Metadata,
  type MetadataAddress,
  openMetadata,
  type PrismaClient,
} from '@fengsui/prisma/metadata'
import path from 'node:path'
import { type ClickHouseAddress, openClient } from '../warehouse/client.js'
import { LOAD } from '../warehouse/limits.js'
import { migrateWarehouse } from '../warehouse/migrate.js'
import type { Limits, Warehouse } from '../warehouse/warehouse.js'
import { claim } from './claim.js'
import { type EmbeddedStores, joinEmbedded } from './embedded.js'
import { directoryFault, unreachable } from './store-error.js'

export interface StoresConfig {
  /** Directory of the embedded stores; made if absent. */
  readonly dataDir: string
  /** A ClickHouse server instead of the embedded engine. */
  readonly clickhouseUrl?: string | undefined
  /** A PostgreSQL server instead of the embedded one. */
  readonly databaseUrl?: string | undefined
  /** Name or path of the office whose data this is; a directory that holds another's is refused. */
  readonly office?: string | undefined
  /** Name of the ClickHouse cluster on which tables are made. */
  readonly cluster?: string | undefined
}

/** Both stores, open and on the newest schema. */
export interface Stores {
  readonly metadata: PrismaClient
  /** Where ClickHouse is, for a thread that opens its own way to it. */
  readonly clickhouse: ClickHouseAddress
  /** A way to ClickHouse with the given rights and limits. */
  warehouse(limits: Limits): Warehouse
  close(): Promise<void>
}

/**
 * Opens ClickHouse and PostgreSQL, embedded or by URL, and brings both to the newest schema. Any number of processes
 * may do so on one data directory.
 *
 * @param onProgress told in Chinese what is being done.
 * @throws StoreError with one sentence for the person who started the program.
 */
export async function openStores(config: StoresConfig, onProgress?: (line: string) => void): Promise<Stores> {
  const { dataDir, clickhouseUrl, databaseUrl } = config
  const cluster = clickhouseUrl ? (config.cluster ?? null) : null
  // A server that does not answer is told of before anything is started for it.
  if (clickhouseUrl) await prepareWarehouse({ url: clickhouseUrl }, cluster, dataDir)
  let embedded: EmbeddedStores | null = null
  if (!clickhouseUrl || !databaseUrl) {
    onProgress?.('正在打开内置数据库……')
    embedded = await joinEmbedded(dataDir)
  }
  const clickhouse: ClickHouseAddress = clickhouseUrl
    ? { url: clickhouseUrl }
    : { socketPath: meetingOf(embedded).clickhouse }
  const postgres: MetadataAddress = databaseUrl
    ? { url: databaseUrl }
    : { socketDir: meetingOf(embedded).socketDir }
  try {
    if (!clickhouseUrl) await prepareWarehouse(clickhouse, cluster, dataDir)
    const metadata = await prepareMetadata(postgres, dataDir)
    const opened = stores(metadata, clickhouse, cluster, embedded)
    if (config.office) await claimFor(path.basename(config.office), opened)
    return opened
  } catch (error) {
    await embedded?.lease.release()
    throw error
  }
}

function stores(
  metadata: Metadata,
  address: ClickHouseAddress,
  cluster: string | null,
  embedded: EmbeddedStores | null,
): Stores {
  const open = new Set<Warehouse>()
  return {
    metadata: metadata.client,
    clickhouse: address,
    warehouse: (limits) => {
      const client = openClient(address, limits)
      const warehouse: Warehouse = {
        client,
        onCluster: cluster ? `ON CLUSTER '${cluster}'` : '',
        close: async () => {
          open.delete(warehouse)
          await client.close()
        },
      }
      open.add(warehouse)
      return warehouse
    },
    close: async () => {
      await Promise.all([...open].map((warehouse) => warehouse.close()))
      await metadata.close()
      await embedded?.lease.release()
    },
  }
}

async function claimFor(office: string, opened: Stores): Promise<void> {
  const warehouse = opened.warehouse(LOAD)
  try {
    await claim(opened.metadata, warehouse.client, office)
  } catch (error) {
    await opened.close()
    throw error
  } finally {
    await warehouse.close()
  }
}

async function prepareWarehouse(
  address: ClickHouseAddress,
  cluster: string | null,
  dataDir: string,
): Promise<void> {
  let client
  try {
    client = openClient(address, LOAD)
    await migrateWarehouse(client, cluster)
  } catch (error) {
    if ('url' in address) throw unreachable('CLICKHOUSE_URL', address.url, error)
    throw directoryFault(dataDir) ?? error
  } finally {
    await client?.close()
  }
}

async function prepareMetadata(address: MetadataAddress, dataDir: string): Promise<Metadata> {
  try {
    return await openMetadata(address)
  } catch (error) {
    if ('url' in address) throw unreachable('DATABASE_URL', address.url, error)
    throw directoryFault(dataDir) ?? error
  }
}

function meetingOf(embedded: EmbeddedStores | null): EmbeddedStores['meeting'] {
  if (!embedded) throw new Error('internal: an embedded store without its keeper')
  return embedded.meeting
}
