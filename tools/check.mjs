// Everything that can be said about the code without running it: format, lint, folder rules, types, generated files.
import { pathToFileURL } from 'node:url'
import path from 'node:path'
import { generateBenchClient, generateClient, generateWebTypes } from './generate.mjs'
import { bin, root, run } from './run.mjs'

const web = path.join(root, 'web')
const CHECKS = [
  ['format', bin('prettier'), ['--check', '--log-level', 'warn', '.']],
  ['lint', bin('eslint'), ['.', '--max-warnings', '0']],
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

/** Runs every check to its end and reports each. @returns {{ passed: number, failed: number }} */
export async function check() {
  await generateClient()
  await generateBenchClient()
  await generateWebTypes()
  let failed = 0
  for (const [name, command, args] of CHECKS) {
    const began = Date.now()
    const code = await run(command, args, { quiet: true })
    console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
    if (code !== 0) failed += 1
  }
  return { passed: CHECKS.length - failed, failed }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { failed } = await check()
  process.exitCode = failed ? 1 : 0
}
