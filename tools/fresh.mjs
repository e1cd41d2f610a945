// Builds only if a source is newer than what was built from it, so that a second start is quick.
import { readdirSync, statSync, existsSync, writeFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { root } from './run.mjs'

const STAMP = path.join(root, 'node_modules/.fengsui-built')
const SOURCES = ['charts', 'domain', 'prisma', 'etl', 'api', 'web', 'tools', 'pnpm-lock.yaml', '.swcrc']
const SKIP = new Set(['node_modules', 'dist', 'generated', 'test', 'offices', 'test-results'])

function newest(entry) {
  const stat = statSync(entry)
  if (!stat.isDirectory()) return stat.mtimeMs
  const below = readdirSync(entry).filter((name) => !SKIP.has(name))
  return below.reduce((latest, name) => Math.max(latest, newest(path.join(entry, name))), stat.mtimeMs)
}

/** Whether everything built is at least as new as every source. */
export function isBuilt() {
  const outputs = ['api/dist/main.js', 'etl/dist/cli.js', 'web/dist/index.html'].map((file) =>
    path.join(root, file),
  )
  if (![STAMP, ...outputs].every((file) => existsSync(file))) return false
  const built = statSync(STAMP).mtimeMs
  return SOURCES.every((source) => newest(path.join(root, source)) <= built)
}

/** Remembers that what is built belongs to the sources as they stood at `began` (ms). */
export function markBuilt() {
  mkdirSync(path.dirname(STAMP), { recursive: true })
  writeFileSync(STAMP, '')
}
