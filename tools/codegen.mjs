// `npm run codegen`: the API's schema from its code, and everything that is generated from it.
import path from 'node:path'
import { buildNode } from './build.mjs'
import { generateWebTypes } from './generate.mjs'
import { must, root } from './run.mjs'

await buildNode()
await must('Emitting the GraphQL schema', process.execPath, [path.join(root, 'api/dist/emit-schema.js')])
await generateWebTypes()
