import type { Limits } from './warehouse.js'

const GIB = 1024 ** 3

/** A person waits: everything before it. */
export const CLICK: Limits = {
  readonly: true,
  maxSeconds: 20,
  maxMemoryBytes: 4 * GIB,
  maxResultRows: 200_000,
  priority: 1,
}

/** A file is being made for somebody. */
export const EXPORT: Limits = { ...CLICK, maxSeconds: 120, maxResultRows: 2_000_000, priority: 5 }

/** Loads change the warehouse; they have time, and clicks go before them. */
export const LOAD: Limits = {
  readonly: false,
  maxSeconds: 3600,
  maxMemoryBytes: 8 * GIB,
  maxResultRows: 0,
  priority: 9,
}

/** The nightly look at everything: reads much, and everybody goes before it but loads. */
export const SCREENING: Limits = { ...EXPORT, maxSeconds: 600, maxResultRows: 0, priority: 8 }
