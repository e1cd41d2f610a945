import { cp, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { openStores, type Stores } from './open.js'

/**
 * Stores on a fresh directory that is removed when they are closed. For tests. `FENGSUI_TEST_TEMPLATE` may name a directory
 * in which stores were opened and closed: to copy it takes a third of the time that it takes to make both.
 */
export async function openTestStores(): Promise<Stores & { readonly dataDir: string }> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'fengsui-test-'))
  const template = process.env.FENGSUI_TEST_TEMPLATE
  if (template) await cp(template, dataDir, { recursive: true })
  const stores = await openStores({ dataDir })
  return {
    ...stores,
    dataDir,
    close: async () => {
      await stores.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
