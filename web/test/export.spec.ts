import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { url } from './address'

async function choose(page: Page, menu: string, option: string): Promise<void> {
  await page.getByTestId(`export-${menu}`).click()
  await page.getByRole('menuitem', { name: option }).click()
}

async function exported(page: Page, start: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 30_000 }), start()])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

test.beforeEach(async ({ page }) => {
  await page.goto(url())
  await expect(page.getByTestId('panel-industry').locator('svg text').first()).toBeVisible()
})

test('a picture comes from the server, as dense as paper needs, without the small cells of the screen', async ({
  page,
}) => {
  const png = await exported(page, () => choose(page, 'region', 'PNG'))
  expect(png.name).toMatch(/^区域_2026年.*\.png$/)
  expect(png.bytes.readUInt32BE(16)).toBe(1843)
  const csv = await exported(page, () => choose(page, 'industry', 'CSV'))
  const text = csv.bytes.toString('utf8')
  for (const needed of ['期间', '数据截至', '口径', '来源', '演示数据', '已隐去', '安委办业务人员', '编号'])
    expect(text).toContain(needed)
})

test('the whole page is one file, and what is being made can be cancelled', async ({ page }) => {
  const pptx = await exported(page, () => choose(page, 'page', 'PPT'))
  expect(pptx.name).toMatch(/^总览_.*\.pptx$/)
  await expect(page.getByTestId('export-tray')).toContainText('已完成')

  const ended = page.waitForResponse(
    (answer) => answer.request().method() === 'DELETE' && answer.url().includes('/exports/'),
  )
  await choose(page, 'page', 'PNG')
  await expect(page.getByRole('progressbar')).toBeVisible()
  await page.getByTestId('export-tray').getByRole('button', { name: '取消' }).click()
  expect((await ended).status()).toBe(204)
  await expect(page.getByRole('progressbar')).toHaveCount(0)
})

test('a basket collects charts of several pages, is put in order, renamed and exported', async ({ page }) => {
  await choose(page, 'trend', '加入简报素材')
  await expect(page.getByTestId('basket')).toContainText('1')
  await page.getByRole('link', { name: '探索', exact: true }).click()
  await choose(page, 'explore', '加入简报素材')
  await expect(page.getByTestId('basket')).toContainText('2')

  await page.getByTestId('basket').click()
  const drawer = page.getByTestId('basket-drawer')
  await expect(drawer.getByTestId('basket-1')).toContainText('走势')
  await drawer.getByTestId('basket-1').getByRole('button', { name: '下移' }).click()
  await expect(drawer.getByTestId('basket-1')).toContainText('接报量：按月')
  await drawer.getByTestId('basket-2').getByRole('button', { name: '改标题' }).click()
  await drawer.getByRole('textbox').fill('近13个月接报走势')
  await drawer.getByRole('button', { name: '保存' }).click()
  await expect(drawer.getByTestId('basket-2')).toContainText('近13个月接报走势')

  await page.reload()
  await page.getByTestId('basket').click()
  const pdf = await exported(page, () => drawer.getByTestId('basket-pdf').click())
  expect(pdf.name).toMatch(/^简报素材_.*\.pdf$/)
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')

  await page.getByTestId('basket').click()
  await drawer.getByRole('button', { name: '全部删除' }).click()
  await expect(drawer).toContainText('还没有素材')
})
