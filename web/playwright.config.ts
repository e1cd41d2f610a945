import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import { RESULTS, SESSION } from './test/results'

/** The system's browser where there is one, else Playwright's own. */
const SYSTEM = process.env.FENGSUI_CHROMIUM ?? '/usr/bin/chromium'

/**
 * `npm test` runs two parts beside each other, each with a server of its own: these specs, which take as long as all the
 * others do, and the others. Without FENGSUI_PART all run one after the other.
 */
const FIRST = ['access', 'deadlines', 'evidence', 'explore', 'overview', 'roles'].map(
  (name) => `${name}.spec.ts`,
)
const PART = process.env.FENGSUI_PART

export default defineConfig({
  testDir: 'test',
  outputDir: RESULTS,
  globalSetup: './test/start-server.ts',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    acceptDownloads: true,
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(existsSync(SYSTEM) && { executablePath: SYSTEM }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
      ],
    },
  },
  projects: [
    { name: 'sign-in', testMatch: 'sign-in.spec.ts' },
    {
      name: 'screens',
      testMatch: PART === '1' ? FIRST : '*.spec.ts',
      testIgnore: ['sign-in.spec.ts', ...(PART === '2' ? FIRST : [])],
      dependencies: ['sign-in'],
      use: { storageState: SESSION },
    },
  ],
})
