import {
  type ClickHouseClient,
  ClickHouseLogLevel,
  type ClickHouseSettings,
  createClient,
} from '@clickhouse/client'
import { Agent, type AgentOptions } from 'node:http'
import type { Limits } from './warehouse.js'

/** Where ClickHouse is: a server's URL (user, password and database in it), or the embedded engine's socket. */
export type ClickHouseAddress = { readonly url: string } | { readonly socketPath: string }

/** A connection's rights and limits in ClickHouse's own settings. */
function settingsOf(limits: Limits): ClickHouseSettings {
  return {
    ...(limits.readonly && { readonly: '1' }),
    max_execution_time: limits.maxSeconds,
    max_memory_usage: String(limits.maxMemoryBytes),
    max_result_rows: String(limits.maxResultRows),
    result_overflow_mode: 'throw',
    priority: String(limits.priority),
    cancel_http_readonly_queries_on_client_close: 1,
  }
}

/** Opens a client whose every request carries the limits. Nothing is sent until the first request. */
export function openClient(address: ClickHouseAddress, limits: Limits): ClickHouseClient {
  const shared = {
    application: 'fengsui',
    clickhouse_settings: settingsOf(limits),
    request_timeout: (limits.maxSeconds + 30) * 1000,
    keep_alive: { enabled: true, idle_socket_ttl: 60_000 },
    max_open_connections: 16,
    // Failures are thrown; the client's own log would print statements and their values.
    log: { level: ClickHouseLogLevel.OFF },
  }
  if ('url' in address) return createClient({ url: address.url, ...shared })
  // Node's agent hands its options to every request it opens, and with them the socket; the type does not say so.
  const toSocket: AgentOptions & { socketPath: string } = {
    keepAlive: true,
    maxSockets: 16,
    socketPath: address.socketPath,
  }
  const agent = new Agent(toSocket)
  return createClient({ url: 'http://localhost', database: 'fengsui', http_agent: agent, ...shared })
}
