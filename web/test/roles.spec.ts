import { expect, type Page, test } from '@playwright/test'
import { url } from './address'

const panel = (page: Page, id: string) => page.getByTestId(`panel-${id}`)
const drawn = (page: Page, id: string) => panel(page, id).locator('svg text').first()

test('行业 says where reports concentrate, who supervises, and which enterprises come again', async ({
  page,
}) => {
  await page.goto(url('/industries'))
  await expect(page.locator('.findings')).toContainText(/前 3 个（.+）共 \d+ 件，占 \d+ 件的/)
  for (const id of ['industry', 'slope', 'multiples', 'industryRegion', 'industryIssue'])
    await expect(drawn(page, id)).toBeVisible()
  await expect(page.getByTestId('sectors').getByRole('row', { name: /区消防救援局/ })).toBeVisible()
  // An enterprise opens its own cases, as many as were counted.
  const first = page.getByTestId('enterprises').locator('tbody tr').first()
  const name = (await first.getByRole('button').textContent())?.trim() ?? ''
  const cases = Number(await first.locator('td').first().textContent())
  await first.getByRole('button').click()
  const listed = page.getByTestId('case-list').locator('tbody tr')
  await expect(listed).toHaveCount(cases)
  await expect(listed.first()).toContainText(name)
})

test('a click on a small picture filters the page, and its crossing keeps its own axis', async ({ page }) => {
  await page.goto(url('/issues'))
  await expect(drawn(page, 'calendar')).toBeVisible()
  await expect(drawn(page, 'stages')).toBeVisible()
  await panel(page, 'issue').locator('svg text', { hasText: '燃气安全' }).first().click()
  await expect(page.getByTestId('chip-issue1')).toContainText('燃气安全')
  await expect(panel(page, 'issueIndustry').locator('svg text', { hasText: '消防' }).first()).toBeVisible()
  await page.goBack()
  await expect(page.getByTestId('chip-issue1')).toHaveCount(0)
})

test('明细 lists the cases of the filters; one opens in the address and the back button closes it', async ({
  page,
}) => {
  await page.goto(url('/cases?filter=industry1:03'))
  const rows = page.getByTestId('case-list').locator('tbody tr')
  await expect(rows.first()).toBeVisible()
  const total = Number(/接报量 (\d+) 件/.exec(await page.locator('#found-title').innerText())?.[1])
  await expect(page.getByTestId('case-list')).toContainText(`共 ${total} 件`)
  await page.getByRole('button', { name: '办结日期' }).click()
  await expect(page.locator('#found-title')).toContainText('办结量')
  await rows.first().getByRole('button').click()
  await expect(page.getByTestId('case')).toBeVisible()
  await expect(page).toHaveURL(/case=/)
  await page.reload()
  await expect(page.getByTestId('case')).toBeVisible()
  await page.goBack()
  await expect(rows.first()).toBeVisible()
})

test('大屏 fills the wall, turns by itself, opens no case, and comes back after the network was away', async ({
  page,
  context,
}) => {
  await page.setViewportSize({ width: 3840, height: 2160 })
  await page.clock.install()
  await page.goto(url('/wall?seconds=10'))
  await expect(page.getByTestId('wall-trend').locator('svg text').first()).toBeVisible()
  const box = await page.getByTestId('wall').boundingBox()
  expect(Math.round(box?.width ?? 0)).toBe(3840)
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(2160)
  await expect(page.getByRole('navigation', { name: '主导航' })).toHaveCount(0)
  await expect(page.locator('.number-button')).toHaveCount(0)
  await page.clock.runFor(10_500)
  await expect(page.getByTestId('wall-industry1')).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByTestId('wall-trend')).toBeVisible()

  await context.setOffline(true)
  await page.clock.runFor(61_000)
  await expect(page.getByRole('status').filter({ hasText: '网络中断' })).toBeVisible()
  await expect(page.getByTestId('wall').locator('svg text').first(), 'the last picture stays').toBeVisible()
  await context.setOffline(false)
  await page.clock.runFor(61_000)
  await expect(page.getByRole('status').filter({ hasText: '数据截至' })).toBeVisible()
})
