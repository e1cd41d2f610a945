// `npm run bench -- <name> [arguments]`: one measurement of bench/src; its last line is one JSON object.
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { generateBenchClient } from './generate.mjs'
import { makeReady } from './ready.mjs'
import { bin, must, root } from './run.mjs'

const cwd = path.join(root, 'bench')
const names = readdirSync(path.join(cwd, 'src'))
  .filter((file) => /^[a-z-]+\.bench\.ts$/.test(file))
  .map((file) => file.replace('.bench.ts', ''))
const [name, ...rest] = process.argv.slice(2)
if (!name || !names.includes(name)) {
  // Each says how it is run in the comment it begins with.
  const usages = names.map((each) =>
    /`(npm run bench [^`]+)`/.exec(readFileSync(path.join(cwd, `src/${each}.bench.ts`), 'utf8')),
  )
  console.error(usages.map((usage) => usage?.[1]).join('\n'))
  process.exit(1)
}
await makeReady()
await generateBenchClient()
await must(
  'Building bench',
  bin('swc'),
  ['src', '-d', 'dist', '--strip-leading-paths', '--config-file', '../.swcrc', '--quiet'],
  { cwd, quiet: true },
)
process.argv.splice(2, process.argv.length, ...rest)
await import(pathToFileURL(path.join(cwd, `dist/${name}.bench.js`)).href)
