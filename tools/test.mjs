// `npm test`: everything, and at the end one line `N passed, N failed` (a check counts as one).
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { makeReady } from './ready.mjs'
import { bin, root, run } from './run.mjs'

const KEEPER_MS = 2000
/** Of the browser's tests, as web/playwright.config.ts deals them. */
const PARTS = ['1', '2']
const total = { passed: 0, failed: 0, skipped: 0 }
const scratch = mkdtempSync(path.join(os.tmpdir(), 'fengsui-results-'))

function count(what, counts) {
  for (const key of Object.keys(total)) total[key] += counts[key] ?? 0
  console.log(`\n${what}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped ?? 0} skipped`)
}

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)

/** Stores without data, from which those of the tests are copied. */
async function template() {
  const dataDir = path.join(scratch, 'stores')
  mkdirSync(dataDir)
  const { openStores } = await import('../etl/dist/stores/open.js')
  const stores = await openStores({ dataDir })
  await stores.close()
  // Whoever keeps the stores goes a moment after the last has left.
  await new Promise((resolve) => setTimeout(resolve, KEEPER_MS))
  return dataDir
}

async function unit() {
  const file = path.join(scratch, 'unit.json')
  const code = await run(
    bin('vitest'),
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    { env: { FENGSUI_TEST_TEMPLATE: await template() } },
  )
  const report = read(file)
  const failed = report
    ? report.numFailedTests +
      report.testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0).length
    : 1
  count('Unit and engine tests', {
    passed: report?.numPassedTests ?? 0,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  })
}

/** The browser's tests in parts that run beside each other, each with a server, a session and results of its own. */
async function pages() {
  const { browser } = await import('./browser.mjs')
  const chromium = await browser()
  const parts = await Promise.all(PARTS.map((part) => partOfPages(part, chromium)))
  const sum = (key) => parts.reduce((all, part) => all + part[key], 0)
  count('Browser tests', { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') })
}

async function partOfPages(part, chromium) {
  const file = path.join(scratch, `pages-${part}.json`)
  const env = {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    FENGSUI_PART: part,
    ...(chromium && { FENGSUI_CHROMIUM: chromium }),
  }
  const code = await run(
    path.join(root, 'web/node_modules/.bin/playwright'),
    ['test', '--reporter=list,json'],
    { cwd: path.join(root, 'web'), env },
  )
  const stats = read(file)?.stats
  const failed = stats?.unexpected ?? 1
  return {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: stats?.skipped ?? 0,
  }
}

async function postgres() {
  const { debian } = await import('./browser.mjs')
  if (!existsSync('/usr/lib/postgresql')) await debian(['postgresql'])
}

try {
  await makeReady()
  const { check } = await import('./check.mjs')
  count('Checks', await check())
  await postgres()
  await unit()
  await pages()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  total.failed += 1
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed ? 1 : 0
