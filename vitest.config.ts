import { defineConfig } from 'vitest/config'

/** Packages are tested from their sources; `TZ` is none that the product uses, so that a leak of it shows. */
const node = (name: string, isolate = true) => ({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source', 'node'] } },
  test: {
    name,
    root: name,
    isolate,
    include: ['**/*.test.ts'],
    exclude: ['dist/**', 'node_modules/**'],
    env: { TZ: 'America/Los_Angeles' },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})

export default defineConfig({
  test: {
    projects: [
      // What is pure leaves nothing behind for the next file.
      node('charts', false),
      node('domain', false),
      node('prisma'),
      node('etl'),
      node('api'),
      'web/vitest.config.*',
    ],
    maxWorkers: 2,
  },
})
