import { expect, type Page, test } from '@playwright/test'
import { url } from './address'

async function open(page: Page, path = '/ranking?quarter=2026Q2'): Promise<void> {
  await page.goto(url(path))
  await expect(page.getByTestId('league-towns').locator('tbody tr').first()).toBeVisible()
}

test('a quarter is closed, sent to the units, published, and leaves as a file; a unit shows its cases', async ({
  page,
}) => {
  await open(page)
  await expect(page.getByText('试算，未关账')).toBeVisible()
  await expect(page.getByTestId('rules').getByText('待定').first()).toBeVisible()
  await expect(page.getByTestId('fair-sentences').locator('li').first()).toContainText('按期办结率')

  // Refused in words, then done.
  await page.getByTestId('step-close').click()
  await page.getByTestId('take-step').click()
  await expect(page.getByTestId('steps-done')).toContainText('关账')
  await expect(page.getByTestId('version')).toContainText('第1版 · 草稿')
  await page.getByTestId('prove').click()
  await expect(page.getByTestId('proof')).toHaveText('重算一致')
  await page.getByTestId('step-revise').click()
  await page.getByTestId('step-reason').fill('再算一次')
  await page.getByTestId('take-step').click()
  await expect(page.getByRole('alert')).toContainText('不必生成新版本')
  await page.getByTestId('step-preview').click()
  await page.getByTestId('take-step').click()
  await expect(page.getByTestId('steps-done')).toContainText('送各单位预览')
  await page.getByTestId('step-publish').click()
  await page.getByTestId('take-step').click()
  await expect(page.getByRole('alert')).toContainText('写明理由')
  await page.getByTestId('step-reason').fill('各单位均无异议')
  await page.getByTestId('take-step').click()
  await expect(page.getByTestId('steps-done')).toContainText('各单位均无异议')

  const arriving = page.waitForEvent('download')
  await page.getByTestId('ranking-xlsx').click()
  expect((await arriving).suggestedFilename()).toMatch(/考核排名.*\.xlsx$/)

  const late = page.getByTestId('league-departments').locator('tbody tr').filter({ hasText: '−' }).first()
  await late.getByRole('button').click()
  await expect(page.getByTestId('unit-head')).toContainText('2026年第2季度')
  await page.getByTestId('deduction-items').locator('tbody th button').first().click()
  await expect(page.getByTestId('case')).toBeVisible()
  await page.getByTestId('back').click()
  await expect(page.getByTestId('league-towns')).toBeVisible()
})
