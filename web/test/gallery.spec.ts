import { expect, test } from '@playwright/test'
import { url } from './address'

const KINDS = [
  'trend',
  'lines',
  'bars',
  'ranked',
  'columns',
  'matrix',
  'calendar',
  'multiples',
  'slope',
  'funnel',
  'stages',
  'map',
  'filling',
  'fillingColumns',
  'clusters',
]

test('the gallery shows every kind of picture at every size and asks for nothing', async ({ page }) => {
  const wrong: string[] = []
  page.on('pageerror', ({ message }) => wrong.push(message))
  await page.goto(url('/definitions'))
  const link = page.getByRole('link', { name: '图形样张' })
  await expect(link).toBeVisible()
  page.on('request', (request) => {
    if (request.url().endsWith('/graphql')) wrong.push(request.postData() ?? '')
  })
  await link.click()
  for (const kind of KINDS) {
    const row = page.getByTestId(`gallery-${kind}`)
    await expect(row.locator('svg'), kind).toHaveCount(3)
    for (const picture of await row.locator('svg').all())
      await expect(picture.locator('path').first(), kind).toBeAttached()
    await expect(row, kind).toContainText('没有举报')
    await expect(row.getByRole('alert'), kind).toHaveCount(1)
  }
  await expect(page.locator('section[data-testid^=gallery-]')).toHaveCount(KINDS.length + 1)
  expect(await page.locator('.gallery').innerText()).not.toMatch(/undefined|NaN/)
  expect(wrong).toEqual([])
})
