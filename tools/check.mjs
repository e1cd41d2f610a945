// Everything that can be said about the code without running it: format, lint, folder rules, types, generated files.
import { pathToFileURL } from 'node:url'
import path from 'node:path'
import { generateBenchClient, generateClient, generateWebTypes } from './generate.mjs'
import { bin, root, run } from './run.mjs'

const web = path.join(root, 'web')
/** The longest first, so that the others fit beside it. */
const CHECKS = [
  ['lint', bin('eslint'), ['.', '--max-warnings', '0']],
  ['format', bin('prettier'), ['--check', '--log-level', 'warn', '.']],
  [
    'folders',
    bin('depcruise'),
    [
      '--config',
      '.dependency-cruiser.mjs',
      '--output-type',
      'err',
      'charts/src',
      'domain',
      'prisma/src',
      'etl/src',
      'api/src',
      'web/src',
      'bench/src',
    ],
  ],
  ...['charts', 'domain', 'prisma', 'etl', 'api', 'bench'].map((name) => [
    `types of ${name}`,
    bin('tsc'),
    ['-p', name],
  ]),
  ['types of web', path.join(web, 'node_modules/.bin/vue-tsc'), ['--noEmit', '-p', 'web']],
]

/** As many at once as a small machine has cores. */
const AT_ONCE = 2

/** Runs every check to its end and reports each. @returns {{ passed: number, failed: number }} */
export async function check() {
  await generateClient()
  await generateBenchClient()
  await generateWebTypes()
  let failed = 0
  const waiting = [...CHECKS]
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, command, args] = next
      const began = Date.now()
      const code = await run(command, args, { quiet: true })
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
      if (code !== 0) failed += 1
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return { passed: CHECKS.length - failed, failed }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { failed } = await check()
  process.exitCode = failed ? 1 : 0
}
