import { defineConfig } from 'vitest/config'

/** Packages are tested from their sources; `TZ` is none that the product uses, so that a leak of it shows. */
const node = (name: string) => ({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source', 'node'] } },
  test: {
    name,
    root: name,
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
      node('charts'),
      node('domain'),
      node('prisma'),
      node('etl'),
      node('api'),
      'web/vitest.config.*',
    ],
    maxWorkers: 2,
  },
})
