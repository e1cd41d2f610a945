import { expect, type Page, test } from '@playwright/test'
import { url } from './address'

/** The screening runs behind the server's start; the page says so until it is done. */
async function open(page: Page): Promise<void> {
  await expect(async () => {
    await page.goto(url('/findings'))
    await expect(page.getByTestId('flag-counts')).toHaveText(/\d+ 项提醒，\d+ 项关注/, { timeout: 3_000 })
  }).toPass({ timeout: 60_000 })
}
const dust = (page: Page) => page.getByTestId('flag-emerging').filter({ hasText: '长坝镇“粉尘涉爆”' })

test('研判 says what is new, where, and whose it is; the overview begins with it', async ({ page }) => {
  await open(page)
  await expect(dust(page)).toContainText('收到4件')
  await expect(dust(page)).toContainText('责任单位：区应急管理局、长坝镇')
  await expect(dust(page).locator('svg text').first()).toBeVisible()
  await page.getByTestId('word-typical').click()
  await expect(dust(page)).toHaveCount(0)
  await expect(page.getByTestId('flag-typical').filter({ hasText: '消防通道' })).toBeVisible()

  await page.goto(url('/'))
  await page.getByRole('link', { name: '查看研判' }).click()
  await expect(page.getByTestId('flag-dialog')).toContainText('瞒报')
})

test('a flag is judged and put off, with its reason; a letter names no enterprise', async ({ page }) => {
  await open(page)
  await dust(page).getByTestId('open-flag').click()
  const dialog = page.getByTestId('flag-dialog')
  await dialog.getByText('提示函事实稿').click()
  await expect(dialog.getByTestId('flag-draft')).toContainText('致：区应急管理局、长坝镇')
  await expect(dialog.getByTestId('flag-draft')).not.toContainText('木制品厂')
  await dialog.getByTestId('flag-cases').click()
  await expect(dialog.locator('tbody tr')).toHaveCount(4)
  await dialog.getByTestId('flag-to').selectOption('dismissed')
  await dialog.getByTestId('save-flag').click()
  await expect(dialog.getByRole('alert')).toContainText('理由')
  await dialog.getByTestId('flag-to').selectOption('judging')
  await dialog.getByTestId('flag-note').fill('请应急局核实')
  await dialog.getByTestId('save-flag').click()
  await expect(dialog.getByTestId('flag-steps')).toContainText('请应急局核实')
  await dialog.getByRole('button', { name: '关闭' }).click()
  await expect(dust(page)).toContainText('研判')
})
