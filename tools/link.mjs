// `npm run link`: makes everything ready and prints a new one-time sign-in link.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { makeReady } from './ready.mjs'
import { root } from './run.mjs'

try {
  await makeReady()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
await import(pathToFileURL(path.join(root, 'api/dist/link.js')).href)
