// Generates what is derived: the metadata client, the GraphQL schema, and the web page's types from it.
import { pathToFileURL } from 'node:url'
import path from 'node:path'
import { buildNode } from './build.mjs'
import { must, root } from './run.mjs'

export async function codegen() {
  const cwd = path.join(root, 'web')
  await must(
    'Generating the types of the GraphQL documents',
    path.join(cwd, 'node_modules/.bin/graphql-codegen'),
    ['--config', 'codegen.ts'],
    { cwd, quiet: true },
  )
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildNode()
  await must('Emitting the GraphQL schema', process.execPath, [path.join(root, 'api/dist/emit-schema.js')])
  await codegen()
}
