import type { ClickHouseClient } from '@clickhouse/client'

/** Rights and limits of a connection; they hold in the engine, not in the caller. */
export interface Limits {
  /** Reads only: no table functions, no changes (`readonly = 1`). */
  readonly readonly: boolean
  readonly maxSeconds: number
  readonly maxMemoryBytes: number
  readonly maxResultRows: number
  /** 1 = before everything else (clicks), higher = later (loads, exports). */
  readonly priority: number
}

/** The way to ClickHouse, the same for the embedded engine and a server. */
export interface Warehouse {
  readonly client: ClickHouseClient
  /** Empty on one server; `ON CLUSTER name` where FENGSUI_CLUSTER is set. */
  readonly onCluster: string
  close(): Promise<void>
}
