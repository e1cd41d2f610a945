import { expect, test } from '@playwright/test'
import { type Running, startServer } from './server'

test.use({ storageState: { cookies: [], origins: [] } })

let server: Running

test.beforeAll(async () => {
  server = await startServer({ FENGSUI_DEMO: 'off' })
})
test.afterAll(() => server.stop())

test('an empty warehouse says how to load a file', async ({ page }) => {
  await page.goto(server.link)
  await expect(page.getByText('数据仓库还是空的')).toBeVisible()
  await expect(page.getByText('npm run etl -- load 文件')).toBeVisible()
})
