// `npm run etl -- …`: makes everything ready and becomes the etl command.
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
// The command finds its arguments where it would if it had been called itself.
process.argv.splice(1, 1, path.join(root, 'etl/dist/cli.js'))
await import(pathToFileURL(process.argv[1]).href)
