import { expect, type Page, test } from '@playwright/test'
import { url } from './address'

const tile = (page: Page, name: string) =>
  page.getByTestId('panel-region').locator('svg text', { hasText: name }).first()
const received = async (page: Page) =>
  Number((await page.getByTestId('card-received').locator('.value').innerText()).replaceAll(/\D/g, ''))

test('with Shift several towns are chosen together, and one is taken out again', async ({ page }) => {
  await page.goto(url('/?period=all'))
  await expect(page.getByTestId('card-received').locator('.value')).toHaveText(/\d/)
  const whole = await received(page)
  await tile(page, '白马').click()
  const chip = page.getByTestId('chip-region1')
  await expect(chip).toContainText('白马镇')
  await expect.poll(() => received(page)).toBeLessThan(whole)
  const one = await received(page)
  await tile(page, '芙蓉').click({ modifiers: ['Shift'] })
  await expect(chip).toContainText('白马镇、芙蓉街道')
  await expect.poll(() => received(page)).toBeGreaterThan(one)
  await tile(page, '白马').click({ modifiers: ['Shift'] })
  await expect(chip).toContainText('芙蓉街道')
  await expect(chip).not.toContainText('白马镇')
})

test('why a number is high: what is commoner than in the rest, and one click to it', async ({ page }) => {
  await page.goto(url('/?period=all&filter=issue2:0503'))
  await page.getByTestId('contrast').click()
  const drawer = page.getByTestId('contrast-drawer')
  await expect(drawer.getByRole('heading')).toContainText('与其他举报比较')
  await expect(drawer.locator('.finding')).toContainText(/与其余举报相比/)
  await expect(drawer.locator('tbody tr').first()).toContainText(/\d/)
  await expect(drawer).toContainText('错误发现率')

  await drawer.getByRole('button', { name: '上期' }).click()
  await expect(drawer.locator('.finding')).toContainText('上期')
  await drawer.getByRole('button', { name: '其余举报' }).click()
  const first = drawer.locator('tbody button').first()
  const name = (await first.innerText()).trim()
  await first.click()
  await expect(drawer).toHaveCount(0)
  await expect(page.locator('.chips')).toContainText(name)
})
