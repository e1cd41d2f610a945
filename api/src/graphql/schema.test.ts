import 'reflect-metadata'
import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { emitSchema } from './emit.js'

it('is committed as the code emits it; `node api/dist/emit-schema.js` after a build rewrites it', async () => {
  const committed = await readFile(new URL('../../schema.graphql', import.meta.url), 'utf8')
  expect(await emitSchema()).toBe(committed)
})
