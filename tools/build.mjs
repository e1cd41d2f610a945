// Builds what runs: the Prisma client, the Node packages (swc), the web page (Vite).
// `node tools/build.mjs node` leaves the web page out.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { generateClient, generateWebTypes } from './generate.mjs'
import { bin, must, root } from './run.mjs'

const PACKAGES = {
  charts: ['src'],
  domain: [
    'metrics',
    'rules',
    'statistics',
    'privacy',
    'time',
    'boundaries',
    'assessment',
    'flags',
    'rewards',
  ],
  prisma: ['src'],
  etl: ['src'],
  api: ['src'],
}

/** Compiles one package's folders into its dist/. */
async function compile(name, folders) {
  const cwd = path.join(root, name)
  const strip = folders[0] === 'src' ? ['--strip-leading-paths'] : []
  await prune(path.join(cwd, 'dist'), folders[0] === 'src' ? path.join(cwd, 'src') : cwd)
  const args = [...folders, '-d', 'dist', '--config-file', '../.swcrc', '--quiet', ...strip]
  await must(`Building ${name}`, bin('swc'), args, { cwd, quiet: true })
}

/** Removes what was compiled from a source that is no more; the rest stays, for programs that are running. */
async function prune(dist, sources) {
  if (!existsSync(dist)) return
  for (const file of await readdir(dist, { recursive: true })) {
    if (!file.endsWith('.js')) continue
    const source = path.join(sources, file.replace(/\.js$/, '.ts'))
    if (!existsSync(source))
      await Promise.all([rm(path.join(dist, file)), rm(path.join(dist, `${file}.map`), { force: true })])
  }
}

export async function buildNode() {
  await generateClient()
  await Promise.all(Object.entries(PACKAGES).map(([name, folders]) => compile(name, folders)))
}

export async function buildWeb() {
  const cwd = path.join(root, 'web')
  await generateWebTypes()
  await must('Building the web page', path.join(cwd, 'node_modules/.bin/vite'), ['build'], {
    cwd,
    quiet: true,
  })
}

export async function buildAll() {
  await buildNode()
  await buildWeb()
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await (process.argv[2] === 'node' ? buildNode() : buildAll())
}
