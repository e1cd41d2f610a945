import 'reflect-metadata'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { emitSchema } from './graphql/emit.js'

// `node api/dist/emit-schema.js` rewrites the committed contract.
await writeFile(fileURLToPath(new URL('../schema.graphql', import.meta.url)), await emitSchema())
