// The generated files: the metadata client, and the web page's types from the committed GraphQL schema.
import path from 'node:path'
import { must, root } from './run.mjs'

/** Generates the Prisma client. Its engine is not needed for that, so any harmless program stands in for it. */
export function generateClient() {
  const cwd = path.join(root, 'prisma')
  return must('Generating the metadata client', path.join(cwd, 'node_modules/.bin/prisma'), ['generate'], {
    cwd,
    quiet: true,
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  })
}

/** Generates the types of the web page's GraphQL documents. */
export function generateWebTypes() {
  const cwd = path.join(root, 'web')
  const command = path.join(cwd, 'node_modules/.bin/graphql-codegen')
  return must('Generating the types of the GraphQL documents', command, ['--config', 'codegen.ts'], {
    cwd,
    quiet: true,
  })
}
