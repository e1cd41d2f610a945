import { expect, test } from '@playwright/test'
import { signInLink, url } from './address'

test('without a session the page says how to get one', async ({ page }) => {
  await page.goto(url())
  await expect(page.getByText('需要登录')).toBeVisible()
})

test('the printed link signs in once, and not a second time', async ({ page, browser, context }) => {
  await page.goto(signInLink())
  await expect(page.getByTestId('card-received')).toBeVisible()
  await context.storageState({ path: 'test-results/session.json' })
  const stranger = await browser.newContext()
  const second = await stranger.newPage()
  const response = await second.goto(signInLink())
  expect(response?.status()).toBe(403)
  await second.goto(url())
  await expect(second.getByText('需要登录')).toBeVisible()
  await stranger.close()
})
