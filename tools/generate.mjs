// The generated files: the Prisma clients, and the web page's types from the committed GraphQL schema.
import path from 'node:path'
import { must, root } from './run.mjs'

/** Generates the metadata client. */
export const generateClient = () => generatePrisma('prisma', 'the metadata client')

/** Generates the client with which the benchmarks ask PostgreSQL. */
export const generateBenchClient = () => generatePrisma('bench', "the benchmarks' client")

/** Prisma's engine is not needed to generate a client, so any harmless program stands in for it. */
function generatePrisma(name, what) {
  const cwd = path.join(root, name)
  return must(`Generating ${what}`, path.join(cwd, 'node_modules/.bin/prisma'), ['generate'], {
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
